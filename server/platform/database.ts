// Opens the one SQLite file: pragmas, migrations, the meta table. Knows no blankspot.
import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Db = Database.Database;

/** A database that cannot be used: broken, half-written, read-only or from a newer version. */
export class DatabaseError extends Error {}

const serverDir = join(import.meta.dirname, '..');

/** Every room's `migrations/NNNN-name.sql`, in the order of their numbers across all rooms. */
function listMigrations(): { name: string; path: string }[] {
  return readdirSync(serverDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((room) => {
      const dir = join(serverDir, room.name, 'migrations');
      try {
        return readdirSync(dir).map((name) => ({ name, path: join(dir, name) }));
      } catch {
        return [];
      }
    })
    .filter((file) => file.name.endsWith('.sql'))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function setPragmas(db: Db): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 3000');
  db.pragma('cache_size = -65536');
}

/** A further connection to a database that `openDatabase` has prepared, for a worker thread. */
export function attachDatabase(path: string): Db {
  const db = new Database(path, { fileMustExist: true });
  setPragmas(db);
  return db;
}

function migrate(db: Db): void {
  db.exec(`CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);`);
  const migrations = listMigrations();
  const known = new Set(migrations.map((migration) => migration.name));
  const applied = new Set(db.prepare('SELECT name FROM migration').pluck().all() as string[]);
  const foreign = [...applied].find((name) => !known.has(name));
  if (foreign)
    throw new DatabaseError(`basis data dibuat oleh versi yang lebih baru (migrasi ${foreign})`);
  const record = db.prepare('INSERT INTO migration VALUES (?, ?)');
  for (const { name, path } of migrations) {
    if (applied.has(name)) continue;
    db.transaction(() => {
      db.exec(readFileSync(path, 'utf8'));
      record.run(name, new Date().toISOString());
    })();
  }
}

/**
 * Opens (and creates) the database at `path` and brings its schema up to date.
 * `':memory:'` gives a fresh one with the real migrations, as the tests use it.
 * Throws DatabaseError with one readable sentence when the file cannot be used.
 */
export function openDatabase(path: string): Db {
  let db: Db | undefined;
  try {
    db = new Database(path);
    setPragmas(db);
    const health = db.pragma('quick_check(1)', { simple: true });
    if (health !== 'ok') throw new DatabaseError(`basis data rusak: ${String(health)}`);
    migrate(db);
    if (!findMeta(db, 'database_id')) setMeta(db, 'database_id', randomUUID());
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`basis data ${path} tidak dapat dibuka: ${String(error)}`);
  }
}

/** The value kept under `key` in the meta table, or null. */
export function findMeta(db: Db, key: string): string | null {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key);
  return typeof row === 'string' ? row : null;
}

/** Keeps `value` under `key`, replacing what was there. */
export function setMeta(db: Db, key: string, value: string): void {
  db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}

/** Made with the database: sets its versions apart from those of another one at the same address. */
export function databaseId(db: Db): string {
  return findMeta(db, 'database_id') ?? '';
}
