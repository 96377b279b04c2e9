// Many new reports at once over HTTP: all are stored or none, and each refusal names its row.
import { bodyLimit } from 'hono/body-limit';
import type { Account } from '../auth/contract.ts';
import { getCaller, jsonAnswer, jsonBody, newRouter, refusals, route } from '../auth/guard.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { fieldErrors, ProblemError, refuseField } from '../platform/problem.ts';
import type { StatusFeed } from '../status/feed.ts';
import { BatchSaved, ReportBatch } from './batch-contract.ts';
import { createReport } from './create-report.ts';
import type { Change } from './version-store.ts';

type Deps = { db: Db; clock: Clock; feed: StatusFeed };
type NewReport = ReportBatch['reports'][number];
type FieldErrors = NonNullable<ProblemError['extra']['errors']>;

/** Where batches arrive: longer than any other JSON that the app sends. */
export const batchPath = '/api/reports/batch';
/** 200 reports take about 120 kB, more with long notes. */
const batchMaxBytes = 1024 * 1024;

/** The refusal of row `index`, its fields named `reports.3.observedOn`. */
function errorsOfRow(index: number, refusal: ProblemError, { id }: NewReport): FieldErrors {
  const { errors } = refusal.extra.errors
    ? refusal.extra
    : refuseField('id', refusal.code, id).extra;
  return (errors ?? []).map((error) => ({ ...error, field: `reports.${index}.${error.field}` }));
}

/**
 * Stores what is not stored yet and gives back those reports. What any row refuses is gathered, so
 * that all rows can be put right at once; then the first refusal is thrown with the errors of all.
 */
function createReports(
  db: Db,
  caller: Account,
  reports: readonly NewReport[],
  by: Change,
): NewReport[] {
  const errors: FieldErrors = [];
  let first: ProblemError | null = null;
  const created = reports.filter((report, index) => {
    try {
      return createReport(db, caller, report, by);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      first ??= new ProblemError(error.status, error.code, { errors });
      errors.push(...errorsOfRow(index, error, report));
      return false;
    }
  });
  if (first !== null) throw first;
  return created;
}

export function batchRoutes({ db, clock, feed }: Deps) {
  const router = newRouter();

  router.use(
    batchPath,
    bodyLimit({
      maxSize: batchMaxBytes,
      onError: () => {
        throw new ProblemError(413, 'body_too_large');
      },
    }),
  );
  router.openapi(
    route(
      { may: ['admin', 'staff', 'regency'] },
      {
        method: 'post',
        path: batchPath,
        summary: 'Store up to 200 new reports, all or none; a repeat stores nothing twice',
        request: { body: jsonBody(ReportBatch) },
        responses: { 200: jsonAnswer('All are stored', BatchSaved), ...refusals },
      },
    ),
    (context) => {
      const caller = getCaller(context);
      const { reports } = context.req.valid('json');
      const by = { accountId: caller.id, officeId: caller.office.id, at: clock() };
      feed.change(() => {
        const created = createReports(db, caller, reports, by);
        if (created.length === 0) return null;
        const oneAVillage = new Map(created.map((report) => [report.input.villageCode, report]));
        return {
          villages: [...oneAVillage.keys()],
          reports: [...oneAVillage].map(([villageCode, { id }]) => ({
            reportId: id,
            villageCode,
            reportVersion: 1,
            byName: caller.name,
          })),
        };
      });
      return context.json({ saved: new Set(reports.map(({ id }) => id)).size }, 200);
    },
    (result) => {
      if (result.success) return;
      const input: unknown = 'data' in result ? result.data : undefined;
      const errors = fieldErrors(result.error.issues, input).map((error) => ({
        ...error,
        field: error.field.replace(/^(reports\.\d+)\.input\b\.?/, '$1.'),
      }));
      throw new ProblemError(422, 'invalid', { errors });
    },
  );

  return router;
}
