// Starting the real server: what it prints, and how it says that it cannot.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openPlaces } from '../helpers/place.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function newDir(): string {
  return mkdtempSync(join(tmpdir(), 'jangkau-start-'));
}

/** Starts the server and gives back its process, and what it prints until it listens or ends. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...env },
  });
  running.push(child);
  return new Promise<{ child: ChildProcess; code: number | null; out: string; err: string }>(
    (resolve) => {
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk) => {
        out += chunk;
        if (out.includes('siap di')) resolve({ child, code: null, out, err });
      });
      child.stderr.on('data', (chunk) => (err += chunk));
      child.on('close', (code) => resolve({ child, code, out, err }));
    },
  );
}

function addressIn(out: string): string {
  return /http:\/\/\S+/.exec(out)?.[0] ?? '';
}

describe('a server that cannot start says why in one line and exits non-zero', () => {
  test.each([
    ['a bad port', { PORT: 'http' }, 'PORT="http"'],
    ['a province that does not exist', { PROVINCE: '99' }, '99'],
    ['a data folder that is a file', { DATA_DIR: '/dev/null/var' }, 'DATA_DIR="/dev/null/var"'],
  ])('%s', async (_name, env, named) => {
    const { code, err } = await start({ DATA_DIR: newDir(), ...env });
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(named);
  });

  test('a broken database', async () => {
    const dir = newDir();
    writeFileSync(join(dir, 'jangkau.db'), 'bukan basis data '.repeat(300));
    const { code, err } = await start({ DATA_DIR: dir });
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('not a database');
  });

  test('a taken port', async () => {
    const dir = newDir();
    openPlaces(join(dir, 'jangkau.db')).close();
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const { code, err } = await start({ DATA_DIR: dir, PORT: String(port) });
    taken.close();
    expect(code).toBe(1);
    expect(err).toContain(`PORT=${port}`);
    expect(err).toContain('dipakai program lain');
  });
});

test('the first start prints an address and a password once; the second finds all again', async () => {
  const dir = newDir();
  openPlaces(join(dir, 'jangkau.db')).close();
  const first = await start({ DATA_DIR: dir, ADMIN_EMAIL: 'kepala@contoh.go.id' });
  const password = /: (\w{4}(-\w{4}){3})/.exec(first.out)?.[1] ?? '';
  const health = await fetch(`${addressIn(first.out)}/healthz`);
  expect(await health.json()).toMatchObject({ status: 'ok', province: '13' });
  first.child.kill('SIGTERM');

  const second = await start({ DATA_DIR: dir });
  expect(second.out).not.toContain('kata sandi');
  const signedIn = await fetch(`${addressIn(second.out)}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'kepala@contoh.go.id', password }),
  });
  expect(await signedIn.json()).toMatchObject({ role: 'admin', mustChangePassword: true });
});
