// The columns of the table of commitments: how wide each is. Their order is that of the address.
import { boardColumns, type BoardColumn } from '../../lib/board-view.ts';

/** At least so wide, CSS pixels; those with a share also take of what is left. */
const widths: Record<BoardColumn, { leastPx: number; share?: number }> = {
  number: { leastPx: 52 },
  place: { leastPx: 190, share: 1.6 },
  regency: { leastPx: 130, share: 1 },
  operator: { leastPx: 150, share: 1.2 },
  kind: { leastPx: 100 },
  programme: { leastPx: 116 },
  state: { leastPx: 92 },
  promised: { leastPx: 84 },
  days: { leastPx: 136 },
  slips: { leastPx: 76 },
  updated: { leastPx: 84 },
};

/** Of the box to tick, and between any two columns. */
const boxPx = 36;
const gapPx = 12;

export function shownColumns(hidden: ReadonlySet<BoardColumn>): BoardColumn[] {
  return boardColumns.filter((column) => !hidden.has(column));
}

/** For grid-template-columns: the box to tick, then the columns. */
export function templateOf(columns: readonly BoardColumn[]): string {
  const sizes = columns.map((column) => {
    const { leastPx, share } = widths[column];
    return share === undefined ? `${leastPx}px` : `minmax(${leastPx}px, ${share}fr)`;
  });
  return [`${boxPx}px`, ...sizes].join(' ');
}

/** Narrower than that the table scrolls sideways, CSS pixels. */
export function leastWidthPx(columns: readonly BoardColumn[]): number {
  return columns.reduce((sum, column) => sum + widths[column].leastPx + gapPx, boxPx + gapPx);
}
