// Points that are drawn over coverage: what people measured, and the settlements that nothing reaches.
import { describe, expect, test } from 'vitest';
import type { SiteInput } from '../../../server/coverage/contract.ts';
import type { MeasuredPoint, UncoveredPlace } from '../../../server/coverage/map-contract.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';
import { creating, reportInput } from '../../helpers/report.ts';

const everywhere = 'west=99&south=-3&east=102&north=1';
const elsewhere = 'west=110&south=-8&east=111&north=-7';

type Person = Awaited<ReturnType<TestApp['person']>>;

/** A site of Telkomsel in the middle of Inderapura that covers most of it. */
function siteInput(over: Partial<SiteInput['cells'][number]> = {}): SiteInput {
  const shape = { bandMhz: null, heightM: null, azimuthDeg: null, beamwidthDeg: null };
  const cell = { ref: '1', technology: '4g' as const, state: 'on_air' as const, onAirOn: null };
  return {
    operatorId: 'telkomsel',
    ref: 'A',
    name: '',
    position: [100.05, -1.95],
    cells: [{ ...cell, ...shape, radiusM: 6000, ...over }],
  };
}

async function uncoveredBy(person: Person, box = everywhere): Promise<UncoveredPlace[]> {
  const answer = await person.send(`/api/coverage/uncovered?${box}`);
  expect(answer.status).toBe(200);
  return answer.body.places;
}

describe('settlements that nothing reaches', () => {
  test.each<[string, Partial<SiteInput['cells'][number]>, boolean]>([
    ['4G that stands', {}, true],
    ['5G that stands', { technology: '5g' }, true],
    ['2G', { technology: '2g' }, false],
    ['4G that is planned', { state: 'planned' }, false],
    ['4G that is off', { state: 'off' }, false],
    ['4G of a small part', { radiusM: 1000 }, false],
  ])('a village without known localities is reached by %s: %s', async (_, over, isReached) => {
    const t = createTestApp();
    const staff = await t.person('staff');
    await staff.send('/api/sites', { method: 'POST', body: siteInput(over) });
    await t.coverage.settled();
    const codes = (await uncoveredBy(staff)).map(({ villageCode }) => villageCode);
    expect(codes.includes(villages.inderapura)).toBe(!isReached);
    expect(codes).toContain(villages.mau);
  });

  test('localities with a point stand for their village', async () => {
    const t = createTestApp();
    const staff = await t.person('staff');
    const place = { kind: 'jorong', source: '', villageCode: villages.inderapura };
    const ids = ['7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e', '0d9e6c1b-5a7f-4c3e-9b21-8f4a6d2e7c10'];
    for (const [index, position] of [
      [100.05, -1.95],
      [100.09, -1.91],
    ].entries()) {
      const body = { ...place, name: `Jorong ${index}`, position, source: 'Kantor nagari' };
      const saved = await staff.send(`/api/localities/${ids[index]}`, {
        method: 'PUT',
        body,
        headers: creating,
      });
      expect(saved.status).toBeLessThan(300);
    }
    await staff.send('/api/sites', { method: 'POST', body: siteInput({ radiusM: 4000 }) });
    await t.coverage.settled();
    const places = await uncoveredBy(staff);
    const inside = places.filter(({ villageCode }) => villageCode === villages.inderapura);
    expect(inside.map(({ localityId }) => localityId)).toEqual([ids[1]]);
    expect(await uncoveredBy(staff, elsewhere)).toEqual([]);
  });
});

describe('what people measured', () => {
  async function listed(person: Person, box = everywhere): Promise<MeasuredPoint[]> {
    return (await person.send(`/api/coverage/measurements?${box}`)).body.points;
  }

  test('is shown once it is verified, where it was measured, as what it says of each operator', async () => {
    const t = createTestApp();
    const sari = await t.person('regency', { regencyCode: '13.01' });
    const staff = await t.person('staff');
    const id = '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e';
    const said = { strength: 'strong', isOutage: false } as const;
    const statements = [
      { operatorId: 'telkomsel', technology: '4g', ...said, rsrpDbm: -112 },
      { operatorId: 'indosat', technology: '2g', ...said },
      { operatorId: 'xlsmart', technology: 'none', strength: null },
    ] as const;
    const body = reportInput({ statements: [...statements] });
    const saved = await sari.send(`/api/reports/${id}`, { method: 'PUT', body, headers: creating });
    expect(saved.status).toBeLessThan(300);
    expect(await listed(staff)).toEqual([]);
    const verdict = await staff.send(`/api/reports/${id}/verdict`, {
      method: 'POST',
      body: { action: 'verify' },
      headers: { 'if-match': '"1"' },
    });
    expect(verdict.status).toBe(200);
    const [point] = await listed(staff);
    expect(point).toMatchObject({
      id,
      villageCode: villages.inderapura,
      position: [100.05, -1.95],
    });
    const statuses = Object.fromEntries(
      point?.statements.map(({ operatorId, status }) => [operatorId, status]) ?? [],
    );
    expect(statuses).toEqual({ telkomsel: 'weak', indosat: '2g_only', xlsmart: 'blankspot' });
    expect(await listed(staff, elsewhere)).toEqual([]);
  });

  test.each([
    'west=1&south=2&east=3',
    'west=a&south=0&east=0&north=0',
    'west=200&south=0&east=0&north=0',
  ])('asks for a box: %s is refused', async (box) => {
    const t = createTestApp();
    const staff = await t.person('staff');
    expect((await staff.send(`/api/coverage/measurements?${box}`)).status).toBe(422);
    expect((await staff.send(`/api/coverage/uncovered?${box}`)).status).toBe(422);
  });
});
