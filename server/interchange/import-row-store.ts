// The rows of files that are brought in, in SQL: their cells, what was made of them, what a person
// decided about them.
import type { Db } from '../platform/database.ts';
import type { ImportCounts, ImportPart } from './contract.ts';
import type { Choices, NumberedDraft } from './import-kind.ts';
import type { JudgedRow, SlotHolder, UnreadRow } from './judge-row.ts';

type RowRecord = {
  number: number;
  cells: string;
  reading: string;
  choices: string;
  is_skipped: number;
};

export type StoredRow = {
  number: number;
  cells: string[];
  judged: JudgedRow;
  choices: Choices;
  isSkipped: boolean;
};

/** The sheet of a file that is read. */
export type SheetKey = { id: string; sheet: number };

function toRow(row: RowRecord): StoredRow {
  return {
    number: row.number,
    cells: JSON.parse(row.cells) as string[],
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
  rows: readonly { number: number; cells: readonly string[] }[],
  judged: readonly JudgedRow[] | null,
): void {
  const insert = db.prepare(
    `INSERT INTO import_row (import_id, sheet, number, cells, part, reading, slot, alike)
     VALUES (@id, @sheet, @number, @cells, @part, @reading, @slot, @alike)`,
  );
  for (const [index, { number, cells }] of rows.entries()) {
    const one = judged?.[index];
    const columns = one ? columnsOf(one) : nothing;
    insert.run({ id, sheet, number, cells: JSON.stringify(cells), ...columns });
  }
}

/** The rows of a sheet in their order, to be read again. */
export function listUnread(db: Db, { id, sheet }: SheetKey): UnreadRow[] {
  const rows = db
    .prepare(
      'SELECT number, cells, choices FROM import_row WHERE import_id = ? AND sheet = ? ORDER BY number',
    )
    .all(id, sheet) as Pick<RowRecord, 'number' | 'cells' | 'choices'>[];
  return rows.map(({ number, cells, choices }) => ({
    number,
    cells: JSON.parse(cells) as string[],
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

const selectRow = 'SELECT number, cells, reading, choices, is_skipped FROM import_row';

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

export type CertainRow = NumberedDraft<unknown> & { villageCode: string };

/** What is to be stored. */
export function listCertain(db: Db, { id, sheet }: SheetKey): CertainRow[] {
  const rows = db
    .prepare(
      `SELECT number, json_extract(reading, '$.draft') AS draft,
         json_extract(reading, '$.villageCode') AS villageCode
       FROM import_row WHERE import_id = ? AND sheet = ? AND part = 'certain' ORDER BY number`,
    )
    .all(id, sheet) as { number: number; draft: string; villageCode: string }[];
  return rows.map(({ number, draft, villageCode }) => ({
    number,
    draft: JSON.parse(draft) as unknown,
    villageCode,
  }));
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
