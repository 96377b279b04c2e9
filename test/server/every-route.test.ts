// Every route as every role: what each may call is written here once more, and must agree.
import { expect, test } from 'vitest';
import { listPolicies } from '../../server/auth/guard.ts';
import { roles, type Role } from '../../server/auth/contract.ts';
import { createTestApp } from '../helpers/app.ts';

type Allowed = 'anyone' | 'signed-in' | readonly Role[];

const reporters = ['admin', 'staff', 'regency'] as const;
/** Which kinds of files each of them brings in is the route's own rule. */
const importers = ['admin', 'staff', 'regency', 'liaison'] as const;
const staff = ['admin', 'staff'] as const;
const admin = ['admin'] as const;
const siteKeepers = ['admin', 'staff', 'liaison'] as const;

const expected: Record<string, Allowed> = {
  'GET /healthz': 'anyone',
  'GET /api/openapi.json': 'anyone',
  'GET /api/session': 'anyone',
  'POST /api/session': 'anyone',
  'DELETE /api/session': 'signed-in',
  'DELETE /api/sessions': 'signed-in',
  'PUT /api/session/password': 'signed-in',
  'GET /api/accounts': admin,
  'GET /api/offices': admin,
  'POST /api/accounts': admin,
  'PATCH /api/accounts/:id': admin,
  'POST /api/accounts/:id/password': admin,
  'POST /api/accounts/:id/hand-over': admin,
  'GET /api/map': 'signed-in',
  'GET /api/map/basemaps': admin,
  'PUT /api/map/basemap': admin,
  'GET /tiles/:version/:z/:x/:y': 'anyone',
  'GET /basemap/:file': 'anyone',
  'GET /api/search': 'signed-in',
  'GET /api/regions/at': 'signed-in',
  'GET /api/regions/:code': 'signed-in',
  'GET /api/regions/:code/children': 'signed-in',
  'GET /api/regions/:code/villages': 'signed-in',
  'GET /api/regions/:code/pack': 'signed-in',
  'GET /api/regions/:code/pack/size': 'signed-in',
  'GET /api/localities': 'signed-in',
  'PUT /api/localities/:id': reporters,
  'DELETE /api/localities/:id': reporters,
  'GET /api/people/summary/:code': 'signed-in',
  'GET /api/people/:unit': 'signed-in',
  'PUT /api/people/:unit': reporters,
  'DELETE /api/people/:unit': reporters,
  'GET /api/facilities': 'signed-in',
  'GET /api/facilities/summary/:code': 'signed-in',
  'GET /api/facilities/:id': 'signed-in',
  'PUT /api/facilities/:id': reporters,
  'DELETE /api/facilities/:id': reporters,
  'POST /api/reports/:id/locality': staff,
  'GET /api/settings/status': 'signed-in',
  'PUT /api/settings/status': admin,
  'GET /api/statuses': 'signed-in',
  'GET /api/statuses/:code': 'signed-in',
  'GET /api/statuses/:code/counts': 'signed-in',
  'GET /api/events': 'signed-in',
  'GET /api/operators': 'signed-in',
  'GET /api/reports': 'signed-in',
  'GET /api/reports/nearby': 'signed-in',
  'GET /api/reports/:id': 'signed-in',
  'GET /api/reports/mine': reporters,
  'GET /api/reports/:id/events': 'signed-in',
  'POST /api/reports/:id/verdict': staff,
  'GET /api/queue': staff,
  'GET /api/queue/:id': staff,
  'GET /api/offices/names': reporters,
  'POST /api/reports/batch': reporters,
  'GET /api/blangko/:district/rows': reporters,
  'GET /api/blangko/:file': reporters,
  'PUT /api/reports/:id': reporters,
  'POST /api/reports/:id/undo': reporters,
  'PUT /api/reports/:id/photos/:photoId': reporters,
  'PUT /api/photos/:photoId/parts/:n': reporters,
  'GET /api/photos/:photoId': 'signed-in',
  'GET /api/photos/:photoId/thumb': 'signed-in',
  'DELETE /api/photos/:photoId': reporters,
  'POST /api/imports': importers,
  'GET /api/imports': importers,
  'GET /api/imports/:kind/template.xlsx': importers,
  'GET /api/imports/:id': importers,
  'PATCH /api/imports/:id': importers,
  'GET /api/imports/:id/rows': importers,
  'GET /api/imports/:id/features': importers,
  'PATCH /api/imports/:id/rows/:number': importers,
  'POST /api/imports/:id/confirm': importers,
  'DELETE /api/imports/:id': importers,
  'GET /api/imports/:id/errors.csv': importers,
  'GET /tiles/coverage/:version/:layer/:z/:x/:y': 'signed-in',
  'GET /api/coverage': 'signed-in',
  'POST /api/coverage/rebuild': staff,
  'POST /api/coverage/job': staff,
  'DELETE /api/coverage/job': staff,
  'DELETE /api/coverage/imports/:id': siteKeepers,
  'GET /api/settings/coverage': 'signed-in',
  'PUT /api/settings/coverage': admin,
  'GET /api/coverage/villages/:code': 'signed-in',
  'GET /api/coverage/areas/:code': 'signed-in',
  'GET /api/coverage/areas/:code/rows': 'signed-in',
  'GET /api/coverage/areas/:code/rows.csv': 'signed-in',
  'GET /api/coverage/areas/:code/union.geojson': 'signed-in',
  'GET /api/filings': 'signed-in',
  'GET /api/filings/:id': 'signed-in',
  'GET /api/filings/:id/lines': 'signed-in',
  'PATCH /api/filings/:id/lines': siteKeepers,
  'POST /api/filings/:id/compare': siteKeepers,
  'POST /api/filings/:id/accept': siteKeepers,
  'POST /api/filings/:id/withdraw': siteKeepers,
  'GET /api/filings/:id/file': 'signed-in',
  'GET /api/filings/:id/lines.csv': 'signed-in',
  'GET /api/sites': 'signed-in',
  'GET /api/sites/:id': 'signed-in',
  'POST /api/sites': siteKeepers,
  'PUT /api/sites/:id': siteKeepers,
  'DELETE /api/sites/:id': siteKeepers,
  'GET /api/coverage/measurements': 'signed-in',
  'GET /api/coverage/uncovered': 'signed-in',
  'POST /api/planning/gain': 'signed-in',
  'POST /api/planning/best': 'signed-in',
  'GET /api/coverage/terrain': 'signed-in',
  'POST /api/planning/profile': 'signed-in',
  'GET /api/commitments': 'signed-in',
  'GET /api/commitments/:id': 'signed-in',
  'PUT /api/commitments/:id': siteKeepers,
  'POST /api/commitments/:id/steps': siteKeepers,
  'POST /api/commitments/table': 'signed-in',
  'GET /api/obstacles': 'signed-in',
  'GET /api/obstacles.csv': 'signed-in',
  'GET /api/obstacles.xlsx': 'signed-in',
  'GET /api/obstacles/:id': 'signed-in',
  'PUT /api/obstacles/:id': importers,
  'POST /api/obstacles/:id/looks': importers,
  'GET /api/forecast': 'signed-in',
  'GET /api/places/:code/story': 'signed-in',
  'POST /api/declarations/search': staff,
  'GET /api/declarations': 'signed-in',
  'GET /api/declarations/:id': 'signed-in',
  'PUT /api/declarations/:id': staff,
  'PATCH /api/declarations/:id': staff,
  'POST /api/declarations/:id/close': staff,
  'PUT /api/declarations/:id/answers': siteKeepers,
  'POST /api/declarations/:id/agree': staff,
  'GET /api/declarations/:id/:file': 'signed-in',
  'GET /api/work': ['liaison'],
  'GET /api/work/table.xlsx': ['liaison'],
  'POST /api/work/table': ['liaison'],
  'GET /api/handover': 'signed-in',
  'GET /api/offices/:id/open': 'signed-in',
  'GET /api/operators/all': admin,
  'POST /api/operators': admin,
  'PATCH /api/operators/:id': admin,
  'POST /api/operators/:id/succession': admin,
  'GET /api/sample': 'signed-in',
  'POST /api/sample': staff,
  'DELETE /api/sample': staff,
};

