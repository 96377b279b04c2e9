// Opening the database: migrations once, and a file that cannot be used told in one sentence.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  DatabaseError,
  findMeta,
  openDatabase,
  setMeta,
} from '../../../server/platform/database.ts';
import { openPlaces } from '../../helpers/place.ts';

function newPath(): string {
  return join(mkdtempSync(join(tmpdir(), 'jangkau-db-')), 'jangkau.db');
}

test('a second opening finds everything as it was', () => {
  const path = newPath();
  const first = openDatabase(path);
  setMeta(first, 'key', 'one');
  setMeta(first, 'key', 'two');
  first.close();
  const second = openDatabase(path);
  expect(findMeta(second, 'key')).toBe('two');
  expect(findMeta(second, 'other')).toBeNull();
  second.close();
});

describe('a file that cannot be used is refused', () => {
  test('no database at all', () => {
    const path = newPath();
    writeFileSync(path, 'kode;nama\n13;Sumatera Barat\n'.repeat(200));
    expect(() => openDatabase(path)).toThrow(DatabaseError);
  });

  test('half written', () => {
    const path = newPath();
    const db = openPlaces(path);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 8192, bytes.length / 2);
    writeFileSync(path, bytes);
    expect(() => openDatabase(path)).toThrow(DatabaseError);
  });

  test('made by a newer version', () => {
    const path = newPath();
    const db = openDatabase(path);
    db.prepare("INSERT INTO migration VALUES ('9999-later.sql', '2030-01-01')").run();
    db.close();
    expect(() => openDatabase(path)).toThrow('9999-later.sql');
  });
});

test('what a request asks for often is answered by an index', () => {
  const db = openPlaces();
  const plan = (sql: string, ...values: unknown[]) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[])
      .map((step) => step.detail)
      .join('\n');
  const queries = [
    plan('SELECT * FROM region WHERE parent_code IS ? ORDER BY name', '13'),
    plan('SELECT * FROM report WHERE village_code = ? ORDER BY observed_on DESC', 'x'),
    plan('SELECT * FROM report WHERE shown_lat BETWEEN 1 AND 2 AND shown_lng BETWEEN 3 AND 4'),
    plan('SELECT * FROM place_status WHERE id BETWEEN ? AND ?', 1, 2),
    plan('SELECT * FROM place_status WHERE version > ? ORDER BY version', 1),
    plan('SELECT * FROM tile WHERE version = ? AND z = 1 AND x = 1 AND y = 1', 'v'),
    plan("SELECT count(*) FROM region WHERE level = 'village' AND id BETWEEN 1 AND 2"),
  ];
  for (const detail of queries) expect(detail).not.toMatch(/\bSCAN\b/);
});
