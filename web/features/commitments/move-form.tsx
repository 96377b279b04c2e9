// Moving a commitment to another state: since when it holds, and why where it is given up or goes back.
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { commitmentStates, type Commitment, type CommitmentState } from '#contract/commitments';
import { useText } from '../../i18n/text.tsx';
import { isClosed } from '../../lib/board-rows.ts';
import { InlineForm } from '../../ui/entry.tsx';
import { StepFields } from './step-fields.tsx';
import { useStep } from './use-step.ts';

type Props = {
  commitment: Commitment;
  to: CommitmentState;
  today: string;
  onDone: () => void;
};

export function MoveForm({ commitment, to, today, onDone }: Props) {
  const t = useText();
  const words = t.commitmentPanel;
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const step = useStep(commitment, ['on', 'reason', 'note'], onDone);
  const isBack =
    !isClosed(to) && commitmentStates.indexOf(to) < commitmentStates.indexOf(commitment.state);
  const label = isBack ? words.backTo[to] : words.moveTo[to];
  return (
    <InlineForm
      label={label}
      submitLabel={label}
      cancelLabel={t.common.cancel}
      isSaving={step.isSaving}
      fields={step.fields}
      failure={step.failure}
      onSubmit={() => step.send({ do: 'move', to, on, reason: reason || null, note })}
      onCancel={onDone}
    >
      <TextInput
        type="date"
        label={words.step.since(t.commitments.states[to])}
        max={today}
        value={on}
        error={step.fields['on']}
        onChange={(event) => {
          setOn(event.currentTarget.value);
          step.touch('on');
        }}
      />
      <StepFields
        reason={reason}
        onReason={
          isClosed(to)
            ? (value) => {
                setReason(value);
                step.touch('reason');
              }
            : null
        }
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
