// Promising another date; the earlier one stays in the history, and a later one needs a reason.
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import type { Commitment } from '#contract/commitments';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import { InlineForm } from '../../ui/entry.tsx';
import { StepFields } from './step-fields.tsx';
import { useStep } from './use-step.ts';

type Props = { commitment: Commitment; onDone: () => void };

export function RescheduleForm({ commitment, onDone }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.commitmentPanel;
  const [promisedOn, setPromisedOn] = useState(commitment.promisedOn);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const step = useStep(commitment, ['promisedOn', 'reason', 'note'], onDone);
  return (
    <InlineForm
      label={words.reschedule}
      submitLabel={words.reschedule}
      cancelLabel={t.common.cancel}
      isSaving={step.isSaving}
      fields={step.fields}
      failure={step.failure}
      onSubmit={() => step.send({ do: 'reschedule', promisedOn, reason: reason || null, note })}
      onCancel={onDone}
    >
      <TextInput
        type="date"
        label={words.step.newDate}
        description={words.step.keptDate(formatDate(commitment.promisedOn, language))}
        value={promisedOn}
        error={step.fields['promisedOn']}
        onChange={(event) => {
          setPromisedOn(event.currentTarget.value);
          step.touch('promisedOn');
        }}
      />
      <StepFields
        reason={reason}
        onReason={(value) => {
          setReason(value);
          step.touch('reason');
        }}
        note={note}
        onNote={(value) => {
          setNote(value);
          step.touch('note');
        }}
        errors={step.fields}
      />
    </InlineForm>
  );
}
