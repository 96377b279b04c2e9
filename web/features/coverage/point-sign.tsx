// The signs of coverage's points as the map draws them: a tower, an unreached settlement, a measurement.
import type { ReactNode } from 'react';
import type { CoveragePoint } from '../../lib/coverage-view.ts';
import css from './coverage-legend.module.css';

const signs: Record<CoveragePoint, ReactNode> = {
  sites: (
    <path
      d="M5.5 14 9 5.5 12.5 14M6.7 11h4.6M5.2 2.6a4.4 4.4 0 0 0 0 4.8M12.8 2.6a4.4 4.4 0 0 1 0 4.8M9 5h.1"
      strokeWidth="1.5"
    />
  ),
  uncovered: <path d="M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12ZM6.8 6.8l4.4 4.4M11.2 6.8l-4.4 4.4" />,
  measured: <path d="M9 2.5 15.5 9 9 15.5 2.5 9ZM6.3 9.1l1.9 1.9 3.4-3.7" strokeWidth="1.5" />,
};

export function PointSign({ kind }: { kind: CoveragePoint }) {
  return (
    <svg
      className={css.pointSign}
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {signs[kind]}
    </svg>
  );
}
