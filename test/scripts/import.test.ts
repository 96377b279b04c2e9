import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../server/platform/database.ts';
import { loadProvinces } from '../../server/regions/load.ts';

const root = join(import.meta.dirname, '../..');
let dir: string;
let empty: string;
let file: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'jangkau-test-'));
  empty = mkdtempSync(join(tmpdir(), 'jangkau-test-'));
  const db = openDatabase(join(dir, 'jangkau.db'));
  loadProvinces(db, '13');
  db.close();
  const ring = [
    [100.97, -2.08],
    [100.99, -2.08],
    [100.99, -2.06],
    [100.97, -2.06],
  ];
  const features = ['13.01.01.2001', '=1+1'].map((code) => ({
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }));
  file = join(dir, 'made-up.geojson');
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
  writeFileSync(join(dir, 'broken.geojson'), '{');
});
afterAll(() => {
  for (const folder of [dir, empty]) rmSync(folder, { recursive: true, force: true });
});

function run(script: string, args: string[], dataDir = dir) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join('scripts', script), ...args],
    { cwd: root, env: { ...process.env, DATA_DIR: dataDir }, encoding: 'utf8' },
  );
  return { status, stdout, lines: stderr.trim().split('\n') };
}

describe('npm run import', () => {
  test('imports, tells what it did, writes the problems as CSV', () => {
    const { status, stdout } = run('import.ts', ['boundaries', file]);
    expect(status).toBe(0);
    expect(stdout).toContain('1 batas diimpor');
    expect(stdout).toContain('1 diperbaiki, 1 ditolak');
    const [report = ''] = readdirSync(join(dir, 'reports'));
    const csv = readFileSync(join(dir, 'reports', report), 'utf8');
    expect(csv.split('\r\n')[0]).toBe('file,row,code,problem,value,action');
    expect(csv).toContain(`"'=1+1"`);
    expect(csv).toContain('open_ring');
  });

  test.each([
    ['no command', [], 'pemakaian'],
    ['an unknown command', ['foo'], 'perintah tidak dikenal: foo'],
    ['no path', ['boundaries'], 'pemakaian'],
    ['a missing path', ['boundaries', '/nowhere'], '/nowhere'],
    ['a broken file', ['boundaries', 'BROKEN'], 'broken.geojson: broken JSON'],
  ])('fails in one line on %s', (_case, args, message) => {
    const given = args.map((arg) => (arg === 'BROKEN' ? join(dir, 'broken.geojson') : arg));
    const { status, lines } = run('import.ts', given);
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringContaining(message)]);
  });

  test('fails in one line without a database, and makes none', () => {
    const { status, lines } = run('import.ts', ['boundaries', file], empty);
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringContaining('belum ada basis data')]);
    expect(readdirSync(empty)).toEqual([]);
  });
});

test.each([
  ['no province', []],
  ['a province that is not loaded', ['52']],
])('npm run boundaries fails in one line on %s', (_case, args) => {
  const { status, lines } = run('boundaries.ts', args);
  expect(status).toBe(1);
  expect(lines).toHaveLength(1);
});
