// What a report's best technology says about each generation. Pure.

export const columns = ['2g', '3g', '4g', '5g'] as const;

/** `unsaid`: a lower generation than the best one seen, about which the report is silent. */
export type Cell = 'present' | 'absent' | 'unsaid';

/** `best` is the highest technology seen, `none` for no signal. */
export function cellOf(best: string, column: (typeof columns)[number]): Cell {
  if (best === column) return 'present';
  const rank = columns.findIndex((technology) => technology === best);
  return columns.indexOf(column) > rank ? 'absent' : 'unsaid';
}
