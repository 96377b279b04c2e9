// Sending one step of a commitment: first judged by the contract, then by the server; what is wrong stands
// beside its field. Where somebody was quicker, it says who, and the next try is about what is there now.
import { useState } from 'react';
import { Commitment, CommitmentStep } from '#contract/commitments';
import { useCommitmentStep } from '../../api/commitments.ts';
import { useText } from '../../i18n/text.tsx';
import {
  issueFields,
  problemText,
  refusalFields,
  storedVersion,
  type FieldTexts,
} from '../../lib/problems.ts';

const Current = Commitment.pick({ version: true, updatedByName: true });

export function useStep(commitment: Commitment, shown: readonly string[], onDone: () => void) {
  const t = useText();
  const words = t.commitmentPanel;
  const save = useCommitmentStep();
  const [fields, setFields] = useState<FieldTexts>({});
  // What was there when the form was opened: a change that came in meanwhile is not overwritten unseen.
  const [version, setVersion] = useState(commitment.version);
  const send = (typed: unknown) => {
    const step = CommitmentStep.safeParse(typed, { reportInput: true });
    if (!step.success) return setFields(issueFields(step.error, t.problem));
    setFields({});
    save.mutate(
      { id: commitment.id, version, step: step.data },
      {
        onSuccess: onDone,
        onError: (error) => {
          setFields(refusalFields(error, t.problem));
          setVersion(storedVersion(error, Current)?.version ?? version);
        },
      },
    );
  };
  const quicker = storedVersion(save.error, Current);
  const isBeside = Object.keys(fields).some((field) => shown.includes(field));
  const elsewhere = Object.values(fields)[0];
  return {
    send,
    fields,
    isSaving: save.isPending,
    failure: quicker
      ? { title: words.quickerTitle(quicker.updatedByName), body: words.quicker }
      : save.error && !isBeside
        ? { title: words.notSaved, body: elsewhere ?? problemText(save.error, t.problem) }
        : null,
    /** What was wrong may be right now. */
    touch: (field: string) => {
      if (fields[field] === undefined) return;
      const { [field]: _, ...rest } = fields;
      setFields(rest);
    },
    setFields,
  };
}
