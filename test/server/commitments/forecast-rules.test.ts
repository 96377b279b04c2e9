// What is left by quarter: cases worked out by hand, and what must hold whatever was promised.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitmentStates } from '../../../server/commitments/contract.ts';
import {
  forecast,
  listQuarterEnds,
  measureDelays,
  quarterEnd,
  slipDaysOf,
  sumRemaining,
  type DarkPlace,
  type DuePromise,
  type OpenPromise,
} from '../../../server/commitments/forecast-rules.ts';

const today = '2026-11-22';

const place = (over: Partial<DarkPlace> = {}): DarkPlace => ({
  villageId: 1,
  localityId: null,
  population: 100,
  ...over,
});

const promise = (over: Partial<OpenPromise> = {}): OpenPromise => ({
  villageId: 1,
  localityId: null,
  ownerId: 'telkomsel',
  state: 'agreed',
  promisedOn: '2027-02-28',
  ...over,
});

const due = (days: number, ownerId = 'telkomsel'): DuePromise => ({
  ownerId,
  firstPromisedOn: '2026-01-01',
  onAirOn: new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10),
});

const none = measureDelays([], today);

describe('quarters', () => {
  test.each([
    ['2026-11-22', 0, '2026-12-31'],
    ['2026-12-31', 0, '2026-12-31'],
    ['2027-01-01', 0, '2027-03-31'],
    ['2026-11-22', 1, '2027-03-31'],
    ['2026-02-28', 1, '2026-06-30'],
    ['2026-11-22', 9, '2029-03-31'],
  ])('%s and %i ahead end on %s', (day, ahead, end) => {
    expect(quarterEnd(day, ahead)).toBe(end);
  });

  test.each([
    ['nothing is promised', today, 4, '2027-09-30'],
    ['the last is in two years', '2028-11-01', 9, '2028-12-31'],
    ['the last is on the last day of a quarter', '2027-12-31', 5, '2027-12-31'],
    ['the last is far away', '2099-12-31', 12, '2029-09-30'],
  ])('%s', (_, last, count, end) => {
    const ends = listQuarterEnds(today, last);
    expect([ends.length, ends.at(-1)]).toEqual([count, end]);
  });
});

describe('delays', () => {
  test('the median of an operator from three promises on, else that of all', () => {
    const delays = measureDelays(
      [...[10, 90, 40].map((days) => due(days)), due(200, 'indosat'), due(300, 'indosat')],
      today,
    );
    expect(Object.fromEntries(delays.byOwner)).toEqual({
      telkomsel: { medianDays: 40, promises: 3 },
      indosat: { medianDays: null, promises: 2 },
    });
    expect(delays.all).toEqual({ medianDays: 90, promises: 5 });
    expect(['telkomsel', 'indosat', 'xlsmart'].map((id) => slipDaysOf(delays, id))).toEqual([
      40, 90, 90,
    ]);
  });

  test('what is late today counts with its delay so far; of two middle ones the mean', () => {
    const late = { ownerId: 'telkomsel', firstPromisedOn: '2026-11-12', onAirOn: null };
    const delays = measureDelays([late, due(0), due(20), due(60)], today);
    expect(delays.byOwner.get('telkomsel')).toEqual({ medianDays: 15, promises: 4 });
  });

  test('who is early so far slips by nothing, and who has kept nothing yet too', () => {
    const early = measureDelays([due(-30), due(-20), due(-10)], today);
    expect(early.all.medianDays).toBe(-20);
    expect([slipDaysOf(early, 'telkomsel'), slipDaysOf(none, 'telkomsel')]).toEqual([0, 0]);
  });
});

