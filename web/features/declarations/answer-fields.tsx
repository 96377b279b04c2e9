// The fields of an answer, by what it says: a day, what is built for which site, what stands in the way.
import { NativeSelect, TextInput } from '@mantine/core';
import { CommitmentKind, commitmentKinds, Reason, reasons } from '#contract/commitments';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';
import { todayHere } from '../../lib/today.ts';
import type { AnswerDraft } from './answer-draft.ts';

type Props = {
  draft: AnswerDraft;
  fields: FieldTexts;
  onDraft: (draft: AnswerDraft) => void;
};

export function AnswerFieldsOf({ draft, fields, onDraft }: Props) {
  const t = useText();
  const words = t.declarations.grid;
  const change = (some: Partial<AnswerDraft>) => onDraft({ ...draft, ...some });
  const isBuild = draft.answer === 'build';
  return (
    <>
      {draft.answer === 'no_plan' ? (
        <NativeSelect
          data-first
          label={words.reason}
          value={draft.reason}
          data={[
            { value: '', label: words.noReason },
            ...reasons.map((one) => ({ value: one, label: t.commitments.reasons[one] })),
          ]}
          onChange={(event) =>
            change({ reason: Reason.safeParse(event.currentTarget.value).data ?? '' })
          }
        />
      ) : (
        <TextInput
          data-first
          type="date"
          label={isBuild ? words.byOn : words.sinceOn}
          value={draft.day}
          {...(isBuild ? { min: todayHere() } : { max: todayHere() })}
          error={fields[isBuild ? 'byOn' : 'sinceOn']}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
      )}
      {isBuild && (
        <>
          <NativeSelect
            label={words.kind}
            value={draft.kind}
            data={commitmentKinds.map((one) => ({ value: one, label: t.commitments.kinds[one] }))}
            onChange={(event) => change({ kind: CommitmentKind.parse(event.currentTarget.value) })}
          />
          <TextInput
            label={words.siteRef}
            value={draft.siteRef}
            maxLength={80}
            error={fields['siteRef']}
            onChange={(event) => change({ siteRef: event.currentTarget.value })}
          />
        </>
      )}
      <TextInput
        label={words.note}
        value={draft.note}
        maxLength={1000}
        error={fields['note']}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </>
  );
}
