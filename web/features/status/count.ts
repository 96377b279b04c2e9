// Counts of villages by the rows of the legend, from the status list alone. Pure.
// What is only reported counts as unknown, and is told apart; what only a model says stands in no other
// row: modelled and measured are never added up.
import { unknownMark, type StatusMark } from '../../api/status.ts';
import { legendKeyOf, type Lens } from '../../lib/lens.ts';

export type LegendCounts = {
  total: number;
  /** By status, or by the category of the lens; what is not there is 0. */
  byKey: Readonly<Record<string, number>>;
  /** Villages whose status is only reported; under the status lens they are inside `unknown`. */
  reported: number;
  /** Villages that rest on models alone; under the status lens they are in no row. */
  modelled: number;
};

function count(marks: Iterable<StatusMark>, others: number, lens: Lens): LegendCounts {
  const byKey: Record<string, number> = { [legendKeyOf(lens, unknownMark)]: others };
  let total = others;
  let reported = 0;
  let modelled = 0;
  for (const mark of marks) {
    total += 1;
    const isReported = lens === 'status' && mark.unconfirmed;
    const isModelled = lens === 'status' && mark.modelled && !mark.unconfirmed;
    if (isReported) reported += 1;
    if (isModelled) modelled += 1;
    else {
      const key = isReported ? 'unknown' : legendKeyOf(lens, mark);
      byKey[key] = (byKey[key] ?? 0) + 1;
    }
  }
  return { total, byKey, reported, modelled };
}

/** The villages with these region ids. */
export function countVillages(
  ids: ReadonlySet<number>,
  marks: ReadonlyMap<number, StatusMark>,
  lens: Lens,
): LegendCounts {
  return count(
    [...ids].map((id) => marks.get(id) ?? unknownMark),
    0,
    lens,
  );
}

/** All `total` villages; those without a mark are unknown. */
export function countAll(
  total: number,
  marks: ReadonlyMap<number, StatusMark>,
  lens: Lens,
): LegendCounts {
  return count(marks.values(), Math.max(0, total - marks.size), lens);
}
