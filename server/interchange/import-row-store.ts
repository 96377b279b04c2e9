// The rows of files that are brought in, in SQL: their cells, what was made of them, what a person
// decided about them.
import type { Db } from '../platform/database.ts';
import type { CheckedGeometry } from './area-check.ts';
import type { ImportCounts, ImportPart } from './contract.ts';
import type { Choices, NumberedDraft } from './import-kind.ts';
import type { JudgedRow, SlotHolder, UnreadRow } from './judge-row.ts';

type RowRecord = {
  number: number;
  cells: string;
  geometry: string | null;
  reading: string;
  choices: string;
  is_skipped: number;
};

export type StoredRow = {
  number: number;
  cells: string[];
  geometry: CheckedGeometry | null;
  judged: JudgedRow;
  choices: Choices;
  isSkipped: boolean;
};

/** The sheet of a file that is read. */
export type SheetKey = { id: string; sheet: number };

function toGeometry(text: string | null): CheckedGeometry | null {
  return text === null ? null : (JSON.parse(text) as CheckedGeometry);
}

function toRow(row: RowRecord): StoredRow {
  return {
    number: row.number,
    cells: JSON.parse(row.cells) as string[],
    geometry: toGeometry(row.geometry),
    judged: JSON.parse(row.reading) as JudgedRow,
    choices: JSON.parse(row.choices) as Choices,
    isSkipped: row.is_skipped === 1,
  };
}

const nothing = { part: null, reading: null, slot: null, alike: null } as const;

function columnsOf(judged: JudgedRow) {
  return {
    part: judged.part,
    reading: JSON.stringify(judged),
    slot: judged.part === 'certain' || judged.part === 'same' ? judged.slot : null,
    alike: judged.part === 'doubtful' ? judged.doubt.alike : null,
  };
}

/** Writes the rows of one sheet; `judged` is in their order, null for a sheet that is not read. */
export function insertRows(
  db: Db,
  { id, sheet }: SheetKey,
  rows: readonly Omit<UnreadRow, 'choices'>[],
  judged: readonly JudgedRow[] | null,
): void {
  const insert = db.prepare(
    `INSERT INTO import_row (import_id, sheet, number, cells, geometry, part, reading, slot, alike)
     VALUES (@id, @sheet, @number, @cells, @geometry, @part, @reading, @slot, @alike)`,
  );
  for (const [index, row] of rows.entries()) {
    const one = judged?.[index];
    const columns = one ? columnsOf(one) : nothing;
    const cells = JSON.stringify(row.cells);
    const geometry = row.geometry && JSON.stringify(row.geometry);
    insert.run({ id, sheet, number: row.number, cells, geometry, ...columns });
  }
}

/** The rows of a sheet in their order, to be read again. */
export function listUnread(db: Db, { id, sheet }: SheetKey): UnreadRow[] {
  const rows = db
    .prepare(
      `SELECT number, cells, geometry, choices FROM import_row
       WHERE import_id = ? AND sheet = ? ORDER BY number`,
    )
    .all(id, sheet) as Pick<RowRecord, 'number' | 'cells' | 'geometry' | 'choices'>[];
  return rows.map(({ number, cells, geometry, choices }) => ({
    number,
    cells: JSON.parse(cells) as string[],
    geometry: toGeometry(geometry),
    choices: JSON.parse(choices) as Choices,
  }));
}

/** Forgets what was made of the rows of a sheet and decided about them. */
export function clearSheet(db: Db, { id, sheet }: SheetKey): void {
  db.prepare(
    `UPDATE import_row SET part = NULL, reading = NULL, slot = NULL, alike = NULL, choices = '{}',
       is_skipped = 0 WHERE import_id = ? AND sheet = ?`,
  ).run(id, sheet);
}

/** Returns what writes down what was made of one row, and with `decided` what a person decided. */
export function prepareSaveRow(db: Db, { id, sheet }: SheetKey) {
  const save = db.prepare(
    `UPDATE import_row SET part = @part, reading = @reading, slot = @slot, alike = @alike,
       choices = coalesce(@choices, choices), is_skipped = coalesce(@skipped, is_skipped)
     WHERE import_id = @id AND sheet = @sheet AND number = @number`,
  );
  return (number: number, judged: JudgedRow, decided?: { choices: Choices; isSkipped: boolean }) =>
    save.run({
      ...columnsOf(judged),
      choices: decided ? JSON.stringify(decided.choices) : null,
      skipped: decided ? Number(decided.isSkipped) : null,
      ...{ id, sheet, number },
    });
}

export function countParts(db: Db, { id, sheet }: SheetKey): ImportCounts {
  const rows = db
    .prepare(
      `SELECT part, is_skipped AS skipped, count(*) AS count FROM import_row
       WHERE import_id = ? AND sheet = ? AND part IS NOT NULL GROUP BY part, is_skipped`,
    )
    .all(id, sheet) as { part: ImportPart; skipped: number; count: number }[];
  const count = (part: ImportPart, skipped: number) =>
    rows.find((row) => row.part === part && row.skipped === skipped)?.count ?? 0;
  return {
    certain: count('certain', 0),
    doubtful: count('doubtful', 0),
    skipped: count('doubtful', 1),
    wrong: count('wrong', 0),
    same: count('same', 0),
  };
}

const selectRow = 'SELECT number, cells, geometry, reading, choices, is_skipped FROM import_row';

/** The rows of a part after row `after`, by their numbers. */
export function listRows(
  db: Db,
  { id, sheet }: SheetKey,
  part: ImportPart,
  after: number,
  limit: number,
): StoredRow[] {
  const rows = db
    .prepare(
      `${selectRow} WHERE import_id = ? AND sheet = ? AND part = ? AND number > ?
       ORDER BY number LIMIT ?`,
    )
    .all(id, sheet, part, after, limit) as RowRecord[];
  return rows.map(toRow);
}

