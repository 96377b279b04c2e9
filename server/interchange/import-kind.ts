// What a kind of table is: its columns, what else must be known, how a row is read, how rows are
// stored. Types and the one function that makes a kind; the kinds themselves are in kinds/.
import type { z } from 'zod';
import type { Account } from '../auth/contract.ts';
import type { CellTechnology, SiteState } from '../coverage/contract.ts';
import type { Mast } from '../coverage/site-groups.ts';
import type { Operator } from '../evidence/contract.ts';
import type { Db } from '../platform/database.ts';
import type { Tally } from '../platform/tally.ts';
import type { Position } from '../regions/contract.ts';
import type { AliasKind } from '../regions/place-alias.ts';
import type { PlaceIndex } from '../regions/place-index.ts';
import type { DoubtSubject, ImportKindName, ImportMapping, ImportSetting } from './contract.ts';
import type { CheckedGeometry } from './area-check.ts';
import type { Known } from './known.ts';
import type { OperatorWords } from './operator-words.ts';

export type ImportColumn = {
  /** Stable. */
  key: string;
  /** The header that is written. */
  header: string;
  /** The headers under which it is known besides, the usual ones first. */
  names: readonly string[];
  /** What stands there in the example row. */
  example?: string;
  /** The words that may stand there, in the form that is written. */
  words?: readonly string[];
  isCode?: boolean;
};

/** One row of a file, by what its columns are. */
export type RowCells = {
  number: number;
  /** '' where the file has no such column. */
  text(key: string): string;
  /** The header of the column in the file; '' where there is none. */
  header(key: string): string;
  /** Null where the row has none; `geometryWord` then says why, '' in a table. */
  geometry: CheckedGeometry | null;
  geometryWord: string;
};

/** A row with what a person decided about it. */
export type ChosenRow = { row: RowCells; choices: Choices };

/** What can be told only of all rows together; kinds that need none of it leave it empty. */
export type TableFacts = {
  /** Where the cells of a row stand and what that is called, by the row's number. */
  masts: ReadonlyMap<number, Mast & { name: string }>;
  /** All of it stands already, filed on the same day. */
  isFiled: boolean;
};

/** What a person decided about the doubts of a row: the option's key. */
export type Choices = Partial<Record<DoubtSubject, string>>;

export type LocalityName = { id: string; kind: string; name: string };

/** Everything that reading a row rests on beside the row. */
export type ReadContext = {
  /** ISO date after which nothing can have been observed. */
  today: string;
  /** What is said of the whole file; placeholders while it is not, and then nothing is stored. */
  source: string;
  /** The day of rows that name none; null where each has to name its own. */
  datedOn: string | null;
  year: number;
  /** Code of the regency of rows that name none; '' where none is known. */
  regency: string;
  /** Whose rows are that name no operator, technology or state; null where each has to name it. */
  operatorId: string | null;
  technology: CellTechnology | null;
  siteState: SiteState | null;
  operators: readonly Operator[];
  operatorWords: OperatorWords;
  index: PlaceIndex;
  /** Whether the one who imports may write about the village. */
  mayWrite(villageCode: string): boolean;
  /** Whether it may write about the operator's sites and coverage. */
  mayWriteFor(operatorId: string): boolean;
  /** Whether a position lies in a province that is loaded. */
  isInArea: (position: Position) => boolean;
  listLocalities(villageCode: string): readonly LocalityName[];
  /** Null where the village has no boundary. */
  isInside(villageCode: string, position: Position): boolean | null;
  known: Known;
  table: TableFacts;
};

export type CellError = {
  /** Key of the column; null where it is about the row as a whole. */
  column: string | null;
  code: string;
  value: string;
};

export type Option = { key: string; reason: string | null; position?: Position };

/** What a person has to decide before a row can be stored. */
export type Doubt = {
  about: DoubtSubject;
  reason: string;
  said: string;
  options: Option[];
  /** Rows with the same text here have the same doubt. */
  alike: string;
  /** Where the row's point lies, to tell the distance of the options. */
  near: Position | null;
  /** What can be kept as another name or code of the chosen village; null where that helps nobody. */
  alias: { kind: AliasKind; written: string } | null;
};

