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
    mail: null,
  });
});

test('a mail server needs a sender, and its address is never shown', () => {
  const url = 'smtp://jangkau:rahasia@surel.contoh.go.id:587';
  expect(readEnv({ SMTP_URL: url, MAIL_FROM: 'jangkau@contoh.go.id' }).mail).toEqual({
    smtpUrl: new URL(url),
    from: 'jangkau@contoh.go.id',
  });
  expect(readEnv({ SMTP_URL: url, MAIL_FROM: 'Jangkau <j@contoh.go.id>' }).mail?.from).toBe(
    'Jangkau <j@contoh.go.id>',
  );
  expect(() => readEnv({ SMTP_URL: url })).toThrow(/^MAIL_FROM="" tidak dapat dipakai/);
  expect(() => readEnv({ SMTP_URL: 'http://a:rahasia@b', MAIL_FROM: 'a@b.id' })).toThrow(
    /^SMTP_URL tidak dapat dipakai(?!.*rahasia)/,
  );
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
