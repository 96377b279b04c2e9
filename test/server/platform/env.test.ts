// The environment: defaults, and every bad value named.
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv } from '../../../server/platform/env.ts';

test('everything has a default', () => {
  expect(readEnv({})).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDir: resolve('var'),
    databasePath: resolve('var/jangkau.db'),
    province: '13',
    adminEmail: 'admin@jangkau.local',
    adminPassword: null,
    publicUrl: null,
  });
});

describe('a bad value is named', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['DATA_DIR', ' '],
    ['PROVINCE', '1'],
    ['PROVINCE', 'Sumatera Barat'],
    ['ADMIN_EMAIL', 'admin'],
    ['PUBLIC_URL', 'jangkau.go.id'],
    ['PUBLIC_URL', 'ftp://jangkau.go.id'],
    ['PUBLIC_URL', 'https://jangkau.go.id/app'],
  ])('%s=%s', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(
      `${name}=${JSON.stringify(name === 'ADMIN_EMAIL' ? value.toLowerCase() : value)} tidak dapat dipakai`,
    );
  });

  test('but a password is never shown', () => {
    expect(() => readEnv({ ADMIN_PASSWORD: 'pendek' })).toThrow(
      /^ADMIN_PASSWORD tidak dapat dipakai/,
    );
    expect(() => readEnv({ ADMIN_PASSWORD: 'pendek' })).not.toThrow('pendek');
  });
});
