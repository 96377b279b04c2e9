// Operators through the real router: added, renamed, taken over; whose promises, sites, plans and rights
// are whose after XL has become XLSMART.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Commitment } from '../../../server/commitments/contract.ts';
import type { KeptOperator } from '../../../server/operators/contract.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { take } from '../../helpers/commitment.ts';
import { addObstacle, addPromise, moveTo } from '../../helpers/outlook.ts';
import { villages } from '../../helpers/place.ts';
import type { Person } from '../../helpers/verify.ts';
import { openWindow } from '../../helpers/work.ts';

let it: TestApp;
let admin: Person;

beforeEach(async () => {
  it = createTestApp();
  admin = await it.person('admin');
});

const list = async () => (await admin.send('/api/operators/all')).body as KeptOperator[];
const post = (path: string, body: object, who: Person = admin) =>
  who.send(path, { method: 'POST', body });
const codesOf = ({ status, body }: Awaited<ReturnType<Person['send']>>) => [
  status,
  body.errors?.map((error: { field: string; code: string }) => [error.field, error.code]) ??
    body.code,
];

test('all of them are listed, those taken over last, with their heirs', async () => {
  const operators = await list();
  expect(operators.map(({ id }) => id)).toEqual([
    ...['telkomsel', 'indosat', 'xlsmart'],
    ...['xl', 'smartfren'],
  ]);
  expect(operators.at(-2)).toEqual({
    ...{ id: 'xl', name: 'XL Axiata', isMobile: true, networkCodes: ['11', '08'] },
    ...{ successorId: 'xlsmart', successorName: 'XLSMART', succeededOn: '2025-04-16' },
    ...{ commitments: 0, accounts: 0 },
  });
});

describe('a provider', () => {
  const starlink = { name: 'Starlink', isMobile: false, networkCodes: [] };

  test('is added under an id made from its name, and is there in the forms', async () => {
    expect((await post('/api/operators', starlink)).status).toBe(201);
    const { body } = await admin.send('/api/operators');
    expect(body.at(-1)).toEqual({ id: 'starlink', name: 'Starlink', isMobile: false });
    const trail = it.db
      .prepare("SELECT subject FROM audit WHERE action = 'operator.create'")
      .pluck()
      .all();
    expect(trail).toEqual(['operator:starlink']);
  });

  test.each<[string, object, unknown]>([
    ['a name that there is', { name: 'TELKOMSEL' }, [['name', 'operator_name_taken']]],
    ['no name', { name: ' ' }, [['name', 'too_short']]],
    ['a code that there is', { networkCodes: ['10'] }, [['networkCodes', 'network_code_taken']]],
    ['a code that is none', { networkCodes: ['1x'] }, [['networkCodes.0', 'wrong_format']]],
  ])('is refused with %s', async (_, over, errors) => {
    const answer = await post('/api/operators', { ...starlink, ...over });
    expect(codesOf(answer)).toEqual([422, errors]);
    expect(await list()).toHaveLength(5);
  });

  test('is renamed, and its own name and codes are no obstacle', async () => {
    const change = (id: string, body: object) =>
      admin.send(`/api/operators/${id}`, { method: 'PATCH', body });
    const answer = await change('indosat', { name: 'Indosat', networkCodes: ['01', '21', '89'] });
    expect(answer.status).toBe(200);
    expect(answer.body[1]).toMatchObject({ id: 'indosat', name: 'Indosat' });
    expect((await change('nobody', { name: 'Nobody', networkCodes: [] })).status).toBe(404);
    expect(codesOf(await change('indosat', { name: 'XLSMART', networkCodes: [] }))).toEqual([
      422,
      [['name', 'operator_name_taken']],
    ]);
  });
});

/** As it was before 16 April 2025. */
function undoTakeover(): void {
  it.db.exec("UPDATE operator SET successor_id = NULL, succeeded_on = NULL WHERE id = 'xl'");
}

