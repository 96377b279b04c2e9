// How a commitment stands, as a small chip, and the mark of a late one. Neutral greys and the ink of the
// interface: status colours mean signal and nothing else. Words come from i18n.
import type { CommitmentState } from '#contract/commitments';
import { Icon } from './icons.tsx';
import css from './commitment-chip.module.css';

/** `label` is the state in words. */
export function CommitmentChip({ state, label }: { state: CommitmentState; label: string }) {
  return (
    <span className={css.chip} data-state={state}>
      {label}
    </span>
  );
}

/** A warning sign before the words ("18 hari terlambat"): never colour alone. */
export function LateMark({ label }: { label: string }) {
  return (
    <span className={css.late}>
      <Icon name="warning" size={13} />
      {label}
    </span>
  );
}
