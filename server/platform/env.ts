// Reads and checks the environment; a bad value stops the start with a line that names it.
import { join, resolve } from 'node:path';

/** A setting of the environment that cannot be used; the message names it and its value. */
export class EnvError extends Error {}

export type Env = {
  port: number;
  host: string;
  /** Absolute; holds the database, uploads, basemaps and backups. */
  dataDir: string;
  databasePath: string;
  /** A province code, or 'all'. */
  province: string;
  adminEmail: string;
  /** Null: one is made at the first start and printed once. */
  adminPassword: string | null;
  /** Where people reach the app, e.g. https://jangkau.example.go.id; null: the listening address. */
  publicUrl: URL | null;
  /** The mail server that reminders go out by, and from whom; null: no mail. */
  mail: { smtpUrl: URL; from: string } | null;
};

type Variables = Record<string, string | undefined>;

function refuse(name: string, value: string, wanted: string): never {
  throw new EnvError(`${name}=${JSON.stringify(value)} tidak dapat dipakai: ${wanted}`);
}

function readPublicUrl(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    return refuse('PUBLIC_URL', value, 'harus alamat seperti https://jangkau.contoh.go.id');
  return url;
}

/** The address of a mail server holds its password, so a bad one is never shown. */
function readMail({ SMTP_URL: address, MAIL_FROM: from }: Variables): Env['mail'] {
  if (!address) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new EnvError(
      'SMTP_URL tidak dapat dipakai: harus seperti smtp://nama:sandi@surel.contoh.go.id:587',
    );
  if (!from || !/^([^<>\p{Cc}]+ )?<?[^\s@<>]+@[^\s@<>]+>?$/u.test(from))
    refuse('MAIL_FROM', from ?? '', 'harus alamat pengirim, misalnya jangkau@contoh.go.id');
  return { smtpUrl: url, from };
}

/** Checked settings from `variables` (process.env), defaults filled in. Throws EnvError. */
export function readEnv(variables: Variables): Env {
  const port = variables.PORT ?? '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    refuse('PORT', port, 'harus angka 0 sampai 65535');
  const host = variables.HOST ?? '127.0.0.1';
  if (!/^[\w.:-]+$/.test(host)) refuse('HOST', host, 'harus alamat tempat server mendengarkan');
  const dataDir = variables.DATA_DIR ?? './var';
  if (dataDir.trim() === '') refuse('DATA_DIR', dataDir, 'harus nama folder');
  const province = variables.PROVINCE ?? '13';
  if (!/^(\d{2}|all)$/.test(province))
    refuse('PROVINCE', province, 'harus kode Kemendagri dua angka, atau "all"');
  const adminEmail = (variables.ADMIN_EMAIL ?? 'admin@jangkau.local').trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(adminEmail))
    refuse('ADMIN_EMAIL', adminEmail, 'harus alamat surel');
  const adminPassword = variables.ADMIN_PASSWORD ?? null;
  if (adminPassword !== null && (adminPassword.length < 10 || adminPassword.length > 200))
    throw new EnvError('ADMIN_PASSWORD tidak dapat dipakai: harus 10 sampai 200 huruf');
  const publicUrl = variables.PUBLIC_URL ? readPublicUrl(variables.PUBLIC_URL) : null;
  return {
    port: Number(port),
    host,
    dataDir: resolve(dataDir),
    databasePath: join(resolve(dataDir), 'jangkau.db'),
    province,
    adminEmail,
    adminPassword,
    publicUrl,
    mail: readMail(variables),
  };
}
