// The fields that steps share: a reason out of the eight, and a note.
import { NativeSelect, Textarea } from '@mantine/core';
import { reasons } from '#contract/commitments';
import { useText } from '../../i18n/text.tsx';

type Props = {
  /** Of the note, where it is for something else than usual. */
  label?: string;
  reason: string;
  /** Null where no reason is asked for. */
  onReason: ((reason: string) => void) | null;
  note: string;
  onNote: (note: string) => void;
  errors: Readonly<Record<string, string>>;
};

export function StepFields({ label, reason, onReason, note, onNote, errors }: Props) {
  const t = useText();
  const words = t.commitmentPanel.step;
  return (
    <>
      {onReason && (
        <NativeSelect
          label={words.reason}
          value={reason}
          error={errors['reason']}
          onChange={(event) => onReason(event.currentTarget.value)}
          data={[
            { value: '', label: words.noReason },
            ...reasons.map((one) => ({ value: one, label: t.commitments.reasons[one] })),
          ]}
        />
      )}
      <Textarea
        label={label ?? words.note}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={note}
        error={errors['note']}
        onChange={(event) => onNote(event.currentTarget.value)}
      />
    </>
  );
}
