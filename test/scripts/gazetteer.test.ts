import { describe, expect, test } from 'vitest';
import { bareName, kindOf } from '../../scripts/gazetteer/kinds.ts';
import {
  type ListedVillage,
  matchVillages,
  type PointedVillage,
} from '../../scripts/gazetteer/match.ts';
import { isPlausible, medoidIndex } from '../../scripts/gazetteer/points.ts';
import { buildRows } from '../../scripts/gazetteer/rows.ts';

const listed = (
  code: string,
  name: string,
  district = 'Atas',
  regency = 'Kabupaten Solok',
): ListedVillage => ({ code, name, district, regency });
const pointed = (...values: Parameters<typeof listed>): PointedVillage => ({
  ...listed(...values),
  position: [100, -1],
  elevationM: 5,
  postalCode: '27000',
});
const pairs = (villages: ListedVillage[], points: PointedVillage[]) =>
  [...matchVillages(villages, points).matches].map(
    ([code, { point, how }]) => `${code} ${point.code} ${how}`,
  );

describe('matchVillages', () => {
  test('takes the same code, also when the village was renamed', () => {
    const villages = [listed('13.02.01.2001', 'Baru'), listed('13.02.01.2002', 'Bukit Kandung')];
    const points = [pointed('13.02.01.2001', 'Lama'), pointed('13.02.01.2002', 'Bukik Kanduang')];
    expect(pairs(villages, points)).toEqual([
      '13.02.01.2001 13.02.01.2001 exact',
      '13.02.01.2002 13.02.01.2002 exact',
    ]);
  });

  test('does not believe a code that stands for another village now', () => {
    const villages = [listed('13.02.01.2001', 'Tonasa'), listed('13.02.01.2002', 'Kassi')];
    const points = [pointed('13.02.01.2002', 'Tonasa'), pointed('13.02.01.2001', 'Majannang')];
    const { distrusted } = matchVillages(villages, points);
    expect(distrusted.map(({ code }) => code)).toEqual(['13.02.01.2001', '13.02.01.2002']);
    expect(pairs(villages, points)).toEqual(['13.02.01.2001 13.02.01.2002 name']);
  });

  test.each([
    ['same district, new province', 'Samkai', 'Merauke'],
    ['another spelling of the number', 'Tempang III', 'Merauke'],
    ['moved to another district', 'Samkai', 'Lain'],
  ])('finds a renumbered village by its name: %s', (_case, name, district) => {
    const village = listed('93.01.01.1002', name, 'Merauke', 'Kabupaten Merauke');
    const old = name.replace('III', 'Tiga');
    const point = pointed('91.01.01.1002', old, district, 'Kabupaten Merauke');
    expect(pairs([village], [point])).toEqual(['93.01.01.1002 91.01.01.1002 name']);
  });

  test('takes a near spelling only inside the district', () => {
    const village = listed('93.01.01.2001', 'Penyalimau');
    const near = pointed('91.01.01.2001', 'Penyelimau');
    const elsewhere = pointed('91.01.02.2001', 'Penyelimau', 'Bawah');
    expect(pairs([village], [near])).toHaveLength(1);
    expect(pairs([village], [elsewhere])).toEqual([]);
  });

  test('leaves what is ambiguous on either side', () => {
    const village = listed('93.01.01.2001', 'Koto', 'Lain');
    const twins = [pointed('91.01.01.2001', 'Koto'), pointed('91.01.02.2001', 'Koto', 'Bawah')];
    expect(pairs([village], twins)).toEqual([]);
    const two = [village, listed('93.01.02.2001', 'Koto', 'Luar')];
    expect(pairs(two, twins.slice(0, 1))).toEqual([]);
  });

  test('keeps a kota apart from the kabupaten of the same name', () => {
    const village = listed('93.71.01.2001', 'Koto', 'Atas', 'Kota Solok');
    expect(pairs([village], [pointed('91.02.01.2001', 'Koto')])).toEqual([]);
  });
});

describe('points', () => {
  const here: [number, number][] = [
    [100, -1],
    [100.1, -1],
    [100, -1.1],
  ];
  test.each([
    ['near its district', [100.2, -1.2], here, [], true],
    ['far among strangers', [102, -1], here, [[102.1, -1]], false],
    ['far and alone: an island', [102, -1], here, [[104, -1]], true],
    ['without enough neighbours to judge', [102, -1], here.slice(0, 2), [[102, -1]], true],
    ['in another country', [10, 50], [], [], false],
  ] as [string, [number, number], [number, number][], [number, number][], boolean][])(
    '%s',
    (_case, point, others, strangers, expected) =>
      expect(isPlausible(point, others, strangers)).toBe(expected),
  );

  test('the medoid is one of the points, the nearest to their mean', () => {
    expect(medoidIndex([...here, [100.03, -1.03]])).toBe(3);
    expect(medoidIndex([])).toBe(-1);
  });
});

describe('kindOf', () => {
  const kinds = new Map([
    ['13', 'nagari'],
    ['13.73', 'desa'],
    ['91', 'kampung'],
  ]);
  test.each([
    ['13', 'province', 'provinsi'],
    ['13.12', 'regency', 'kabupaten'],
    ['13.71', 'regency', 'kota'],
    ['13.01.01', 'district', 'kecamatan'],
    ['91.01.01', 'district', 'distrik'],
    ['34.01.01', 'district', 'kapanewon'],
    ['34.71.01', 'district', 'kemantren'],
    ['13.01.01.2001', 'village', 'nagari'],
    ['13.73.01.2001', 'village', 'desa'],
    ['13.73.01.1001', 'village', 'kelurahan'],
    ['91.03.01.3001', 'village', 'kampung adat'],
    ['51.01.01.2001', 'village', 'desa'],
  ] as const)('%s, a %s, is a %s', (code, level, kind) =>
    expect(kindOf(code, level, kinds)).toBe(kind),
  );

  test.each([
    ['Kabupaten Solok', 'Solok'],
    ['Kota Solok', 'Solok'],
    ['Kota Administrasi Jakarta Barat', 'Jakarta Barat'],
    ['Kabupaten Administrasi Kepulauan Seribu', 'Kepulauan Seribu'],
    ['Kotabaru', 'Kotabaru'],
  ])('%s is called %s', (name, bare) => expect(bareName(name)).toBe(bare));
});

test('buildRows gives every place a point: its own, its name’s or its parent’s', () => {
  const places = [
    { code: '13', name: 'Sumatera Barat' },
    { code: '13.02', name: 'Kabupaten Solok' },
    { code: '13.02.01', name: 'Atas' },
    { code: '13.02.02', name: 'Bawah' },
    { code: '13.02.01.2001', name: 'Koto' },
    { code: '13.02.01.2002', name: 'Baru' },
    { code: '13.02.02.2001', name: 'Sendiri' },
  ];
  const { rows } = buildRows(places, [pointed('13.02.01.2001', 'Koto')], new Map());
  expect(rows.map(({ code, pointSource }) => `${code} ${pointSource}`)).toEqual([
    '13 exact',
    '13.02 exact',
    '13.02.01 exact',
    '13.02.01.2001 exact',
    '13.02.01.2002 parent',
    '13.02.02 parent',
    '13.02.02.2001 parent',
  ]);
  expect(rows.every(({ lng, lat }) => lng === 100 && lat === -1)).toBe(true);
  expect(() => buildRows(places, [], new Map())).toThrow('no point for 13');
});
