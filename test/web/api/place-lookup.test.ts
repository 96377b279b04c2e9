// Places kept on the device are found as the server finds them, and a point's village is guessed well.
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pack, Region, SearchHit } from '#contract/regions';
import { foldName } from '../../../server/regions/names.ts';
import {
  foldText,
  guessVillageAt,
  listChildrenOf,
  listVillagesOf,
  searchPlaces,
} from '../../../web/api/place-lookup.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';

let places: Region[];
let person: Awaited<ReturnType<TestApp['person']>>;

beforeAll(async () => {
  person = await createTestApp().person('leader');
  const packs = await Promise.all(
    ['13.01', '13.71'].map((code) => person.send(`/api/regions/${code}/pack`)),
  );
  const all = packs.flatMap(({ body }) => (body as Pack).places);
  places = [...new Map(all.map((place) => [place.code, place])).values()];
});

test('names are folded as on the server', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(text) === foldName(text)),
  );
});

test.each([
  'inder',
  'INDERAPURA',
  'mau',
  "ma'u bes",
  'pancung',
  'padang',
  '13.01',
  '130101',
  '1371',
  'xyz',
  '',
])('a search for "%s" finds what the server finds', async (text) => {
  const { body } = await person.send(`/api/search?q=${encodeURIComponent(text)}&limit=10`);
  const codes = (hits: SearchHit[]) => hits.map(({ code }) => code);
  const here = searchPlaces(places, text, 10);
  expect(codes(here)).toEqual(codes(body as SearchHit[]));
  expect(here).toEqual(body);
});

test.each(['13.01', '13.01.01', '13.71.07'])(
  '%s has the children and villages of the server',
  async (code) => {
    expect(listChildrenOf(places, code)).toEqual(
      (await person.send(`/api/regions/${code}/children`)).body,
    );
    expect(listVillagesOf(places, code)).toEqual(
      (await person.send(`/api/regions/${code}/villages`)).body,
    );
  },
);

test('of a province only what was kept is here, so its children are not told', () => {
  expect(listChildrenOf(places, '13')).toBeNull();
  expect(listChildrenOf(places, '13.02')).toBeNull();
});

describe('the village at a point', () => {
  test.each([
    ['inside the first', [100.05, -1.95], villages.inderapura],
    ['inside the second', [100.15, -1.95], villages.mau],
    ['on their common edge, nearer to the second', [100.1, -1.9], null],
    ['outside of all', [101, -3], 'none'],
  ] as const)('%s', (_name, [lng, lat], expected) => {
    const guess = guessVillageAt(places, [lng, lat]);
    if (expected === null) expect([villages.inderapura, villages.mau]).toContain(guess?.code);
    else expect(guess?.code ?? 'none').toBe(expected);
  });

  test('is the one whose own point is nearest where bounds overlap', () => {
    const first = places.find(({ code }) => code === villages.inderapura);
    if (!first) throw new Error('no place');
    const wide = {
      ...first,
      code: '13.01.01.2009',
      bounds: [99, -3, 102, 0],
      position: [101.5, -0.5],
    };
    expect(guessVillageAt([wide as Region, first], [100.06, -1.96])?.code).toBe(first.code);
    expect(guessVillageAt([first, wide as Region], [101.4, -0.6])?.code).toBe('13.01.01.2009');
  });
});
