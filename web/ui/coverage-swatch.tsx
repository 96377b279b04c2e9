// A swatch of a coverage layer as the map draws it: filled or hatched, with a single or a double edge.
import { useId } from 'react';
import type { CellTechnology, CoverageBasis, CoveragePhase } from '#contract/coverage';
import { coverageColour } from './coverage-look.ts';

type Props = {
  /** Counted from 0; null: all operators together. */
  hue: number | null;
  technology?: CellTechnology;
  phase?: CoveragePhase;
  basis?: CoverageBasis;
};

export function CoverageSwatch({
  hue,
  technology = '4g',
  phase = 'on_air',
  basis = 'computed',
}: Props) {
  const id = useId();
  const light = coverageColour(hue, technology, 'light');
  const dark = coverageColour(hue, technology, 'dark');
  const isPlanned = phase === 'planned';
  const edge = {
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: basis === 'filed' ? 1 : 1.4,
    ...(isPlanned && { strokeDasharray: '4 3' }),
  };
  return (
    <svg
      width="34"
      height="16"
      viewBox="0 0 34 16"
      aria-hidden="true"
      style={{ color: `light-dark(${light}, ${dark})`, flex: 'none' }}
    >
      {isPlanned && (
        <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
          <path d="M-1 9 9 -1M-1 1 1 -1M7 9 9 7" stroke="currentColor" strokeWidth="1" />
        </pattern>
      )}
      <rect
        x="1"
        y="1"
        width="32"
        height="14"
        rx="3"
        fill="currentColor"
        opacity={isPlanned ? 0.1 : 0.34}
      />
      {isPlanned && <rect x="1" y="1" width="32" height="14" rx="3" fill={`url(#${id})`} />}
      <rect x="1" y="1" width="32" height="14" rx="3" {...edge} />
      {basis === 'filed' && <rect x="4" y="4" width="26" height="8" rx="1.5" {...edge} />}
    </svg>
  );
}