export function findRow(db: Db, { id, sheet }: SheetKey, number: number): StoredRow | null {
  const row = db
    .prepare(`${selectRow} WHERE import_id = ? AND sheet = ? AND number = ? AND part IS NOT NULL`)
    .get(id, sheet, number) as RowRecord | undefined;
  return row ? toRow(row) : null;
}

/** All rows that wait with the same doubt, by their numbers. */
export function listAlike(db: Db, { id, sheet }: SheetKey, alike: string): StoredRow[] {
  const rows = db
    .prepare(`${selectRow} WHERE import_id = ? AND sheet = ? AND alike = ? ORDER BY number`)
    .all(id, sheet, alike) as RowRecord[];
  return rows.map(toRow);
}

/** How many rows wait with each of these doubts, skipped ones left out. */
export function countAlike(
  db: Db,
  { id, sheet }: SheetKey,
  alike: readonly string[],
): Map<string, number> {
  const rows = db
    .prepare(
      `SELECT alike, count(*) AS count FROM import_row
       WHERE import_id = ? AND sheet = ? AND is_skipped = 0
         AND alike IN (SELECT value FROM json_each(?)) GROUP BY alike`,
    )
    .all(id, sheet, JSON.stringify([...new Set(alike)])) as { alike: string; count: number }[];
  return new Map(rows.map((row) => [row.alike, row.count]));
}

/** The first other row that writes to a slot; null: none does. */
export function findSlotHolder(
  db: Db,
  { id, sheet }: SheetKey,
  slot: string,
  number: number,
): SlotHolder | null {
  const row = db
    .prepare(
      `SELECT number, json_extract(reading, '$.draft') AS draft FROM import_row
       WHERE import_id = ? AND slot = ? AND sheet = ? AND number <> ? ORDER BY number LIMIT 1`,
    )
    .get(id, slot, sheet, number) as { number: number; draft: string } | undefined;
  return row ? { number: row.number, draft: JSON.parse(row.draft) as unknown } : null;
}

export type CertainRow = NumberedDraft<unknown> & { villageCode: string | null };

/** What is to be stored. */
export function listCertain(db: Db, { id, sheet }: SheetKey): CertainRow[] {
  const rows = db
    .prepare(
      `SELECT number, geometry, json_extract(reading, '$.draft') AS draft,
         json_extract(reading, '$.villageCode') AS villageCode
       FROM import_row WHERE import_id = ? AND sheet = ? AND part = 'certain' ORDER BY number`,
    )
    .all(id, sheet) as {
    number: number;
    geometry: string | null;
    draft: string;
    villageCode: string | null;
  }[];
  return rows.map(({ number, geometry, draft, villageCode }) => ({
    number,
    geometry: toGeometry(geometry),
    draft: JSON.parse(draft) as unknown,
    villageCode,
  }));
}

/** A row as it lies on a map, without what was made of it. */
export type PlacedRow = {
  number: number;
  part: ImportPart;
  cells: string[];
  /** Of an area its outline only. */
  geometry: CheckedGeometry | null;
};

/** The rows of a sheet in their order, one after the other: a map may have enough before the end. */
export function* eachPlacedRow(db: Db, { id, sheet }: SheetKey): Generator<PlacedRow> {
  const rows = db
    .prepare(
      `SELECT number, part, cells,
         CASE json_extract(geometry, '$.type') WHEN 'MultiPolygon'
           THEN json_object('type', 'MultiPolygon', 'coordinates', json('[]'),
             'outline', json_extract(geometry, '$.outline'), 'finding', NULL)
           ELSE geometry END AS geometry
       FROM import_row WHERE import_id = ? AND sheet = ? AND part IS NOT NULL ORDER BY number`,
    )
    .iterate(id, sheet) as IterableIterator<
    Pick<RowRecord, 'number' | 'cells' | 'geometry'> & { part: ImportPart }
  >;
  for (const { number, part, cells, geometry } of rows)
    yield { number, part, cells: JSON.parse(cells) as string[], geometry: toGeometry(geometry) };
}

/** The rows that are left out, with what is wrong or doubtful about them. */
export function listLeftOut(db: Db, { id, sheet }: SheetKey): StoredRow[] {
  const rows = db
    .prepare(
      `${selectRow} WHERE import_id = ? AND sheet = ? AND part IN ('wrong', 'doubtful')
       ORDER BY number`,
    )
    .all(id, sheet) as RowRecord[];
  return rows.map(toRow);
}

/** Up to `limit` texts of each column, from the first rows. */
export function listFirstCells(db: Db, { id, sheet }: SheetKey, limit: number): string[][] {
  const rows = db
    .prepare(
      'SELECT cells FROM import_row WHERE import_id = ? AND sheet = ? ORDER BY number LIMIT ?',
    )
    .pluck()
    .all(id, sheet, limit) as string[];
  return rows.map((cells) => JSON.parse(cells) as string[]);
}

/** After storing, only rows that were left out stay; the doubtful ones as skipped. */
export function keepLeftOut(db: Db, { id, sheet }: SheetKey): void {
  db.prepare(
    `DELETE FROM import_row WHERE import_id = ? AND (sheet <> ? OR part IN ('certain', 'same'))`,
  ).run(id, sheet);
  db.prepare("UPDATE import_row SET is_skipped = 1 WHERE import_id = ? AND part = 'doubtful'").run(
    id,
  );
}

export function deleteRows(db: Db, id: string): void {
  db.prepare('DELETE FROM import_row WHERE import_id = ?').run(id);
}
