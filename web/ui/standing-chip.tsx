// How a report stands, as a small chip: neutral, since status colours mean status. Words come from i18n.
import type { ReportStanding } from '../lib/report-state.ts';
import css from './standing-chip.module.css';

type Props = { standing: ReportStanding | 'sample'; label: string };

export function StandingChip({ standing, label }: Props) {
  return (
    <span className={css.chip} data-standing={standing}>
      {label}
    </span>
  );
}
