// Amending the terms of a commitment: what one may, and only what was changed is sent.
import { useState } from 'react';
import type { Commitment } from '#contract/commitments';
import { useText } from '../../i18n/text.tsx';
import { InlineForm } from '../../ui/entry.tsx';
import { amendmentOf, draftOf, readPosition, type TermsDraft } from './draft.ts';
import { StepFields } from './step-fields.tsx';
import { TermsFields } from './terms-fields.tsx';
import { useStep } from './use-step.ts';

type Props = {
  commitment: Commitment;
  onDone: () => void;
};

/** The server names a field `terms.kind`; here it is `kind`. */
const prefix = 'terms.';

export function AmendForm({ commitment, onDone }: Props) {
  const t = useText();
  const words = t.commitmentPanel;
  const [before] = useState(() => draftOf(commitment));
  const [draft, setDraft] = useState<TermsDraft>(before);
  const [note, setNote] = useState('');
  const { mayAmend } = commitment;
  const step = useStep(
    commitment,
    [...mayAmend.map((field) => `${prefix}${field}`), 'note'],
    onDone,
  );
  const errors = Object.fromEntries(
    Object.entries(step.fields).map(([field, text]) => [field.replace(prefix, ''), text]),
  );
  const submit = () => {
    if (readPosition(draft.position) === undefined)
      return step.setFields({ [`${prefix}position`]: t.problem.codes.position_unreadable });
    const terms = amendmentOf(before, draft, mayAmend);
    if (Object.keys(terms).length === 0) return onDone();
    step.send({ do: 'amend', terms, note });
  };
  return (
    <InlineForm
      label={words.amend}
      submitLabel={t.common.save}
      cancelLabel={t.common.cancel}
      isSaving={step.isSaving}
      fields={step.fields}
      failure={step.failure}
      onSubmit={submit}
      onCancel={onDone}
    >
      <TermsFields
        draft={draft}
        onDraft={(change) => {
          setDraft({ ...draft, ...change });
          step.setFields({});
        }}
        may={(field) => mayAmend.includes(field)}
        operatorId={commitment.ownerId}
        errors={errors}
      />
      <StepFields
        label={words.step.why}
        reason=""
        onReason={null}
        note={note}
        onNote={setNote}
        errors={step.fields}
      />
    </InlineForm>
  );
}
