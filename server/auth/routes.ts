// Sign-in, sign-out and the own password.
import type { Context } from 'hono';
import { recordAudit } from '../audit/store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { Account, PasswordChange, Session, SignIn as SignInBody } from './contract.ts';
import { getCaller, jsonAnswer, jsonBody, newRouter, refusals, route } from './guard.ts';
import { freeFailures, signInWaitS } from './rules.ts';
import { hashPassword, passwordMatches, type SignIn } from './sign-in.ts';
import * as store from './store.ts';

type Deps = { db: Db; clock: Clock; signIn: SignIn; addressOf: (context: Context) => string };

/** What a failed attempt is counted under, with the number of failures that are free. */
function failureKeys(email: string, address: string): [key: string, free: number][] {
  return [
    [`pair ${email} ${address}`, freeFailures.pair],
    [`email ${email}`, freeFailures.email],
    [`address ${address}`, freeFailures.address],
  ];
}

export function sessionRoutes({ db, clock, signIn, addressOf }: Deps) {
  const router = newRouter();
  const leadsOut = { whilePasswordIsHandedOut: true } as const;

  router.openapi(
    route(
      { may: 'anyone' },
      {
        method: 'get',
        path: '/api/session',
        summary: 'Who is signed in',
        responses: { 200: jsonAnswer('The account, or null', Session) },
      },
    ),
    (context) => context.json({ account: context.get('account') }, 200),
  );

  router.openapi(
    route(
      { may: 'anyone' },
      {
        method: 'post',
        path: '/api/session',
        summary: 'Sign in by e-mail and password',
        request: { body: jsonBody(SignInBody) },
        responses: { 200: jsonAnswer('Signed in', Account), ...refusals },
      },
    ),
    async (context) => {
      const { email, password } = context.req.valid('json');
      const now = clock();
      const keys = failureKeys(email, addressOf(context));
      const waitS = Math.max(
        ...keys.map(([key, free]) => signInWaitS(store.findFailures(db, key), free, now)),
      );
      if (waitS > 0)
        throw new ProblemError(429, 'too_many_attempts', {
          headers: { 'retry-after': String(waitS) },
          more: { retryAfterS: waitS },
        });
      // Counted before the password is checked, so that guesses sent side by side all count.
      store.addFailures(
        db,
        keys.map(([key]) => key),
        now,
      );
      const account = store.findAccountByEmail(db, email);
      const answer = await signIn.api.signInEmail({
        body: { email, password },
        headers: context.req.raw.headers,
        asResponse: true,
      });
      if (!answer.ok || !account) throw new ProblemError(401, 'wrong_credentials');
      if (account.disabledAt) {
        store.endSessions(db, account.id, null);
        throw new ProblemError(403, 'account_disabled');
      }
      store.forgetFailures(
        db,
        keys.slice(0, 2).map(([key]) => key),
      );
      store.noteSignIn(db, account.id, now);
      for (const cookie of answer.headers.getSetCookie())
        context.header('set-cookie', cookie, { append: true });
      return context.json(store.getAccount(db, account.id), 200);
    },
  );

  router.openapi(
    route(
      { may: 'signed-in', ...leadsOut },
      {
        method: 'delete',
        path: '/api/session',
        summary: 'Sign out here',
        responses: { 204: { description: 'Signed out' } },
      },
    ),
    async (context) => {
      const answer = await signIn.api.signOut({
        headers: context.req.raw.headers,
        asResponse: true,
      });
      for (const cookie of answer.headers.getSetCookie())
        context.header('set-cookie', cookie, { append: true });
      return context.body(null, 204);
    },
  );

  router.openapi(
    route(
      { may: 'signed-in', ...leadsOut },
      {
        method: 'delete',
        path: '/api/sessions',
        summary: 'Sign out on every device',
        responses: { 204: { description: 'Signed out everywhere' } },
      },
    ),
    (context) => {
      const caller = getCaller(context);
      db.transaction(() => {
        store.endSessions(db, caller.id, null);
        recordAudit(db, {
          at: clock(),
          accountId: caller.id,
          action: 'session.end_all',
          subject: `account:${caller.id}`,
        });
      })();
      return context.body(null, 204);
    },
  );

  router.openapi(
    route(
      { may: 'signed-in', ...leadsOut },
      {
        method: 'put',
        path: '/api/session/password',
        summary: 'Change the own password; ends all other sessions',
        request: { body: jsonBody(PasswordChange) },
        responses: { 200: jsonAnswer('Changed', Account), ...refusals },
      },
    ),
    async (context) => {
      const caller = getCaller(context);
      const { currentPassword, newPassword } = context.req.valid('json');
      const now = clock();
      const key = `password ${caller.id}`;
      const waitS = signInWaitS(store.findFailures(db, key), freeFailures.pair, now);
      if (waitS > 0)
        throw new ProblemError(429, 'too_many_attempts', { more: { retryAfterS: waitS } });
      if (!(await passwordMatches(store.getPasswordHash(db, caller.id), currentPassword))) {
        store.addFailures(db, [key], now);
        throw refuseField('currentPassword', 'wrong_password');
      }
      if (newPassword === currentPassword) throw refuseField('newPassword', 'same_as_before');
      const passwordHash = await hashPassword(newPassword);
      db.transaction(() => {
        store.forgetFailures(db, [key]);
        store.setPassword(db, caller.id, passwordHash, false, now);
        store.endSessions(db, caller.id, context.get('sessionToken'));
        recordAudit(db, {
          at: now,
          accountId: caller.id,
          action: 'account.change_password',
          subject: `account:${caller.id}`,
        });
      })();
      return context.json(store.getAccount(db, caller.id), 200);
    },
  );

  return router;
}
