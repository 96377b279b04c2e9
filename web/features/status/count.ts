// Counts of villages by status, from the status list alone. Pure.
// What is only reported counts as unknown, and is told apart.
import { placeStatuses, type PlaceStatus } from '#contract/status';
import type { StatusMark } from '../../api/status.ts';

export type LegendCounts = {
  total: number;
  byStatus: Record<PlaceStatus, number>;
  /** Villages whose status is only reported; they are inside `byStatus.unknown`. */
  reported: number;
};

function emptyCounts(total: number): LegendCounts {
  const byStatus = Object.fromEntries(placeStatuses.map((status) => [status, 0]));
  return { total, byStatus: byStatus as Record<PlaceStatus, number>, reported: 0 };
}

function add(counts: LegendCounts, mark: StatusMark | undefined): void {
  if (mark?.unconfirmed) counts.reported += 1;
  counts.byStatus[mark === undefined || mark.unconfirmed ? 'unknown' : mark.status] += 1;
}

/** The villages with these region ids. */
export function countVillages(
  ids: ReadonlySet<number>,
  marks: ReadonlyMap<number, StatusMark>,
): LegendCounts {
  const counts = emptyCounts(ids.size);
  for (const id of ids) add(counts, marks.get(id));
  return counts;
}

/** All `total` villages; those without a mark are unknown. */
export function countAll(total: number, marks: ReadonlyMap<number, StatusMark>): LegendCounts {
  const counts = emptyCounts(total);
  for (const mark of marks.values()) add(counts, mark);
  counts.byStatus.unknown += Math.max(0, total - marks.size);
  return counts;
}