describe('the takeover of XL by XLSMART', () => {
  let staff: Person;
  let xl: Person;
  let xlsmart: Person;
  let telkomsel: Person;
  let agreed: string;
  let secret: string;

  const succeed = (body = { successorId: 'xlsmart', succeededOn: '2025-04-16' }, id = 'xl') =>
    post(`/api/operators/${id}/succession`, body);
  const find = async (who: Person, id: string) =>
    (await who.send(`/api/commitments/${id}`)).body as Commitment;

  beforeEach(async () => {
    undoTakeover();
    staff = await it.person('staff');
    xl = await it.person('liaison', { operatorId: 'xl' });
    xlsmart = await it.person('liaison', { operatorId: 'xlsmart' });
    telkomsel = await it.person('liaison', { operatorId: 'telkomsel' });
    agreed = await addPromise(xl, { operatorId: 'xl' });
    await take(staff, await find(staff, agreed), moveTo('agreed'));
    secret = await addPromise(xl, {
      operatorId: 'xl',
      places: [{ villageCode: villages.mau, localityId: null }],
      confidentialUntil: '2027-12-31',
    });
  });

  test('makes XLSMART owe what XL promised, with both names and the day in its history', async () => {
    const seen = it.events.length;
    const { status, body } = await succeed();
    expect([status, body.inherited]).toEqual([200, 2]);
    expect(body.operators.find(({ id }: KeptOperator) => id === 'xlsmart').commitments).toBe(2);
    const commitment = await find(staff, agreed);
    expect(commitment).toMatchObject({
      ...{ operatorName: 'XL Axiata', ownerName: 'XLSMART', officeId: xlsmart.officeId },
      ...{ state: 'agreed', version: 3, promisedOn: '2027-02-28', slips: 0 },
    });
    expect(commitment.events.at(-1)).toMatchObject({
      ...{ action: 'inherited', fromState: 'agreed', toState: 'agreed', effectiveOn: '2025-04-16' },
      changes: { operator: ['xl', 'xlsmart'] },
    });
    expect(it.events.slice(seen)).toContainEqual(expect.objectContaining({ type: 'commitments' }));
    const trail = it.db
      .prepare(
        "SELECT after FROM audit WHERE action = 'operator.succeed' AND subject = 'operator:xl'",
      )
      .pluck()
      .get() as string;
    expect(JSON.parse(trail)).toMatchObject({ heirId: 'xlsmart', commitments: 2 });
  });

  test('lets both liaisons move it from then on, and no rival see what is secret', async () => {
    const board = async (who: Person) => (await who.send('/api/commitments')).body;
    expect((await find(xlsmart, secret)) as object).toMatchObject({ code: 'not_found' });
    await succeed();
    for (const who of [xl, xlsmart]) {
      expect(await find(who, secret)).toMatchObject({ ownerId: 'xlsmart', moves: ['declined'] });
      expect(JSON.stringify(await board(who))).toContain(secret);
    }
    expect(await find(telkomsel, secret)).toMatchObject({ code: 'not_found' });
    expect(JSON.stringify(await board(telkomsel))).not.toContain(secret);
    const moved = await take(xl, await find(xl, agreed), moveTo('in_progress'));
    expect([moved.status, moved.body.state]).toEqual([200, 'in_progress']);
    const built = await take(xlsmart, await find(xlsmart, agreed), moveTo('built'));
    expect([built.status, built.body.state]).toEqual([200, 'built']);
    // XL's own office promises in the name of the one it is part of now.
    const further = await addPromise(xl, { operatorId: 'xl' });
    expect(await find(staff, further)).toMatchObject({ operatorId: 'xl', ownerId: 'xlsmart' });
  });

  test('brings its sites, its obstacles and its declarations along', async () => {
    const site = await post(
      '/api/sites',
      {
        ...{ operatorId: 'xl', ref: 'XL1', name: 'Rencana', position: [100.05, -1.95] },
        cells: [
          {
            ...{ ref: 'XL1-1', technology: '4g', bandMhz: 1800, heightM: 40, azimuthDeg: null },
            ...{ beamwidthDeg: null, radiusM: null, state: 'planned', onAirOn: null },
          },
        ],
      },
      xl,
    );
    expect(site.status).toBe(201);
    const path = `/api/sites/${site.body.id}`;
    expect((await xlsmart.send(path)).status).toBe(404);
    const obstacle = await addObstacle(xl, { operatorId: 'xl' });
    await openWindow(staff, { operatorIds: ['xl'] });
    expect((await xlsmart.send('/api/work')).body.declarations).toEqual([]);
    await succeed();
    for (const who of [xlsmart, xl])
      expect((await who.send(path)).body).toMatchObject({ operatorId: 'xlsmart', mayEdit: true });
    const { account } = (await xl.send('/api/session')).body;
    expect(account.office.operatorId).toBe('xlsmart');
    expect((await telkomsel.send(path)).status).toBe(404);
    expect((await xlsmart.send(`/api/obstacles/${obstacle.id}`)).status).toBe(200);
    expect((await xlsmart.send('/api/work')).body.declarations).toMatchObject([{ unanswered: 2 }]);
  });

  test('a takeover of the heir reaches through: what XL promised is owed by the last of the line', async () => {
    await succeed();
    await post('/api/operators', { name: 'Gabungan', isMobile: true, networkCodes: [] });
    const { body } = await succeed(
      { successorId: 'gabungan', succeededOn: '2026-11-01' },
      'xlsmart',
    );
    expect(body.inherited).toBe(2);
    const commitment = await find(staff, agreed);
    expect(commitment).toMatchObject({ operatorId: 'xl', ownerId: 'gabungan' });
    // There is no office of the last one yet: it stays where it was.
    expect(commitment.officeId).toBe(xlsmart.officeId);
    expect(await find(xl, secret)).toMatchObject({ moves: ['declined'] });
    const names = commitment.events.filter(({ action }) => action === 'inherited');
    expect(names.map(({ changes }) => changes?.['operator'])).toEqual([
      ['xl', 'xlsmart'],
      ['xlsmart', 'gabungan'],
    ]);
  });

  test.each<[string, string, { successorId: string; succeededOn: string }, unknown]>([
    ['by itself', 'xl', { successorId: 'xl', succeededOn: '2025-04-16' }, 'successor_is_itself'],
    ['by nobody', 'xl', { successorId: 'x', succeededOn: '2025-04-16' }, 'operator_unknown'],
    ['tomorrow', 'xl', { successorId: 'xlsmart', succeededOn: '2026-11-23' }, 'date_in_future'],
    [
      'in a circle',
      'xlsmart',
      { successorId: 'smartfren', succeededOn: '2025-04-16' },
      'successor_circle',
    ],
    [
      'twice',
      'smartfren',
      { successorId: 'telkomsel', succeededOn: '2025-04-16' },
      'already_taken_over',
    ],
  ])('is refused %s, and nothing is changed', async (_, id, body, code) => {
    const before = await list();
    const answer = await succeed(body, id);
    const [, told] = codesOf(answer);
    expect(JSON.stringify(told)).toContain(code);
    expect(await list()).toEqual(before);
    expect((await find(staff, agreed)).ownerId).toBe('xl');
  });
});
