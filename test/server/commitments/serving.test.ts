// From a promise to a signal, through the real router: a verified measurement makes a commitment serving,
// whatever way it comes in; an outage, or taking the measurement back, undoes it.
import { beforeEach, expect, test } from 'vitest';
import type { Commitment } from '../../../server/commitments/contract.ts';
import { settleServing } from '../../../server/commitments/serving.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { propose, take } from '../../helpers/commitment.ts';
import { villages } from '../../helpers/place.ts';
import { addReport, decide, type Person } from '../../helpers/verify.ts';

let it: TestApp;
let staff: Person;
let regency: Person;
let telkomsel: Person;

beforeEach(async () => {
  it = createTestApp();
  staff = await it.person('staff');
  regency = await it.person('regency', { regencyCode: '13.01' });
  telkomsel = await it.person('liaison', { operatorId: 'telkomsel' });
});

const both = [villages.inderapura, villages.mau].map((villageCode) => ({
  villageCode,
  localityId: null,
}));

/** Promised, agreed and on air since today. */
async function onAir(over: Parameters<typeof propose>[1] = {}): Promise<Commitment> {
  const { body } = await propose(telkomsel, over);
  const agreed = await take(staff, body, { do: 'move', to: 'agreed', on: '2026-11-22' });
  return (await take(telkomsel, agreed.body, { do: 'move', to: 'on_air', on: '2026-11-22' })).body;
}

async function look(id: string): Promise<Commitment> {
  return (await telkomsel.send(`/api/commitments/${id}`)).body as Commitment;
}

const signal = { operatorId: 'telkomsel', technology: '4g', strength: 'strong' } as const;

/** What the regency measured in a village, verified by the province. */
async function measured(
  villageCode: string,
  over: Parameters<typeof addReport>[1] = {},
): Promise<string> {
  const id = await addReport(regency, {
    kind: 'measurement',
    villageCode,
    position: villageCode === villages.mau ? [100.15, -1.95] : [100.05, -1.95],
    observedOn: '2026-11-22',
    statements: [signal],
    ...over,
  });
  await decide(staff, id, 1, { action: 'verify' });
  return id;
}

test('a verified measurement of every place makes it serving', async () => {
  const { id } = await onAir({ places: both });
  const report = await measured(villages.inderapura);
  const half = await look(id);
  expect([half.state, half.places.map(({ servedOn }) => servedOn)]).toEqual([
    'on_air',
    ['2026-11-22', null],
  ]);
  expect(half.places[0]?.servedBy).toBe(report);
  await measured(villages.mau);
  const whole = await look(id);
  expect([whole.state, whole.servingOn]).toEqual(['serving', '2026-11-22']);
  expect(whole.events.at(-1)).toMatchObject({
    action: 'served',
    byName: null,
    fromState: 'on_air',
  });
  expect(it.events.filter(({ type }) => type === 'commitments').length).toBeGreaterThan(3);
});

test('one that waits for a verdict makes nothing, and none before it is on air', async () => {
  const { body } = await propose(telkomsel);
  await measured(villages.inderapura);
  expect((await look(body.id)).state).toBe('proposed');
  const agreed = await take(staff, body, { do: 'move', to: 'agreed', on: '2026-11-22' });
  expect(agreed.body.places[0].servedOn).toBeNull();
  await addReport(regency, { kind: 'measurement', observedOn: '2026-11-22', statements: [signal] });
  // What was measured before counts from the day on which it is on air, and then at once.
  const step = { do: 'move', to: 'on_air', on: '2026-11-22' } as const;
  expect((await take(telkomsel, agreed.body, step)).body.state).toBe('serving');
});

test('a verified outage reopens the place, and a new measurement closes it again', async () => {
  const { id } = await onAir();
  await measured(villages.inderapura);
  it.state.now = new Date('2026-12-10T05:00:00Z');
  const down = {
    operatorId: 'telkomsel',
    technology: 'none',
    strength: null,
    isOutage: true,
  } as const;
  const outage = await addReport(regency, { observedOn: '2026-12-09', statements: [down] });
  expect((await look(id)).state).toBe('serving');
  await decide(staff, outage, 1, { action: 'verify' });
  const reopened = await look(id);
  expect([reopened.state, reopened.servingOn, reopened.onAirOn]).toEqual([
    'on_air',
    null,
    '2026-11-22',
  ]);
  expect(reopened.events.at(-1)).toMatchObject({ action: 'broken', effectiveOn: '2026-12-09' });
  await measured(villages.inderapura, { observedOn: '2026-12-10' });
  expect((await look(id)).servingOn).toBe('2026-12-10');
});

test('a measurement that is taken back shows nothing any more', async () => {
  const { id } = await onAir();
  const report = await measured(villages.inderapura);
  expect((await look(id)).state).toBe('serving');
  await decide(staff, report, 2, { action: 'reopen', reason: 'foto salah' });
  const after = await look(id);
  expect([after.state, after.places[0]?.servedBy]).toEqual(['on_air', null]);
});

test('going back to an earlier state forgets what was shown', async () => {
  const placed = await onAir({ places: both });
  await measured(villages.inderapura);
  const { version } = await look(placed.id);
  const step = { do: 'move', to: 'built', on: '2026-11-22', note: 'belum mengudara' } as const;
  const { body } = await take(staff, { id: placed.id, version }, step);
  expect(body.places.map(({ servedOn }: { servedOn: string | null }) => servedOn)).toEqual([
    null,
    null,
  ]);
});

test('what XL promised is served by what is measured of XLSMART', async () => {
  const { id, ownerId, operatorName } = await (async () => {
    const { body } = await propose(staff, { operatorId: 'xl' });
    const agreed = await take(staff, body, { do: 'move', to: 'agreed', on: '2026-11-22' });
    return (await take(staff, agreed.body, { do: 'move', to: 'on_air', on: '2026-11-22' }))
      .body as Commitment;
  })();
  expect([ownerId, operatorName]).toEqual(['xlsmart', 'XL Axiata']);
  await measured(villages.inderapura, { statements: [{ ...signal, operatorId: 'xlsmart' }] });
  const { body } = await staff.send(`/api/commitments/${id}`);
  expect([body.state, body.ownerName]).toEqual(['serving', 'XLSMART']);
});

test('settling all again finds nothing to do', async () => {
  await onAir();
  await measured(villages.inderapura);
  expect(settleServing(it.db, null, it.state.now)).toBe(0);
  expect(settleServing(it.db, [villages.inderapura], it.state.now)).toBe(0);
});
