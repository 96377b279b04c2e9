// A status in words with its symbol; the words come from i18n.
import type { PlaceStatus } from '#contract/status';
import { StatusSymbol } from './status-symbol.tsx';
import css from './status-chip.module.css';

type Props = {
  status: PlaceStatus;
  label: string;
  /** Only reported: shown, never counted. */
  unconfirmed?: boolean;
  /** What must be said beside it: not verified, old data, sample. */
  notes?: readonly string[];
};

const noNotes: readonly string[] = [];

export function StatusChip({ status, label, unconfirmed = false, notes = noNotes }: Props) {
  return (
    <span className={css.chip} data-selected-status={status}>
      <StatusSymbol status={status} size={22} faded={unconfirmed} />
      <strong>{label}</strong>
      {notes.map((note) => (
        <span key={note} className={css.note}>
          {note}
        </span>
      ))}
    </span>
  );
}
