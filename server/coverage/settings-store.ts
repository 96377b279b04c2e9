// How far cells reach, in SQL: the newest settings count, the earlier ones stay with their day.
import type { Db } from '../platform/database.ts';
import { CoverageSettings, type DatedCoverageSettings } from './contract.ts';
import { defaultSettings } from './rules.ts';

/** The settings that hold now. */
export function readSettings(db: Db): DatedCoverageSettings {
  const row = db
    .prepare(
      `SELECT s.settings, s.changed_at AS changedAt, a.name AS changedByName
       FROM coverage_setting s LEFT JOIN account a ON a.id = s.changed_by
       ORDER BY s.id DESC LIMIT 1`,
    )
    .get() as { settings: string; changedAt: string; changedByName: string | null } | undefined;
  if (!row) return { settings: defaultSettings, changedAt: null, changedByName: null };
  return { ...row, settings: CoverageSettings.parse(JSON.parse(row.settings)) };
}

/** Puts new settings above the earlier ones. */
export function insertSettings(
  db: Db,
  settings: CoverageSettings,
  accountId: string,
  at: Date,
): void {
  db.prepare(
    'INSERT INTO coverage_setting (settings, changed_at, changed_by) VALUES (?, ?, ?)',
  ).run(JSON.stringify(settings), at.toISOString(), accountId);
}