/** What was made of a row. */
export type Reading<Draft = unknown> =
  | {
      kind: 'draft';
      draft: Draft;
      /** Null for what belongs to no village. */
      villageCode: string | null;
      /** What it writes: another row of the same slot says the same or contradicts it. */
      slot: string;
      /** It is stored already, as it is. */
      isKnown: boolean;
      warnings: string[];
    }
  | { kind: 'doubt'; doubt: Doubt }
  | { kind: 'wrong'; errors: CellError[]; villageCode: string | null };

export type NumberedDraft<Draft> = {
  number: number;
  draft: Draft;
  /** As the row has it. */
  geometry: CheckedGeometry | null;
};

/** Who stores, when, what was said of the file. */
export type StoredBy = {
  caller: Account;
  at: Date;
  importId: string;
  /** The import's day, null where none was said. */
  datedOn: string | null;
  /** Whose file it is; null where none was said. */
  operatorId: string | null;
  /** Looks up the rows that could not be read or were left out. */
  leftOut: () => RowCells[];
};

export type Stored = Tally & {
  /** Ids of new reports; empty for the other kinds. */
  reportIds: string[];
  /** Villages whose status may have changed. */
  villages: string[];
  /** Localities, facilities or people are others now. */
  hasNewPlaces: boolean;
  /** What is covered is to be made again. */
  changesCoverage?: boolean;
};

type Definition<Draft> = {
  name: ImportKindName;
  /** More rows are to be split over several files. */
  rowLimit: number;
  /** Polygons are what its rows are about; a file without any is refused. */
  needsAreas?: boolean;
  /** The file itself is kept, to be opened again as it was. */
  keepsFile?: boolean;
  /** The columns by which a row is called on a map, the best first; [] where rows are on no map. */
  labels: readonly string[];
  columns(operators: readonly Operator[]): ImportColumn[];
  /** Groups of columns of which one must be there, in a table and in a file whose rows have geometries. */
  needs(operators: readonly Operator[], hasGeometry: boolean): string[][];
  /** What may be said of the whole file, and what of it must, with the columns that it has. */
  settings: readonly ImportSetting[];
  required(mapping: ImportMapping): ImportSetting[];
  draft: z.ZodType<Draft>;
  /** Looks at all rows before the first is read. */
  prepare?(rows: readonly ChosenRow[], context: ReadContext): TableFacts;
  /** What a draft becomes, in the words of the field: "PDG001 · Telkomsel"; absent where a village says it. */
  titleOf?: (draft: Draft, operators: readonly Operator[]) => string;
  /** Whose sites or coverage a draft is; absent where drafts are no operator's. */
  operatorOf?: (draft: Draft) => string;
  /** Pure apart from what it looks up through the context. */
  readRow(row: RowCells, choices: Choices, context: ReadContext): Reading<Draft>;
  /** In the caller's transaction; throws what the rooms refuse, with the row's number (storeRow). */
  store(db: Db, rows: readonly NumberedDraft<Draft>[], by: StoredBy): Stored;
};

/** A kind whose drafts are kept as JSON between reading and storing. */
export type ImportKind = Definition<unknown>;

export const noFacts: TableFacts = { masts: new Map(), isFiled: false };

/** Checks the drafts by the kind's schema when they come back from where they were kept. */
export function defineKind<Draft>(definition: Definition<Draft>): ImportKind {
  const { operatorOf, titleOf, ...rest } = definition;
  const { draft: schema } = definition;
  return {
    ...rest,
    ...(titleOf && { titleOf: (draft, operators) => titleOf(schema.parse(draft), operators) }),
    ...(operatorOf && { operatorOf: (draft: unknown) => operatorOf(schema.parse(draft)) }),
    store: (db, rows, by) =>
      definition.store(
        db,
        rows.map((row) => ({ ...row, draft: schema.parse(row.draft) })),
        by,
      ),
  };
}