/** What a guard says when it does not let through; anything else came from the route itself. */
const guardCodes = new Set(['not_signed_in', 'not_allowed', 'password_change_required']);

function pathOf(pattern: string): string {
  return pattern
    .replace(':code', '13.01.01.2001')
    .replace(':unit', '13.01.01.2001')
    .replace(':district', '13.01.01')
    .replace(':id', '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e')
    .replace(':photoId', '0d9e6c1b-5a7f-4c3e-9b21-8f4a6d2e7c10')
    .replace(':number', '2')
    .replace(':kind', 'people')
    .replace(':n', '0')
    .replace(':version', 'none')
    .replace(':layer', 'computed.on_air.telkomsel.4g')
    .replace(':z', '5')
    .replace(':x', '24')
    .replace(':y', '16.mvt')
    .replace('basemap/:file', 'basemap/x.pmtiles')
    .replace('blangko/:file', 'blangko/13.01.01.xlsx');
}

test('the routes and what is expected of them are the same set', () => {
  const { app } = createTestApp();
  expect([...listPolicies(app).keys()].toSorted()).toEqual(Object.keys(expected).toSorted());
});

test.each(['nobody', 'handed-out', ...roles])(
  '%s reaches what it may and nothing else',
  async (who) => {
    const isHandedOut = who === 'handed-out';
    const role = roles.find((name) => name === who) ?? 'admin';
    const scope = {
      regencyCode: '13.01',
      operatorId: 'telkomsel',
      mustChangePassword: isHandedOut,
    };
    async function open() {
      const t = createTestApp();
      return { t, cookie: who === 'nobody' ? '' : (await t.person(role, scope)).cookie };
    }
    const shared = await open();
    for (const [route, allowed] of Object.entries(expected)) {
      const [method = '', pattern = ''] = route.split(' ');
      // Signing out ends the session; the others do not disturb each other.
      const { t, cookie } = route.includes('/api/session') ? await open() : shared;
      const answer = await t.send(
        pathOf(pattern),
        { method, ...(method === 'GET' ? {} : { body: {} }) },
        cookie,
      );
      const isLetThrough = !guardCodes.has(answer.body?.code);
      const leadsOut = route.includes('/api/session');
      const shouldPass =
        allowed === 'anyone' ||
        (who !== 'nobody' &&
          (!isHandedOut || leadsOut) &&
          (allowed === 'signed-in' || allowed.includes(role)));
      expect
        .soft(isLetThrough, `${who} ${route}: ${answer.status} ${answer.body?.code}`)
        .toBe(shouldPass);
      expect.soft(answer.status, `${who} ${route}`).toBeLessThan(500);
    }
  },
);

test('a route that states nothing is refused, even to the admin', async () => {
  const t = createTestApp();
  t.app.get('/api/forgotten', (context) => context.json({ secret: true }));
  const sari = await t.person('admin');
  const answer = await sari.send('/api/forgotten');
  expect([answer.status, answer.body.code]).toEqual([403, 'not_allowed']);
});

test('the OpenAPI document describes every route with its policy', async () => {
  const t = createTestApp();
  const { body } = await t.send('/api/openapi.json');
  const described = Object.entries(body.paths as Record<string, Record<string, object>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        expect(operation).toHaveProperty('x-may');
        return `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
      }),
  );
  expect(described.toSorted()).toEqual(Object.keys(expected).toSorted());
});
