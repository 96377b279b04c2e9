// A rival's plans are its own business: whatever route another operator's liaison asks, with every id
// there is, no reply holds a word of them. A new route is asked too, as soon as it exists. (The words of a
// PDF cannot be read here; its rows are those of the CSV.)
import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { listPolicies } from '../../../server/auth/guard.ts';
import { coverageVersion } from '../../../server/coverage/layer-store.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { commitmentInput, propose, take } from '../../helpers/commitment.ts';
import { importer } from '../../helpers/imports.ts';
import { villages } from '../../helpers/place.ts';
import { reportInput } from '../../helpers/report.ts';
import { addReport, decide, type Person } from '../../helpers/verify.ts';

/** Stands in every text of XLSMART's plans; the days are in nothing else. */
const secret = 'RAHASIA';
const secretDays = ['2029-08-17', '2029-08-18'];

let it: TestApp;
let staff: Person;
let rival: Person;
let owner: Person;
/** The ids of what must not be seen. */
const hidden: string[] = [];

const inderapura = { villageCode: villages.inderapura, localityId: null };

async function ok(
  answer: Promise<{ status: number; body: unknown }>,
): Promise<{ id: string; version: number }> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as { id: string; version: number };
}

/** A proposed one, an agreed but confidential one, and an agreed one that everybody may see. */
async function promise(): Promise<void> {
  const own = { operatorId: 'xlsmart', siteName: secret, note: secret, siteRef: secret };
  const proposed = await ok(propose(owner, { ...own, promisedOn: '2029-08-17' }));
  const confidential = await ok(
    propose(owner, { ...own, promisedOn: '2029-08-17', confidentialUntil: '2028-01-01' }),
  );
  const agree = { do: 'move', to: 'agreed', on: '2026-11-22' } as const;
  const agreed = await ok(take(staff, confidential, agree));
  await ok(
    take(owner, agreed, {
      do: 'reschedule',
      promisedOn: '2029-08-18',
      reason: 'land',
      note: secret,
    }),
  );
  hidden.push(proposed.id, confidential.id);
  const open = await ok(propose(owner, { operatorId: 'xlsmart', promisedOn: '2027-01-31' }));
  await ok(take(staff, open, agree));
}

/** One window that asks both and one that asks XLSMART alone, both answered by it. */
async function declare(): Promise<void> {
  for (const operatorIds of [['xlsmart', 'telkomsel'], ['xlsmart']]) {
    const id = randomUUID();
    const isShared = operatorIds.length > 1;
    const window = {
      ...{ title: isShared ? 'Rakor' : secret, note: isShared ? '' : secret },
      ...{ closesOn: '2026-12-01', operatorIds, places: [inderapura] },
    };
    await ok(staff.send(`/api/declarations/${id}`, { method: 'PUT', body: window }));
    const answer = {
      answer: 'build',
      byOn: '2029-08-17',
      kind: 'bts',
      siteRef: secret,
      note: secret,
    };
    const answers = { operatorId: 'xlsmart', answers: [{ number: 1, answer }] };
    await ok(owner.send(`/api/declarations/${id}/answers`, { method: 'PUT', body: answers }));
    if (!isShared) hidden.push(id);
    else shared.push(id);
  }
}
const shared: string[] = [];

/** A filing that was accepted, and one that waits. */
async function filePlans(): Promise<void> {
  const { open, confirm } = importer(it, owner);
  const header = [
    'Site ID',
    'Nama site',
    'Lintang',
    'Bujur',
    'Teknologi',
    'Status',
    'Tanggal on air',
  ];
  for (const day of secretDays) {
    const row = [secret, secret, '-1.95', '100.05', '4G', 'rencana', day];
    const detail = await open('plans', [header, row], `${secret}.csv`);
    const changed = await ok(
      owner.send(`/api/imports/${detail.id}`, {
        method: 'PATCH',
        body: { operatorId: 'xlsmart', siteState: 'planned', source: secret },
        headers: { 'if-match': `"${detail.version}"` },
      }),
    );
    await ok(confirm({ ...detail, ...changed }));
    hidden.push(detail.id);
    if (day === secretDays[0])
      await ok(
        owner.send(`/api/filings/${detail.id}/accept`, {
          method: 'POST',
          body: {},
          headers: { 'if-match': '"1"' },
        }),
      );
  }
}

