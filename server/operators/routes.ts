// Operators as the admin keeps them, over HTTP: all of them, a new one, another name, a takeover.
import { z } from 'zod';
import { recordAudit } from '../audit/store.ts';
import { getCaller, jsonAnswer, jsonBody, newRouter, refusals, route } from '../auth/guard.ts';
import { inheritAll } from '../commitments/inherit-store.ts';
import { heirOf } from '../commitments/rules.ts';
import { commitmentVersion, readHeirs } from '../commitments/store.ts';
import { inheritSites } from '../coverage/inherit-store.ts';
import type { CoverageRunner } from '../coverage/job.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Hub } from '../platform/live.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import type { LiveEvent } from '../status/contract.ts';
import {
  KeptOperator,
  OperatorChange,
  OperatorInput,
  Succession,
  SuccessionInput,
} from './contract.ts';
import { isSameName, makeOperatorId, refuseSuccession } from './rules.ts';
import * as store from './store.ts';

type Deps = {
  db: Db;
  clock: Clock;
  hub: Hub<LiveEvent>;
  coverage: Pick<CoverageRunner, 'start'>;
  /** Derives every status again, off the request; `today` is an ISO date. */
  refreshLater: (today: string) => void;
};

const admins = { may: ['admin'] } as const;
const params = z.object({ id: z.string().min(1).max(40) });
const all = z.array(KeptOperator);

export function operatorRoutes({ db, clock, hub, coverage, refreshLater }: Deps) {
  const router = newRouter();

  /** Refuses a name or a network code that another operator has; `id` null: of a new one. */
  function refuseTaken(id: string | null, { name, networkCodes }: OperatorChange): void {
    const others = store.listKeptOperators(db).filter((other) => other.id !== id);
    if (others.some((other) => isSameName(other.name, name)))
      throw refuseField('name', 'operator_name_taken', name);
    // Those taken over share theirs with their heir.
    const standing = others.filter(({ successorId }) => successorId === null);
    const known = new Set(standing.flatMap((other) => other.networkCodes));
    const twice = networkCodes.find((code) => known.has(code));
    if (twice !== undefined) throw refuseField('networkCodes', 'network_code_taken', twice);
  }

  function getOperator(id: string): KeptOperator {
    const operator = store.listKeptOperators(db).find((one) => one.id === id);
    if (!operator) throw new ProblemError(404, 'not_found');
    return operator;
  }

  router.openapi(
    route(admins, {
      method: 'get',
      path: '/api/operators/all',
      summary: 'All operators, those that were taken over too, with what hangs on them',
      responses: { 200: jsonAnswer('Operators', all) },
    }),
    (context) => context.json(store.listKeptOperators(db), 200),
  );

  router.openapi(
    route(admins, {
      method: 'post',
      path: '/api/operators',
      summary: 'Add an operator or another provider; its id is made from its name',
      request: { body: jsonBody(OperatorInput) },
      responses: { 201: jsonAnswer('All operators', all), ...refusals },
    }),
    (context) => {
      const input = context.req.valid('json');
      const at = clock();
      db.transaction(() => {
        refuseTaken(null, input);
        const known = new Set(store.listKeptOperators(db).map((operator) => operator.id));
        const id = makeOperatorId(input.name, known);
        store.insertOperator(db, id, input);
        recordAudit(db, {
          at,
          accountId: getCaller(context).id,
          action: 'operator.create',
          subject: `operator:${id}`,
          after: input,
        });
      }).immediate();
      // One more mobile operator is one more that nothing is known of.
      if (input.isMobile) refreshLater(isoDay(at));
      return context.json(store.listKeptOperators(db), 201);
    },
  );

  router.openapi(
    route(admins, {
      method: 'patch',
      path: '/api/operators/{id}',
      summary: 'Another name, other network codes',
      request: { params, body: jsonBody(OperatorChange) },
      responses: { 200: jsonAnswer('All operators', all), ...refusals },
    }),
    (context) => {
      const change = context.req.valid('json');
      const { id } = context.req.valid('param');
      db.transaction(() => {
        const { name, networkCodes } = getOperator(id);
        refuseTaken(id, change);
        store.updateOperator(db, id, change);
        recordAudit(db, {
          at: clock(),
          accountId: getCaller(context).id,
          action: 'operator.change',
          subject: `operator:${id}`,
          before: { name, networkCodes },
          after: change,
        });
      }).immediate();
      return context.json(store.listKeptOperators(db), 200);
    },
  );

  router.openapi(
    route(admins, {
      method: 'post',
      path: '/api/operators/{id}/succession',
      summary: 'Record a takeover: the successor owes what the operator promised',
      request: { params, body: jsonBody(SuccessionInput) },
      responses: { 200: jsonAnswer('Recorded', Succession), ...refusals },
    }),
    (context) => {
      const input = context.req.valid('json');
      const { id } = context.req.valid('param');
      const caller = getCaller(context);
      const at = clock();
      const inherited = db
        .transaction(() => {
          const operator = getOperator(id);
          const operators = store.listKeptOperators(db);
          const refusal = refuseSuccession(operators, operator, input, isoDay(at));
          if (refusal?.field === null) throw new ProblemError(409, refusal.code);
          if (refusal) throw refuseField(refusal.field, refusal.code, input[refusal.field]);
          store.saveSuccession(db, id, input);
          const heirId = heirOf(readHeirs(db), id);
          const transfer = { fromId: id, heirId, effectiveOn: input.succeededOn };
          const by = { accountId: caller.id, officeId: caller.office.id, at };
          const count = inheritAll(db, transfer, by);
          inheritSites(db, id, heirId);
          recordAudit(db, {
            at,
            accountId: caller.id,
            action: 'operator.succeed',
            subject: `operator:${id}`,
            after: { ...input, heirId, commitments: count },
          });
          return count;
        })
        .immediate();
      hub.publish({ type: 'commitments', version: commitmentVersion(db) });
      coverage.start();
      refreshLater(isoDay(at));
      return context.json({ operators: store.listKeptOperators(db), inherited }, 200);
    },
  );

  return router;
}
