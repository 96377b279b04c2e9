// Sign-in and sessions by better-auth (argon2id, signed cookie, sessions in the database).
// Only its server functions are called; its own HTTP routes are not mounted.
import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { randomBytes, randomInt } from 'node:crypto';
import { findMeta, setMeta, type Db } from '../platform/database.ts';

const sessionDays = 30;

function readSecret(db: Db): string {
  const known = findMeta(db, 'auth_secret');
  if (known) return known;
  const made = randomBytes(32).toString('base64url');
  setMeta(db, 'auth_secret', made);
  return made;
}

/** argon2id with the OWASP minimum (19 MiB, 2 passes), as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

export async function passwordMatches(stored: string, password: string): Promise<boolean> {
  return verify(stored, password);
}

/** Letters and digits that cannot be taken for one another on paper. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand out: four groups of four, about 79 bits. */
export function makePassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** The sign-in engine over `db`; `publicUrl` decides whether cookies are marked secure. */
export function createSignIn(db: Db, publicUrl: URL) {
  return betterAuth({
    database: db,
    secret: readSecret(db),
    baseURL: publicUrl.origin,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: hashPassword,
        verify: ({ hash: stored, password }) => passwordMatches(stored, password),
      },
    },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'credential',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      expiresIn: sessionDays * 86_400,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    advanced: {
      // The migrations make the tables, without what only sign-up and social sign-in would write.
      database: { validateSchema: false },
      cookiePrefix: 'jangkau',
      useSecureCookies: publicUrl.protocol === 'https:',
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
    },
  });
}

export type SignIn = ReturnType<typeof createSignIn>;