async function obstruct(): Promise<void> {
  const id = randomUUID();
  const obstacle = {
    ...{ place: inderapura, operatorId: 'xlsmart', commitmentId: null, reason: 'land' },
    ...{ description: secret, lifter: secret, sinceOn: '2026-11-01', nextLookOn: '2029-08-17' },
  };
  await ok(owner.send(`/api/obstacles/${id}`, { method: 'PUT', body: obstacle }));
  hidden.push(id);
}

async function plan(): Promise<void> {
  const cell = {
    ...{ ref: 'a', technology: '4g', bandMhz: null, heightM: null, azimuthDeg: null },
    ...{ beamwidthDeg: null, radiusM: 3000, state: 'planned', onAirOn: '2029-08-17' },
  };
  const site = {
    ...{ operatorId: 'xlsmart', ref: `${secret}-2`, name: secret },
    ...{ position: [100.04, -1.94], cells: [cell] },
  };
  const { id } = await ok(owner.send('/api/sites', { method: 'POST', body: site }));
  hidden.push(id);
}

beforeAll(async () => {
  it = createTestApp();
  staff = await it.person('staff');
  rival = await it.person('liaison', { operatorId: 'telkomsel' });
  owner = await it.person('liaison', { operatorId: 'xl' });
  const regency = await it.person('regency', { regencyCode: '13.01' });
  // A place without a signal, so that there is something to forecast and to answer.
  const report = await addReport(regency, reportInput({ observedOn: '2026-11-20' }));
  await decide(staff, report, 1, { action: 'verify' });
  await promise();
  await declare();
  await filePlans();
  await obstruct();
  await plan();
  await it.coverage.settled();
}, 30_000);

/** What stands for each parameter of a path. */
function valuesOf(name: string): string[] {
  const known: Record<string, string[]> = {
    id: [...hidden, ...shared, String(rival.officeId), String(owner.officeId)],
    code: ['ID', '13', '13.01', villages.inderapura],
    unit: [villages.inderapura],
    district: ['13.01.01'],
    number: ['1', '2'],
    kind: ['plans', 'sites', 'coverage'],
    version: [coverageVersion(it.db)],
    layer: ['computed.planned.xlsmart.4g', 'computed.planned.all.4g', 'filed.planned.xlsmart.4g'],
    z: ['0', '8'],
    x: ['0', '199'],
    y: ['0.mvt', '129.mvt'],
    file: ['matrix.csv', 'matrix.xlsx', 'matrix.pdf', '13.01.01.xlsx'],
    photoId: [randomUUID()],
    n: ['0'],
  };
  const values = known[name];
  if (!values) throw new Error(`no value for the parameter ${name}: give one`);
  return values;
}

/** Every path that the pattern stands for. */
function pathsOf(pattern: string): string[] {
  return pattern
    .split('/')
    .reduce<string[]>(
      (paths, part) => {
        const name = /^:(\w+)$/.exec(part)?.[1];
        const parts = name === undefined ? [part] : valuesOf(name);
        return paths.flatMap((path) => parts.map((value) => `${path}/${value}`));
      },
      [''],
    )
    .map((path) => path.slice(1));
}

/** Queries that narrow or widen what is asked; each route takes those that it knows. */
const queries = [
  '',
  '?area=13.01',
  '?operator=xlsmart',
  `?village=${villages.inderapura}&q=${secret}`,
  '?west=99&south=-3&east=101&north=0&technology=4g&operator=xlsmart',
  '?layer=computed.planned.xlsmart.4g&basis=computed&phase=planned&operator=xlsmart&technology=4g',
  '?part=certain&kind=plans&state=open',
];

/** What is sent to routes that change something; a rival tries all of it. */
function bodies(): object[] {
  const ids = { ids: hidden };
  return [
    {},
    ids,
    commitmentInput({ operatorId: 'xlsmart' }),
    { do: 'reschedule', promisedOn: '2027-01-01', reason: 'land', note: '' },
    { operatorId: 'xlsmart', answers: [{ number: 1, answer: null }] },
    { lines: [1], isTaken: false },
    { note: 'lihat', nextLookOn: '2027-01-01' },
  ];
}

