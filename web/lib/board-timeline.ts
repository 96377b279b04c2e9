// Promises by quarter: rows of operators or regencies, columns of quarters, what is late at the left. Pure.
import { regionId } from '#contract/regions';
import { isClosed, isOwed, type BoardRow } from './board-rows.ts';
import { listQuarters, quarterOf, type Quarter } from './quarter.ts';

/** What became of the promises of a cell; the parts add up to `promises`. */
export type Cell = {
  promises: number;
  places: number;
  serving: number;
  onAir: number;
  late: number;
  open: number;
};

export type TimelineRow = {
  /** Operator id or regency code. */
  key: string;
  name: string;
  late: Cell;
  byQuarter: ReadonlyMap<Quarter, Cell>;
};

export type Timeline = { quarters: Quarter[]; rows: TimelineRow[] };

/** Above so many quarters those without any promise are left out. */
const mostQuarters = 24;

function emptyCell(): Cell {
  return { promises: 0, places: 0, serving: 0, onAir: 0, late: 0, open: 0 };
}

function add(cell: Cell, row: BoardRow, places: number): void {
  cell.promises += 1;
  cell.places += places;
  if (row.state === 'serving') cell.serving += 1;
  else if (row.state === 'on_air') cell.onAir += 1;
  else if (row.isLate) cell.late += 1;
  else cell.open += 1;
}

/** All of its places, or of a commitment in several regencies the villages in this one. */
function placesIn(regencyCode: string, { regencies, villageIds, places }: BoardRow): number {
  if (regencies.length === 1) return places;
  const regency = String(regionId(regencyCode));
  return villageIds.filter((id) => String(id).startsWith(regency)).length;
}

/** From the earliest open promise to the last one. */
function quartersOf(rows: readonly BoardRow[]): Quarter[] {
  const open = new Set(
    rows.filter(({ state }) => isOwed(state)).map(({ promisedOn }) => quarterOf(promisedOn)),
  );
  const sorted = [...open].toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = listQuarters(first, last);
  return all.length > mostQuarters ? sorted : all;
}

/**
 * A late promise counts in its own quarter and once more in `late`, which stands for all quarters. A
 * commitment in two regencies stands in both of their rows.
 */
export function timelineOf(rows: readonly BoardRow[], by: 'operator' | 'area'): Timeline {
  const kept = rows.filter(({ state }) => !isClosed(state));
  const quarters = quartersOf(kept);
  const shown = new Set(quarters);
  const found = new Map<string, { name: string; late: Cell; byQuarter: Map<Quarter, Cell> }>();
  const linesOf = (row: BoardRow) =>
    by === 'operator'
      ? [{ code: row.ownerId, name: row.ownerName, places: row.places }]
      : row.regencies.map((regency) => ({ ...regency, places: placesIn(regency.code, row) }));
  for (const row of kept) {
    const quarter = quarterOf(row.promisedOn);
    if (!shown.has(quarter)) continue;
    for (const { code, name, places } of linesOf(row)) {
      const line = found.get(code) ?? { name, late: emptyCell(), byQuarter: new Map() };
      found.set(code, line);
      const cell = line.byQuarter.get(quarter) ?? emptyCell();
      line.byQuarter.set(quarter, cell);
      add(cell, row, places);
      if (row.isLate) add(line.late, row, places);
    }
  }
  return {
    quarters,
    rows: [...found]
      .map(([key, line]) => ({ key, ...line }))
      .toSorted((a, b) => b.late.promises - a.late.promises || a.name.localeCompare(b.name)),
  };
}
