// The admin's side: accounts and offices, handed-out passwords, handing over to a successor.
import { z } from 'zod';
import { recordAudit } from '../audit/store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import {
  Account,
  AccountChange,
  HandedOut,
  HandOver,
  NewAccount,
  Office,
  type Role,
} from './contract.ts';
import {
  getCaller,
  getIfMatch,
  jsonAnswer,
  jsonBody,
  newRouter,
  refusals,
  route,
} from './guard.ts';
import { missingScope } from './rules.ts';
import { hashPassword, makePassword } from './sign-in.ts';
import * as store from './store.ts';

type Deps = { db: Db; clock: Clock; regencyExists: (code: string) => boolean };

const admins = { may: ['admin'] } as const;
const params = z.object({ id: z.string().min(1).max(64) });

/** Refuses an office that lacks the scope which the role needs. */
function checkScope(role: Role, office: Office): void {
  const missing = missingScope(role, office);
  if (missing) throw refuseField(`office.${missing}`, 'required_for_role', office[missing] ?? '');
}

export function accountRoutes({ db, clock, regencyExists }: Deps) {
  const router = newRouter();

  function checkOffice(office: Office): void {
    if (office.regencyCode !== null && !regencyExists(office.regencyCode))
      throw refuseField('office.regencyCode', 'region_unknown', office.regencyCode);
    if (office.operatorId !== null && !store.operatorExists(db, office.operatorId))
      throw refuseField('office.operatorId', 'operator_unknown', office.operatorId);
  }

  router.openapi(
    route(admins, {
      method: 'get',
      path: '/api/accounts',
      summary: 'All accounts',
      responses: { 200: jsonAnswer('Accounts', z.array(Account)) },
    }),
    (context) => context.json(store.listAccounts(db), 200),
  );

  router.openapi(
    route(admins, {
      method: 'get',
      path: '/api/offices',
      summary: 'All offices',
      responses: { 200: jsonAnswer('Offices', z.array(Office)) },
    }),
    (context) => context.json(store.listOffices(db), 200),
  );

  router.openapi(
    route(admins, {
      method: 'post',
      path: '/api/accounts',
      summary: 'Create an account with a password to hand out',
      request: { body: jsonBody(NewAccount) },
      responses: { 201: jsonAnswer('Created', HandedOut), ...refusals },
    }),
    async (context) => {
      const input = context.req.valid('json');
      const office = store.resolveOffice(db, input.office);
      if (!office) throw refuseField('office.id', 'unknown_value');
      checkOffice(office);
      checkScope(input.role, office);
      const password = makePassword();
      const passwordHash = await hashPassword(password);
      const now = clock();
      const account = db.transaction(() => {
        const id = store.insertAccount(db, {
          ...input,
          officeId: office.id === 0 ? store.insertOffice(db, office) : office.id,
          passwordHash,
          mustChangePassword: true,
          at: now,
        });
        const created = store.getAccount(db, id);
        recordAudit(db, {
          at: now,
          accountId: getCaller(context).id,
          action: 'account.create',
          subject: `account:${id}`,
          after: created,
        });
        return created;
      })();
      return context.json({ account, password }, 201);
    },
  );

  router.openapi(
    route(admins, {
      method: 'patch',
      path: '/api/accounts/{id}',
      summary: 'Rename, change the role, disable or enable',
      request: { params, body: jsonBody(AccountChange) },
      responses: { 200: jsonAnswer('Changed', Account), ...refusals },
    }),
    (context) => {
      const change = context.req.valid('json');
      const seen = getIfMatch(context);
      const now = clock();
      const changed = db.transaction(() => {
        const before = store.getAccount(db, context.req.valid('param').id);
        if (before.version !== seen)
          throw new ProblemError(412, 'changed_meanwhile', { more: { current: before } });
        const disabledAt =
          change.disabled === false ? null : (before.disabledAt ?? now.toISOString());
        const after: Account = {
          ...before,
          name: change.name ?? before.name,
          role: change.role ?? before.role,
          disabledAt: change.disabled === undefined ? before.disabledAt : disabledAt,
        };
        checkScope(after.role, after.office);
        const staysAdmin = after.role === 'admin' && after.disabledAt === null;
        if (
          before.role === 'admin' &&
          !staysAdmin &&
          store.countOtherActiveAdmins(db, after.id) === 0
        )
          throw new ProblemError(409, 'last_admin');
        store.updateAccount(db, after, now);
        if (after.disabledAt) store.endSessions(db, after.id, null);
        recordAudit(db, {
          at: now,
          accountId: getCaller(context).id,
          action: 'account.change',
          subject: `account:${after.id}`,
          before,
          after,
        });
        return store.getAccount(db, after.id);
      })();
      return context.json(changed, 200);
    },
  );

  router.openapi(
    route(admins, {
      method: 'post',
      path: '/api/accounts/{id}/password',
      summary: 'Make a new password to hand out; ends all sessions of the account',
      request: { params },
      responses: { 200: jsonAnswer('The new password, shown once', HandedOut), ...refusals },
    }),
    async (context) => {
      const { id } = context.req.valid('param');
      store.getAccount(db, id);
      const password = makePassword();
      const passwordHash = await hashPassword(password);
      const now = clock();
      db.transaction(() => {
        store.setPassword(db, id, passwordHash, true, now);
        store.endSessions(db, id, null);
        recordAudit(db, {
          at: now,
          accountId: getCaller(context).id,
          action: 'account.hand_out_password',
          subject: `account:${id}`,
        });
      })();
      return context.json({ account: store.getAccount(db, id), password }, 200);
    },
  );

  router.openapi(
    route(admins, {
      method: 'post',
      path: '/api/accounts/{id}/hand-over',
      summary: 'Give the office to a successor: the former account is disabled, a new one created',
      request: { params, body: jsonBody(HandOver) },
      responses: { 201: jsonAnswer('The successor', HandedOut), ...refusals },
    }),
    async (context) => {
      const successor = context.req.valid('json');
      const { id } = context.req.valid('param');
      store.getAccount(db, id);
      const password = makePassword();
      const passwordHash = await hashPassword(password);
      const now = clock();
      const account = db.transaction(() => {
        const former = store.getAccount(db, id);
        const successorId = store.insertAccount(db, {
          ...successor,
          role: former.role,
          officeId: former.office.id,
          passwordHash,
          mustChangePassword: true,
          tookOverFrom: former.id,
          at: now,
        });
        store.updateAccount(
          db,
          { ...former, disabledAt: former.disabledAt ?? now.toISOString() },
          now,
        );
        store.endSessions(db, id, null);
        recordAudit(db, {
          at: now,
          accountId: getCaller(context).id,
          action: 'account.hand_over',
          subject: `account:${id}`,
          before: former,
          after: { successorId, email: successor.email },
        });
        return store.getAccount(db, successorId);
      })();
      return context.json({ account, password }, 201);
    },
  );

  return router;
}