describe('what is left', () => {
  const slow = measureDelays([due(100), due(100), due(100)], today);
  const remaining = (promises: OpenPromise[], places = [place()]) =>
    forecast(places, promises, slow, today).quarters.map(({ ifKept, ifSlipped }) => [
      ifKept.places,
      ifSlipped.places,
    ]);

  const gone = [0, 0];
  test.each([
    [
      'nothing is promised',
      [],
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    ['promised for the next quarter', [promise()], [[1, 1], [0, 1], gone, gone]],
    [
      'late: at the end of the running quarter, slipped from the promised date',
      [promise({ promisedOn: '2026-06-01' })],
      [gone, gone, gone, gone],
    ],
    [
      'late by less than it slips',
      [promise({ promisedOn: '2026-11-01' })],
      [[0, 1], gone, gone, gone],
    ],
    [
      'on air, not measured',
      [promise({ state: 'on_air', promisedOn: '2027-09-01' })],
      [gone, gone, gone, gone],
    ],
    [
      'the earliest of two',
      [promise({ promisedOn: '2027-09-01' }), promise()],
      [[1, 1], [0, 1], gone, gone],
    ],
    [
      'of two operators the one that keeps its word, kept and slipped apart',
      [
        promise({ promisedOn: '2026-12-31' }),
        promise({ ownerId: 'indosat', promisedOn: '2027-01-05', state: 'on_air' }),
      ],
      [gone, gone, gone, gone],
    ],
    [
      'another village',
      [promise({ villageId: 2 })],
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'only one of its localities',
      [promise({ localityId: 'a' })],
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
  ] satisfies [string, OpenPromise[], number[][]][])('%s', (_, promises, expected) => {
    expect(remaining(promises)).toEqual(expected);
  });

  test('a promise for the whole village holds for its localities', () => {
    const places = [place({ localityId: 'a' }), place({ localityId: 'b' })];
    expect(remaining([promise()], places)[1]).toEqual([0, 2]);
    expect(remaining([promise({ localityId: 'a' })], places)[1]).toEqual([1, 2]);
  });

  test('people only where they are known, and of how many places they are', () => {
    const places = [place({ population: 80 }), place({ villageId: 2, population: null })];
    const { now, promised } = forecast(places, [promise({ villageId: 2 })], none, today);
    expect(now).toEqual({ places: 2, people: 80, placesWithPeople: 1 });
    expect(promised).toEqual({ places: 1, people: 0, placesWithPeople: 0 });
  });
});

const day = fc
  .integer({ min: -700, max: 1500 })
  .map((days) => new Date(Date.UTC(2026, 10, 22 + days)).toISOString().slice(0, 10));
const owner = fc.constantFrom('telkomsel', 'indosat', 'xlsmart');
const where = {
  villageId: fc.integer({ min: 1, max: 6 }),
  localityId: fc.constantFrom('a', 'b', null),
};
const anyPlaces = fc.uniqueArray(
  fc.record({ ...where, population: fc.option(fc.integer({ min: 0, max: 9000 })) }),
  { selector: ({ villageId, localityId }) => `${villageId}/${localityId}`, maxLength: 12 },
);
const anyPromises = fc.array(
  fc.record({
    ...where,
    ownerId: owner,
    state: fc.constantFrom(...commitmentStates.slice(0, 5)),
    promisedOn: day,
  }),
  { maxLength: 20 },
);
const anyDue = fc.array(
  fc.record({ ownerId: owner, firstPromisedOn: day, onAirOn: fc.option(day) }),
  { maxLength: 20 },
);

test('slipped is never better than kept, nothing comes back, and what is promised is gone in the end', () => {
  fc.assert(
    fc.property(anyPlaces, anyPromises, anyDue, (places, promises, dues) => {
      const delays = measureDelays(dues, today);
      const { now, promised, quarters } = forecast(places, promises, delays, today);
      expect(now).toEqual(sumRemaining(places));
      let before = { ifKept: now, ifSlipped: now };
      for (const quarter of quarters) {
        for (const figure of ['places', 'people', 'placesWithPeople'] as const) {
          expect(quarter.ifSlipped[figure]).toBeGreaterThanOrEqual(quarter.ifKept[figure]);
          expect(quarter.ifKept[figure]).toBeLessThanOrEqual(before.ifKept[figure]);
          expect(quarter.ifSlipped[figure]).toBeLessThanOrEqual(before.ifSlipped[figure]);
          expect(quarter.ifKept[figure]).toBeGreaterThanOrEqual(now[figure] - promised[figure]);
        }
        before = quarter;
      }
      expect(quarters.length).toBeGreaterThanOrEqual(4);
      if (quarters.length === 12) return;
      const rest = {
        places: now.places - promised.places,
        people: now.people - promised.people,
        placesWithPeople: now.placesWithPeople - promised.placesWithPeople,
      };
      expect(quarters.at(-1)).toMatchObject({ ifKept: rest, ifSlipped: rest });
    }),
  );
});
