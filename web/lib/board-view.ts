// What stands in the address of the board: view, filters, order and what is open. Pure; a link opens the
// same board.
import {
  commitmentKinds,
  commitmentStates,
  duties,
  programmes,
  type CommitmentKind,
  type CommitmentState,
  type Duty,
  type Programme,
} from '#contract/commitments';
import { quarterPattern } from './quarter.ts';

export const boardViews = ['papan', 'tabel', 'linimasa'] as const;
export type BoardView = (typeof boardViews)[number];

/** The columns of the table, in their order. */
export const boardColumns = [
  'number',
  'place',
  'operator',
  'state',
  'promised',
  'days',
  'slips',
  'regency',
  'kind',
  'programme',
  'updated',
] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** These are always there: without them a row is nothing. */
export const fixedColumns: readonly BoardColumn[] = ['number', 'place'];

/** By a column; with a minus before it from the other end. */
export type BoardSort = BoardColumn | `-${BoardColumn}`;

/** The address of the board as text, the way it is typed and copied. */
export type BoardSearch = {
  /** Absent: the board of columns. */
  view?: Exclude<BoardView, 'papan'>;
  /** The operator that owes it. */
  op?: string;
  state?: CommitmentState;
  late?: '1';
  /** Kemendagri code of a regency. */
  area?: string;
  programme?: Programme;
  kind?: CommitmentKind;
  duty?: Duty;
  /** "2026-Q3", of the promised date. */
  quarter?: string;
  q?: string;
  /** Absent: late ones first, then by promised date. */
  sort?: BoardSort;
  /** Columns that the table leaves out, commas between. */
  hide?: string;
  /** The rows of the timeline; absent: operators. */
  rows?: 'area';
  /** Also what was declined or cancelled. */
  closed?: '1';
  /** The open commitment. */
  buka?: string;
  /** A new one is being written down: for this village, or `1` for one still to be chosen. */
  baru?: string;
};

/** Undefined takes a key out. */
export type BoardSearchChange = { [Key in keyof BoardSearch]: BoardSearch[Key] | undefined };

const idPattern = /^[0-9a-f-]{36}$/;
const regencyPattern = /^\d{2}\.\d{2}$/;
const villagePattern = /^\d{2}\.\d{2}\.\d{2}\.[1-3]\d{3}$/;
const textMaximum = 80;

function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.find((one) => one === value);
}

function parseSort(text: string): BoardSort | undefined {
  const column = oneOf(boardColumns, text.replace(/^-/, ''));
  return column && (text.startsWith('-') ? `-${column}` : column);
}

/** The columns that are left out; unknown words and fixed columns are not. */
export function parseHiddenColumns(text: string | undefined): ReadonlySet<BoardColumn> {
  const words = new Set((text ?? '').split(','));
  return new Set(boardColumns.filter((name) => words.has(name) && !fixedColumns.includes(name)));
}

/** Undefined when nothing is left out, so that the address stays short. */
export function formatHiddenColumns(hidden: ReadonlySet<BoardColumn>): string | undefined {
  const words = boardColumns.filter((name) => hidden.has(name));
  return words.length === 0 ? undefined : words.join(',');
}

/** Keeps what is well-formed of an address, drops the rest. */
export function parseBoardSearch(search: Record<string, unknown>): BoardSearch {
  const text = (key: string) => (typeof search[key] === 'string' ? search[key] : '');
  const found: BoardSearchChange = {
    view: oneOf(['tabel', 'linimasa'] as const, search['view']),
    op: /^[\w-]{1,40}$/.test(text('op')) ? text('op') : undefined,
    state: oneOf(commitmentStates, search['state']),
    late: oneOf(['1'] as const, search['late']),
    area: regencyPattern.test(text('area')) ? text('area') : undefined,
    programme: oneOf(programmes, search['programme']),
    kind: oneOf(commitmentKinds, search['kind']),
    duty: oneOf(duties, search['duty']),
    quarter: quarterPattern.test(text('quarter')) ? text('quarter') : undefined,
    q: text('q').slice(0, textMaximum) || undefined,
    sort: parseSort(text('sort')),
    hide: formatHiddenColumns(parseHiddenColumns(text('hide'))),
    rows: oneOf(['area'] as const, search['rows']),
    closed: oneOf(['1'] as const, search['closed']),
    buka: idPattern.test(text('buka')) ? text('buka') : undefined,
    baru: text('baru') === '1' || villagePattern.test(text('baru')) ? text('baru') : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const filters = [
  'op',
  'state',
  'late',
  'area',
  'programme',
  'kind',
  'duty',
  'quarter',
  'q',
] as const satisfies (keyof BoardSearch)[];

/** How many filters narrow the board. */
export function countBoardFilters(search: BoardSearch): number {
  return filters.filter((key) => search[key] !== undefined).length;
}

/** Takes every filter out; the view, its order and what is open stay. */
export const noBoardFilters: BoardSearchChange = Object.fromEntries(
  filters.map((key) => [key, undefined]),
);

/** What a saved view keeps: everything but what is open. */
export function savedPart({ buka: _, baru: _new, ...kept }: BoardSearch): BoardSearch {
  return kept;
}
