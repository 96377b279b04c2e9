// Finding the places of a declaration: by area and status, by drawing, from a list.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  isArea,
  listInside,
  matchLine,
  preferLocalities,
  type PlaceHit,
} from '../../../server/commitments/window-rules.ts';
import { createPlaceIndex } from '../../../server/regions/place-index.ts';
import type { VillageRow } from '../../../server/regions/contract.ts';
import { createTestApp, type Answer, type TestApp } from '../../helpers/app.ts';
import { propose } from '../../helpers/commitment.ts';
import { addLocality, putPeople } from '../../helpers/locality.ts';
import { villages } from '../../helpers/place.ts';
import { addReport, decide, type Person } from '../../helpers/verify.ts';

const row = (
  code: string,
  name: string,
  districtName: string,
  regencyName: string,
): VillageRow => ({
  ...{ code, kind: 'nagari', name, districtName, regencyName },
});
const index = createPlaceIndex(
  [
    row('13.01.01.2001', 'Inderapura', 'Pancung Soal', 'Pesisir Selatan'),
    row('13.01.01.2002', 'Koto Baru', 'Pancung Soal', 'Pesisir Selatan'),
    row('13.01.02.2001', 'Koto Baru', 'Lunang', 'Pesisir Selatan'),
    row('13.02.01.2001', 'Koto Baru', 'Kubung', 'Solok'),
    row('13.02.02.2003', "Ma'u Besar", 'Lembang Jaya', 'Solok'),
  ],
  [],
);

test.each([
  ['13.01.01.2001', '13.01.01.2001'],
  ['1301012001', '13.01.01.2001'],
  ['13.1.1.2001', '13.01.01.2001'],
  ['13.01.01.2001\tInderapura', '13.01.01.2001'],
  ['13.01.01.2999', 'code_unknown'],
  ['13.01.01', 'code_incomplete'],
  ['1.3E+9', 'code_lost'],
  ['Inderapura', '13.01.01.2001'],
  ['  NAGARI INDERAPURA ', '13.01.01.2001'],
  ['mau besar', '13.02.02.2003'],
  ['Koto Baru', 'name_found_twice'],
  ['Koto Baru, Pancung Soal', '13.01.01.2002'],
  ['Koto Baru, Kec. Lunang', '13.01.02.2001'],
  ['Koto Baru, Solok', '13.02.01.2001'],
  ['Koto Baru, Pesisir Selatan', 'name_found_twice'],
  ['Koto Baru; Lunang; Pesisir Selatan', '13.01.02.2001'],
  ['Koto Baru, Padang', 'name_unknown'],
  ['Koto Lama', 'name_unknown'],
  ['Inderapur', 'name_unknown'],
  ['=1+1', 'name_unknown'],
  [',', 'nothing_given'],
])('the line %j means %s', (line, expected) => {
  const match = matchLine(index, line);
  expect('code' in match ? match.code : match.villageCode).toBe(expected);
});

describe('what is drawn', () => {
  const hit = (
    villageCode: string,
    lng: number | null,
    localityId: string | null = null,
  ): PlaceHit => ({
    ...{ villageCode, localityId, lng, lat: lng },
  });
  const triangle: [number, number][] = [
    [0, 0],
    [10, 0],
    [10, 10],
  ];

  test('holds the points inside and on its edge, whether the ring is closed or not', () => {
    const hits = [hit('in', 5), hit('out', 11), hit('nowhere', null)];
    const names = (ring: [number, number][]) =>
      listInside(hits, ring).map(({ villageCode }) => villageCode);
    expect(names(triangle)).toEqual(['in']);
    expect(names([...triangle, [0, 0]])).toEqual(['in']);
  });

  test('is no area with fewer than three corners', () => {
    expect(isArea(triangle)).toBe(true);
    expect(
      isArea([
        [0, 0],
        [1, 1],
        [0, 0],
        [1, 1],
      ]),
    ).toBe(false);
  });

  test('a village gives way to its localities', () => {
    const found = preferLocalities([hit('a', 1), hit('a', 1, 'x'), hit('b', 1)]);
    expect(found.map(({ villageCode, localityId }) => [villageCode, localityId])).toEqual([
      ['a', 'x'],
      ['b', null],
    ]);
  });
});

describe('over HTTP', () => {
  let it: TestApp;
  let staff: Person;
  let reporter: Person;

  beforeEach(async () => {
    it = createTestApp();
    staff = await it.person('staff');
    reporter = await it.person('regency', { regencyCode: '13.01' });
  });

  const search = (body: unknown) =>
    staff.send('/api/declarations/search', { method: 'POST', body });
  const filter = { by: 'filter', area: '13', statuses: ['blankspot'], withoutPromise: false };
  const namesOf = ({ body }: Answer) => body.places.map((place: Answer['body']) => place.name);

  async function reportBlankspot(over: Parameters<typeof addReport>[1] = {}) {
    for (const observedOn of ['2026-11-10', '2026-11-12'])
      await decide(staff, await addReport(reporter, { observedOn, ...over }), 1, {
        action: 'verify',
      });
  }

  test('places of a status, with who lives there and what is promised', async () => {
    await reportBlankspot();
    await putPeople(reporter, villages.inderapura, { datedOn: '2026-01-01', population: 1234 });
    const found = await search(filter);
    expect(found.body).toMatchObject({
      places: [{ name: 'Inderapura', status: 'blankspot', population: 1234, promises: 0 }],
      isTruncated: false,
      unknown: [],
    });
    expect(namesOf(await search({ ...filter, statuses: ['unknown'] }))).toEqual([
      "Ma'u Besar",
      'Indarung',
    ]);
    expect(namesOf(await search({ ...filter, area: '13.71' }))).toEqual([]);
  });

  test('what is promised already can be left out', async () => {
    await reportBlankspot();
    const { body } = await propose(staff, {
      places: [{ villageCode: villages.inderapura, localityId: null }],
    });
    expect(body.places).toHaveLength(1);
    expect((await search(filter)).body.places[0].promises).toBe(1);
    expect(namesOf(await search({ ...filter, withoutPromise: true }))).toEqual([]);
  });

  test('localities of that status stand in for their village', async () => {
    const pasar = await addLocality(reporter, { name: 'Pasar' });
    await addLocality(reporter, { name: 'Muaro', position: null });
    await reportBlankspot({ localityId: pasar.id });
    expect(namesOf(await search(filter))).toEqual(['Pasar']);
  });

  test('by drawing and from a list, each line that names no village told by its number', async () => {
    const ring = [
      [100, -2],
      [100.09, -2],
      [100.09, -1.9],
      [100, -1.9],
    ];
    const drawing = { by: 'drawing', ring, statuses: [], withoutPromise: false };
    expect(namesOf(await search(drawing))).toEqual(['Inderapura']);
    const flat = await search({ ...drawing, ring: [ring[0], ring[1], ring[0]] });
    expect(flat.body.errors[0]).toMatchObject({ field: 'ring', code: 'ring_too_small' });
    const list = await search({ by: 'list', lines: ['Indarung', '', 'Entah', '1301012002'] });
    expect(namesOf(list)).toEqual(["Ma'u Besar", 'Indarung']);
    expect(list.body.unknown).toEqual([{ line: 3, text: 'Entah', code: 'name_unknown' }]);
  });

  test('an unknown area is refused', async () => {
    expect((await search({ ...filter, area: '99' })).body.errors[0]).toEqual({
      ...{ field: 'area', code: 'region_unknown', value: '99' },
    });
  });
});
