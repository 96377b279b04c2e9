// The second sign of a status: a symbol on its colour, and a swatch that also shows the pattern of the map.
import { useId, type ReactNode } from 'react';
import type { PlaceStatus } from '#contract/status';
import { statusLook, type Pattern } from './status-look.ts';
import css from './status-symbol.module.css';

const bars = [
  { x: 3, y: 11, height: 3 },
  { x: 6, y: 8.5, height: 5.5 },
  { x: 9, y: 6, height: 8 },
  { x: 12, y: 3.5, height: 10.5 },
];

/** Signal bars; the first `filled` solid, the others faint. */
function Bars({ filled }: { filled: number }) {
  return bars.map(({ x, y, height }, index) => (
    <rect
      key={x}
      x={x}
      y={y}
      width="2.2"
      height={height}
      rx="0.6"
      fill="currentColor"
      opacity={index < filled ? 1 : 0.32}
    />
  ));
}

function Letters({ children }: { children: string }) {
  return (
    <text x="8.6" y="12.4" textAnchor="middle" fontSize="9.5" fontWeight="600" fill="currentColor">
      {children}
    </text>
  );
}

const cross = (
  <path d="M3 3.5 14.2 14" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
);

const glyphs: Record<PlaceStatus, ReactNode> = {
  served: <Bars filled={4} />,
  partial: <Bars filled={2} />,
  weak: <Bars filled={1} />,
  '2g_only': <Letters>2G</Letters>,
  blankspot: (
    <>
      <Bars filled={0} />
      {cross}
    </>
  ),
  incomplete: <Letters>×?</Letters>,
  outage: <path d="M9.8 2.5 4.5 9.5h3.3l-.8 5 5.5-7.2H9.1z" fill="currentColor" />,
  unknown: <Letters>?</Letters>,
};

function toneOf(status: PlaceStatus) {
  const look = statusLook[status];
  return {
    '--tone': `light-dark(${look.light}, ${look.dark})`,
    '--on-tone': `light-dark(${look.onLight}, ${look.onDark})`,
  };
}

type SymbolProps = { status: PlaceStatus; size?: number; faded?: boolean };

/** A square of the status's colour with its symbol; not read aloud, a word stands beside it. */
export function StatusSymbol({ status, size = 18, faded = false }: SymbolProps) {
  return (
    <svg
      className={css.symbol}
      style={toneOf(status)}
      data-pattern={statusLook[status].pattern}
      data-faded={faded || undefined}
      width={size}
      height={size}
      viewBox="0 0 17 17"
      aria-hidden="true"
    >
      <rect className={css.ground} x="0.75" y="0.75" width="15.5" height="15.5" rx="3.5" />
      <g className={css.glyph}>{glyphs[status]}</g>
    </svg>
  );
}

const modelledLines = <path d="M1.5 0V6M4.5 0V6" strokeWidth="0.9" />;

const patternLines: Partial<Record<Pattern, ReactNode>> = {
  diagonal: <path d="M-1 7 7 -1" strokeWidth="1.6" />,
  crosshatch: <path d="M-1 7 7 -1M-1 -1 7 7" strokeWidth="0.9" />,
  dots: (
    <>
      <circle cx="1.5" cy="1.5" r="0.9" stroke="none" />
      <circle cx="4.5" cy="4.5" r="0.9" stroke="none" />
    </>
  ),
};

type SwatchProps = Omit<SymbolProps, 'size'> & {
  /** Rests on a model alone: pale, with fine lines. */
  modelled?: boolean;
};

/** How an area of this status looks on the map, with the symbol on it. */
export function StatusSwatch({ status, faded = false, modelled = false }: SwatchProps) {
  const id = useId();
  const lines = modelled ? modelledLines : patternLines[statusLook[status].pattern];
  return (
    <svg
      className={css.symbol}
      style={toneOf(status)}
      data-pattern={statusLook[status].pattern}
      data-faded={faded || undefined}
      data-modelled={modelled || undefined}
      width="34"
      height="18"
      viewBox="0 0 34 18"
      aria-hidden="true"
    >
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
        <g className={css.pattern}>{lines}</g>
      </pattern>
      <rect className={css.ground} x="0.75" y="0.75" width="32.5" height="16.5" rx="3.5" />
      {lines && <rect x="1.5" y="1.5" width="15" height="15" rx="2.5" fill={`url(#${id})`} />}
      <g className={css.glyph} transform="translate(16.5 0.6)">
        {glyphs[status]}
      </g>
    </svg>
  );
}
