// What an operator runs: backup, restore, a forgotten password, samples. As processes, over a real file.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { ensureAdmin } from '../../server/auth/first-admin.ts';
import { passwordMatches } from '../../server/auth/sign-in.ts';
import { findAccountByEmail, getPasswordHash } from '../../server/auth/store.ts';
import { insertPhoto, markStored } from '../../server/evidence/photo-store.ts';
import { findMeta, openDatabase, setMeta } from '../../server/platform/database.ts';
import { openPlaces } from '../helpers/place.ts';

const adminEmail = 'admin@contoh.go.id';
let dir = '';
const open = () => openDatabase(join(dir, 'jangkau.db'));

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'jangkau-operation-'));
  const db = openPlaces(join(dir, 'jangkau.db'));
  await ensureAdmin(db, { adminEmail, adminPassword: 'kata-sandi-lama' }, new Date());
  db.close();
});

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `scripts/${script}.ts`, ...args],
    { env: { PATH: process.env.PATH, DATA_DIR: dir, PROVINCE: '13' }, encoding: 'utf8' },
  );
  return { status, out: stdout, err: stderr.trim() };
}

test('a backup brings back what was there, and keeps what it replaces', () => {
  expect(run('backup').status).toBe(0);
  const [backup = ''] = readdirSync(join(dir, 'backups'));
  const spoiled = open();
  setMeta(spoiled, 'spoiled', 'yes');
  spoiled.close();
  expect(run('restore', join(dir, 'backups', backup)).status).toBe(0);
  const restored = open();
  expect(findMeta(restored, 'spoiled')).toBeNull();
  restored.close();
  expect(existsSync(join(dir, 'jangkau.db.before-restore'))).toBe(true);
});

describe('photos', () => {
  const contentOf = (letter: string) => letter.repeat(64);
  const path = (letter: string, ending: string) =>
    join(dir, 'photos', letter.repeat(2), `${contentOf(letter)}.${ending}`);

  /** A stored photo with its row; what it shows does not matter here. */
  function addPhoto(letter: string): void {
    mkdirSync(join(dir, 'photos', letter.repeat(2)), { recursive: true });
    for (const ending of ['jpg', 'thumb.webp']) writeFileSync(path(letter, ending), letter);
    const db = open();
    const id = randomUUID();
    const declaredBy = findAccountByEmail(db, adminEmail)?.id ?? '';
    const declared = { kind: 'photo', operatorId: null, bytes: 1, exifDistanceM: null } as const;
    const sha256 = contentOf(letter);
    const at = new Date();
    insertPhoto(db, { id, reportId: id, declared: { ...declared, sha256 }, declaredBy, at });
    const image = { content: sha256, extension: 'jpg', widthPx: 1, heightPx: 1, bytes: 1 } as const;
    markStored(db, id, image, null);
    db.close();
  }

  const backUp = (name: string) => {
    const target = join(dir, 'salinan', name);
    expect(run('backup', target).status).toBe(0);
    return target;
  };

  test('come back with the backup that names them, and those of the present stay beside', () => {
    addPhoto('a');
    const first = backUp('satu.db');
    addPhoto('b');
    const second = backUp('dua.db');
    rmSync(join(dir, 'photos'), { recursive: true });
    addPhoto('c');

    expect(run('restore', first).status).toBe(0);
    expect(readFileSync(path('a', 'jpg'), 'utf8')).toBe('a');
    expect(readdirSync(join(dir, 'photos'))).toEqual(['aa']);
    expect(readdirSync(join(dir, 'photos.before-restore'))).toEqual(['cc']);

    expect(run('restore', second).out).not.toContain('tidak ada');
    for (const letter of ['a', 'b'])
      for (const ending of ['jpg', 'thumb.webp'])
        expect(readFileSync(path(letter, ending), 'utf8')).toBe(letter);
  });

  test('of a restore that turns out wrong are still there to go back to', () => {
    const empty = backUp('kosong.db');
    addPhoto('a');
    expect(run('restore', empty).status).toBe(0);
    expect(existsSync(path('a', 'jpg'))).toBe(false);
    expect(run('restore', join(dir, 'jangkau.db.before-restore')).status).toBe(0);
    expect(readFileSync(path('a', 'jpg'), 'utf8')).toBe('a');
  });

  test('that are nowhere to be found are counted', () => {
    addPhoto('a');
    const backup = backUp('satu.db');
    rmSync(join(dir, 'salinan', 'jangkau-photos'), { recursive: true });
    rmSync(join(dir, 'photos'), { recursive: true });
    expect(run('restore', backup).out).toContain('1 foto tidak ada');
  });
});

test('a backup that is none is refused, and the database stays', () => {
  const broken = join(dir, 'broken.db');
  writeFileSync(broken, 'bukan basis data '.repeat(300));
  const { status, err } = run('restore', broken);
  expect([status, err.split('\n').length]).toEqual([1, 1]);
  const db = open();
  expect(findAccountByEmail(db, adminEmail)).not.toBeNull();
  db.close();
});

test('a forgotten password is replaced by one to hand out', async () => {
  const { status, out } = run('password', adminEmail);
  expect(status).toBe(0);
  const db = open();
  const account = findAccountByEmail(db, adminEmail);
  expect(account?.mustChangePassword).toBe(true);
  const made = /(\w{4}(-\w{4}){3})/.exec(out)?.[1] ?? '';
  expect(await passwordMatches(getPasswordHash(db, account?.id ?? ''), made)).toBe(true);
  db.close();
});

test('samples come and go', () => {
  expect(run('sample').out).toMatch(/Laporan SAMPEL: [1-3];/);
  expect(run('sample', 'remove').out).toContain('Laporan SAMPEL: 0;');
});

describe('a wrong call ends in one line', () => {
  test.each([
    ['restore', []],
    ['restore', ['tidak-ada.db']],
    ['password', []],
    ['password', ['siapa@contoh.go.id']],
    ['sample', ['hapus']],
  ])('%s %j', (script, args) => {
    const { status, err } = run(script, ...args);
    expect(status).toBe(1);
    expect(err.split('\n')).toHaveLength(1);
  });
});
