// By which settings statuses are derived: everyone may read them, the admin changes them.
import { recordAudit } from '../audit/store.ts';
import { getCaller, jsonAnswer, jsonBody, newRouter, refusals, route } from '../auth/guard.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { refuseField } from '../platform/problem.ts';
import { DatedStatusSettings, StatusSettings } from './contract.ts';
import { insertSettings, readSettings } from './settings-store.ts';

export type SettingsDeps = {
  db: Db;
  clock: Clock;
  /** Derives every status again, off the request; `today` is an ISO date. */
  refreshLater: (today: string) => void;
};

export function settingsRoutes({ db, clock, refreshLater }: SettingsDeps) {
  const router = newRouter();

  router.openapi(
    route(
      { may: 'signed-in' },
      {
        method: 'get',
        path: '/api/settings/status',
        summary: 'By which settings statuses are derived, and since when',
        responses: { 200: jsonAnswer('The settings', DatedStatusSettings) },
      },
    ),
    (context) => context.json(readSettings(db), 200),
  );

  router.openapi(
    route(
      { may: ['admin'] },
      {
        method: 'put',
        path: '/api/settings/status',
        summary: 'Change the settings; every status is derived again in the background',
        request: { body: jsonBody(StatusSettings) },
        responses: { 200: jsonAnswer('The settings', DatedStatusSettings), ...refusals },
      },
    ),
    (context) => {
      const caller = getCaller(context);
      const settings = context.req.valid('json');
      if (settings.rsrpFairDbm > settings.rsrpGoodDbm)
        throw refuseField('rsrpFairDbm', 'threshold_order', settings.rsrpFairDbm);
      if (settings.rsrpWeakDbm > settings.rsrpFairDbm)
        throw refuseField('rsrpWeakDbm', 'threshold_order', settings.rsrpWeakDbm);
      const at = clock();
      db.transaction(() => {
        const before = readSettings(db).settings;
        insertSettings(db, settings, caller.id, at);
        recordAudit(db, {
          at,
          accountId: caller.id,
          action: 'status.settings',
          subject: 'settings:status',
          before,
          after: settings,
        });
      })();
      refreshLater(isoDay(at));
      return context.json(readSettings(db), 200);
    },
  );

  return router;
}
