// The settings of the derivation in SQL: the newest counts, the earlier ones stay with their day.
import type { Db } from '../platform/database.ts';
import { StatusSettings, type DatedStatusSettings } from './contract.ts';
import { defaultSettings } from './rules.ts';

/** The settings that hold now. */
export function readSettings(db: Db): DatedStatusSettings {
  const row = db
    .prepare(
      `SELECT s.settings, s.changed_at AS changedAt, a.name AS changedByName
       FROM status_setting s LEFT JOIN account a ON a.id = s.changed_by
       ORDER BY s.id DESC LIMIT 1`,
    )
    .get() as { settings: string; changedAt: string; changedByName: string | null } | undefined;
  if (!row) return { settings: defaultSettings, changedAt: null, changedByName: null };
  return { ...row, settings: StatusSettings.parse(JSON.parse(row.settings)) };
}

/** Puts new settings above the earlier ones. */
export function insertSettings(
  db: Db,
  settings: StatusSettings,
  accountId: string,
  at: Date,
): void {
  db.prepare('INSERT INTO status_setting (settings, changed_at, changed_by) VALUES (?, ?, ?)').run(
    JSON.stringify(settings),
    at.toISOString(),
    accountId,
  );
}
