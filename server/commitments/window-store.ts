// Declaration windows in SQL: opened, changed, closed, and read as they stand in a list. Their answers are
// answer-store.ts's part, the places that could be asked about window-place-store.ts's.
import type { Db } from '../platform/database.ts';
import { regionId } from '../regions/contract.ts';
import { daysBetween } from './days.ts';
import type { PlaceRef } from './contract.ts';
import type { WindowChange, WindowInput, WindowSummary } from './declaration-contract.ts';
import { heirOf, type Heirs } from './rules.ts';
import { readHeirs } from './store.ts';

/** A window with every operator that it asks. */
export type StoredWindow = Omit<WindowSummary, 'daysLeft' | 'isOpen'> & {
  closedAt: string | null;
};

type Row = Omit<StoredWindow, 'operators'> & { operators: string };

const selectWindow = `
  SELECT w.id, w.number, w.title, w.note, w.closes_on AS closesOn, w.closed_at AS closedAt,
    w.opened_at AS openedAt, a.name AS openedByName, f.name AS officeName, w.version,
    (SELECT count(*) FROM declaration_place p WHERE p.window_id = w.id) AS places,
    (SELECT json_group_array(json_object('id', o.id, 'name', o.name, 'answered',
         (SELECT count(*) FROM declaration_answer x
          WHERE x.operator_id = o.id AND x.window_id = w.id AND x.answer <> 'silent'))
       ORDER BY o.rowid)
     FROM declaration_operator q JOIN operator o ON o.id = q.operator_id
     WHERE q.window_id = w.id) AS operators
  FROM declaration_window w
    JOIN account a ON a.id = w.opened_by JOIN office f ON f.id = w.office_id`;

function toWindow({ operators, ...row }: Row): StoredWindow {
  return { ...row, operators: JSON.parse(operators) as StoredWindow['operators'] };
}

export function findWindow(db: Db, id: string): StoredWindow | null {
  const row = db.prepare(`${selectWindow} WHERE w.id = ?`).get(id) as Row | undefined;
  return row ? toWindow(row) : null;
}

/** All windows: the open ones first, those that close next on top; then the closed, newest first. */
export function listWindows(db: Db): StoredWindow[] {
  const rows = db
    .prepare(
      `${selectWindow} ORDER BY w.closed_at IS NOT NULL,
         CASE WHEN w.closed_at IS NULL THEN w.closes_on END, w.closed_at DESC, w.number`,
    )
    .all() as Row[];
  return rows.map(toWindow);
}

/** The window as one sees it who acts for `operatorId` (null: who sees every operator), on `today`. */
export function summarise(
  { closedAt, operators, ...window }: StoredWindow,
  operatorId: string | null,
  heirs: Heirs,
  today: string,
): WindowSummary {
  return {
    ...window,
    operators: operators.filter(
      ({ id }) => operatorId === null || heirOf(heirs, id) === operatorId,
    ),
    isOpen: closedAt === null && window.closesOn >= today,
    daysLeft: daysBetween(today, window.closesOn),
  };
}

export type OpenWindow = WindowSummary & { unanswered: number };

/**
 * The open windows that ask `operatorId` or an operator that it took over, with how many answers are
 * still missing; also those where none is. Those that close next come first.
 */
export function listOpenWindowsFor(db: Db, operatorId: string, today: string): OpenWindow[] {
  const heirs = readHeirs(db);
  const rows = db
    .prepare(`${selectWindow} WHERE w.closed_at IS NULL ORDER BY w.closes_on, w.number`)
    .all() as Row[];
  return rows
    .map((row) => summarise(toWindow(row), operatorId, heirs, today))
    .filter(({ isOpen, operators }) => isOpen && operators.length > 0)
    .map((window) => ({
      ...window,
      unanswered: window.operators.reduce((sum, o) => sum + window.places - o.answered, 0),
    }));
}

/** The ids of windows that are open although their closing date is before `today`. */
export function listDueWindows(db: Db, today: string): string[] {
  return db
    .prepare(
      'SELECT id FROM declaration_window WHERE closed_at IS NULL AND closes_on < ? ORDER BY closes_on',
    )
    .pluck()
    .all(today) as string[];
}

/** The places of a window as they were asked for, by number. */
export function listPlaceRefs(db: Db, id: string): (PlaceRef & { number: number })[] {
  return db
    .prepare(
      `SELECT p.number, v.code AS villageCode, p.locality_id AS localityId
       FROM declaration_place p JOIN region v ON v.id = p.village_id
       WHERE p.window_id = ? ORDER BY p.number`,
    )
    .all(id) as (PlaceRef & { number: number })[];
}

/** Writes a window; its places are numbered in the order given. */
export function insertWindow(
  db: Db,
  id: string,
  input: WindowInput,
  by: { accountId: string; officeId: number; at: Date },
): void {
  db.prepare(
    `INSERT INTO declaration_window (id, number, title, note, closes_on, opened_at, opened_by,
       office_id)
     VALUES (@id, (SELECT coalesce(max(number), 0) + 1 FROM declaration_window), @title, @note,
       @closesOn, @at, @accountId, @officeId)`,
  ).run({
    ...{ id, title: input.title, note: input.note, closesOn: input.closesOn },
    ...{ accountId: by.accountId, officeId: by.officeId, at: by.at.toISOString() },
  });
  const addOperator = db.prepare('INSERT INTO declaration_operator VALUES (?, ?)');
  for (const operatorId of input.operatorIds) addOperator.run(id, operatorId);
  const addPlace = db.prepare(
    `INSERT INTO declaration_place (window_id, number, village_id, locality_id)
     VALUES (?, ?, ?, ?)`,
  );
  for (const [index, { villageCode, localityId }] of input.places.entries())
    addPlace.run(id, index + 1, regionId(villageCode), localityId);
}

export function saveWindow(db: Db, id: string, change: WindowChange): void {
  db.prepare(
    `UPDATE declaration_window SET title = coalesce(@title, title), note = coalesce(@note, note),
       closes_on = coalesce(@closesOn, closes_on), version = version + 1 WHERE id = @id`,
  ).run({ title: null, note: null, closesOn: null, ...change, id });
}

/**
 * Closes a window: whatever is not answered becomes silence. Gives back how many answers were missing.
 */
export function closeWindow(db: Db, id: string, closesOn: string, at: Date): number {
  db.prepare(
    `UPDATE declaration_window SET closes_on = ?, closed_at = ?, version = version + 1
     WHERE id = ?`,
  ).run(closesOn, at.toISOString(), id);
  return db
    .prepare(
      `INSERT INTO declaration_answer (window_id, number, operator_id, answer)
       SELECT p.window_id, p.number, o.operator_id, 'silent'
       FROM declaration_place p JOIN declaration_operator o ON o.window_id = p.window_id
       WHERE p.window_id = ?
       ON CONFLICT DO NOTHING`,
    )
    .run(id).changes;
}
