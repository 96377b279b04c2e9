// The rows of the board: with what is told of them, filtered, sorted, and grouped by state. Pure.
import { codeOfRegionId } from '#contract/regions';
import {
  commitmentStates,
  owedStates,
  type CommitmentList,
  type CommitmentRow,
  type CommitmentState,
} from '#contract/commitments';
import { foldText } from '../api/place-lookup.ts';
import type { BoardColumn, BoardSearch, BoardSort } from './board-view.ts';
import { daysBetween } from './days.ts';
import { quarterOf } from './quarter.ts';

export type BoardRow = CommitmentRow & {
  isLate: boolean;
  /** From today to the promised date; negative once it has passed. */
  daysLeft: number;
  ownerName: string;
  /** Who promised it, where another one owes it now; else null. */
  promisorName: string | null;
  /** The regencies in which it lies; called by their code as long as no name is known. */
  regencies: readonly { code: string; name: string }[];
  /** What a text is looked for in. */
  haystack: string;
};

const owed: readonly CommitmentState[] = owedStates;

/** Promised, and neither on air nor given up. */
export function isOwed(state: CommitmentState): boolean {
  return owed.includes(state);
}

/** Given up: not shown unless it is asked for. */
export function isClosed(state: CommitmentState): boolean {
  return state === 'declined' || state === 'cancelled';
}

/** `regencyNames`: code → name, as far as they are known yet. */
export function boardRows(
  { rows, today, operators }: CommitmentList,
  regencyNames: ReadonlyMap<string, string>,
): BoardRow[] {
  const operatorNames = new Map(operators.map(({ id, name }) => [id, name]));
  const operator = (id: string) => operatorNames.get(id) ?? id;
  return rows.map((row) => {
    const codes = new Set(row.villageIds.map((id) => codeOfRegionId(id).slice(0, '13.01'.length)));
    const regencies = [...codes].map((code) => ({ code, name: regencyNames.get(code) ?? code }));
    const ownerName = operator(row.ownerId);
    const promisorName = row.operatorId === row.ownerId ? null : operator(row.operatorId);
    const said = [
      ...[row.number, row.placeName, row.siteName, ownerName, promisorName ?? ''],
      ...regencies.map(({ name }) => name),
    ];
    return {
      ...row,
      // The official word stands before the name, in small letters: "nagari Inderapura".
      placeName: row.placeName.charAt(0).toUpperCase() + row.placeName.slice(1),
      isLate: isOwed(row.state) && row.promisedOn < today,
      daysLeft: daysBetween(today, row.promisedOn),
      ...{ ownerName, promisorName, regencies },
      haystack: foldText(said.join(' ')),
    };
  });
}

/** What the filters of the address leave; every word of the text must stand somewhere in the row. */
export function filterBoardRows(rows: readonly BoardRow[], search: BoardSearch): BoardRow[] {
  const { op, state, late, area, programme, kind, duty, quarter, closed } = search;
  const words = foldText(search.q ?? '')
    .split(' ')
    .filter(Boolean);
  const fits = (wanted: string | undefined, value: string | null) =>
    wanted === undefined || wanted === value;
  return rows.filter(
    (row) =>
      (closed === '1' || state !== undefined || !isClosed(row.state)) &&
      (late === undefined || row.isLate) &&
      (area === undefined || row.regencies.some(({ code }) => code === area)) &&
      fits(op, row.ownerId) &&
      fits(state, row.state) &&
      fits(programme, row.programme) &&
      fits(kind, row.kind) &&
      fits(duty, row.duty) &&
      fits(quarter, quarterOf(row.promisedOn)) &&
      words.every((word) => row.haystack.includes(word)),
  );
}

type Value = string | number;

const valueOf: Record<BoardColumn, (row: BoardRow) => Value> = {
  number: ({ number }) => number,
  place: ({ placeName }) => placeName,
  regency: ({ regencies }) => regencies[0]?.name ?? '',
  operator: ({ ownerName }) => ownerName,
  kind: ({ kind }) => kind,
  programme: ({ programme }) => programme,
  state: ({ state }) => commitmentStates.indexOf(state),
  promised: ({ promisedOn }) => promisedOn,
  days: ({ daysLeft, state }) => (isOwed(state) ? daysLeft : Number.MAX_SAFE_INTEGER),
  slips: ({ slips }) => slips,
  updated: ({ updatedOn }) => updatedOn,
};

function compare(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(a !== b);
}

/** Late ones first, then by promised date; rows that are equal stand by their number. */
export function sortBoardRows(rows: readonly BoardRow[], sort: BoardSort | undefined): BoardRow[] {
  if (sort === undefined)
    return rows.toSorted(
      (a, b) =>
        Number(b.isLate) - Number(a.isLate) ||
        compare(a.promisedOn, b.promisedOn) ||
        a.number - b.number,
    );
  const isReversed = sort.startsWith('-');
  const value = valueOf[sort.replace(/^-/, '') as BoardColumn];
  const sign = isReversed ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(value(a), value(b)) || a.number - b.number);
}

export type StateColumn = { state: CommitmentState; rows: BoardRow[]; late: number };

/** A column for each state in the order of life; given up ones only where they are asked for. */
export function groupByState(rows: readonly BoardRow[], withClosed: boolean): StateColumn[] {
  const columns = new Map<CommitmentState, StateColumn>(
    commitmentStates
      .filter((state) => withClosed || !isClosed(state))
      .map((state) => [state, { state, rows: [], late: 0 }]),
  );
  for (const row of rows) {
    const column = columns.get(row.state);
    column?.rows.push(row);
    if (column && row.isLate) column.late += 1;
  }
  return [...columns.values()];
}