/** All text of a reply, unpacked as far as its format goes. */
async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const plain = response.headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes;
  const headers = [...response.headers.values()].join(' ');
  if (plain.subarray(0, 2).toString('latin1') === 'PK') {
    const files = Object.values(unzipSync(new Uint8Array(plain)));
    return [headers, ...files.map((file) => Buffer.from(file).toString('utf8'))].join('\n');
  }
  return `${headers}\n${plain.toString('utf8')}`;
}

async function ask(
  who: Person,
  method: string,
  path: string,
  body?: object,
): Promise<[number, string]> {
  const response = await it.app.request(
    `http://jangkau.test${path}`,
    {
      method,
      headers: {
        cookie: who.cookie,
        'if-match': '"1"',
        ...(method !== 'GET' && {
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
        }),
      },
      ...(body && { body: JSON.stringify(body) }),
    },
    { incoming: { socket: { remoteAddress: '192.0.2.7', remotePort: 1, remoteFamily: 'IPv4' } } },
  );
  return [response.status, await textOf(response)];
}

/** Left out: it never ends (what it tells is looked at below), and what would sign the rival out. */
const apart = new Set([
  'GET /api/events',
  'DELETE /api/session',
  'DELETE /api/sessions',
  'PUT /api/session/password',
]);

function listCalls(wanted: (method: string) => boolean): [method: string, path: string][] {
  return [...listPolicies(it.app).keys()]
    .filter((route) => !apart.has(route))
    .map((route) => route.split(' ') as [string, string])
    .filter(([method]) => wanted(method))
    .flatMap(([method, pattern]) =>
      pathsOf(pattern).map((path): [string, string] => [method, path]),
    );
}

const words = [secret, ...secretDays];
/** What of a reply must not be there; an id that was asked for may stand in the refusal. */
function listLeaks(text: string, path: string): string[] {
  const ids = hidden.filter((id) => !path.includes(id) && text.includes(id));
  return [...ids, ...words.filter((word) => !path.includes(word) && text.includes(word))];
}

test('no route tells a rival anything', async () => {
  const told: string[] = [];
  const answered = new Set<string>();
  for (const [method, path] of listCalls((one) => one === 'GET'))
    for (const query of queries) {
      const [status, text] = await ask(rival, method, path + query);
      if (status === 200) answered.add(path);
      const found = listLeaks(text, path + query);
      if (found.length > 0) told.push(`${path}${query}: ${status} ${found.join()}`);
    }
  expect(told).toEqual([]);
  // The lists were really read.
  const lists = [
    'commitments',
    'declarations',
    'filings',
    'obstacles',
    'work',
    'forecast',
    'sites',
  ];
  for (const path of lists.map((name) => `/api/${name}`)) expect(answered).toContain(path);
  for (const format of ['csv', 'xlsx', 'pdf'])
    expect(answered).toContain(`/api/declarations/${shared[0]}/matrix.${format}`);
  expect(answered).toContain(`/api/places/${villages.inderapura}/story`);
}, 120_000);

const tables = [
  ...['commitment', 'commitment_event', 'declaration_window', 'declaration_answer', 'filing'],
  ...['filing_line', 'plan_site', 'obstacle', 'obstacle_look', 'site', 'cell'],
];

function stored(): unknown[] {
  return tables.map((table) => it.db.prepare(`SELECT * FROM ${table}`).all());
}

test('nothing that a rival sends changes it, nor is answered with it', async () => {
  const before = stored();
  const told: string[] = [];
  const concerns = (path: string) =>
    path === '/api/commitments/table' || hidden.some((id) => path.includes(id));
  for (const [method, path] of listCalls((one) => one !== 'GET').filter(([, one]) => concerns(one)))
    for (const body of bodies()) {
      const [status, text] = await ask(rival, method, path, body);
      const found = listLeaks(text, path + JSON.stringify(body));
      if (found.length > 0) told.push(`${method} ${path}: ${status} ${found.join()}`);
    }
  expect(told).toEqual([]);
  expect(stored()).toEqual(before);
}, 120_000);

test('what is told to open browsers names nothing', () => {
  expect(listLeaks(JSON.stringify(it.events), '')).toEqual([]);
});

test('its own operator, and the house, do see it', async () => {
  const leader = await it.person('leader');
  for (const who of [owner, leader]) {
    const [, text] = await ask(who, 'GET', '/api/commitments');
    expect(words.filter((word) => text.includes(word))).toEqual(words);
  }
});
