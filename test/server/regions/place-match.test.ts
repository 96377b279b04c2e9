// Matching rows of a table to villages and localities, over a made-up corner of two provinces.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addAlias, listAliases, removeAlias } from '../../../server/regions/alias-store.ts';
import type { VillageRow } from '../../../server/regions/contract.ts';
import { matchLocality } from '../../../server/regions/locality-match.ts';
import { aliasKey, type Alias, type AliasKind } from '../../../server/regions/place-alias.ts';
import { readVillageCode } from '../../../server/regions/place-code.ts';
import { createPlaceIndex } from '../../../server/regions/place-index.ts';
import { matchPlace } from '../../../server/regions/place-match.ts';
import { localityKey, villageKey } from '../../../server/regions/place-names.ts';
import { listVillages } from '../../../server/regions/store.ts';
import { openPlaces, villages as made } from '../../helpers/place.ts';

const places: [code: string, name: string, district: string, regency: string][] = [
  ['13.01.01.2001', 'Inderapura', 'Pancung Soal', 'Pesisir Selatan'],
  ['13.01.01.2002', "Ma'u Besar", 'Pancung Soal', 'Pesisir Selatan'],
  ['13.01.01.2003', 'Inderapura Barat', 'Pancung Soal', 'Pesisir Selatan'],
  ['13.01.01.2004', 'Tluk Kualo Inderapura', 'Pancung Soal', 'Pesisir Selatan'],
  ['13.01.02.2001', 'Koto VIII Pelangai', 'Ranah Pesisir', 'Pesisir Selatan'],
  ['13.01.02.2002', 'Koto VII Pelangai', 'Ranah Pesisir', 'Pesisir Selatan'],
  ['13.01.02.2003', 'Sungai Liku', 'Ranah Pesisir', 'Pesisir Selatan'],
  ['13.01.03.2001', 'Sungai Liku', 'Lengayang', 'Pesisir Selatan'],
  ['13.01.03.2002', 'Kampung Baru', 'Lengayang', 'Pesisir Selatan'],
  ['13.01.03.2003', 'Baru', 'Lengayang', 'Pesisir Selatan'],
  ['13.02.01.2001', 'Koto Baru', 'Kubung', 'Solok'],
  ['13.10.01.2001', 'Sungai Rumbai', 'Sungai Rumbai', 'Dharmasraya'],
  ['13.72.01.1001', 'Koto Baru', 'Kubung', 'Kota Solok'],
  ['13.72.02.1002', 'Tanah Garam', 'Lubuk Sikarah', 'Kota Solok'],
  ['63.02.01.2001', 'Sungup', 'Pulau Laut', 'Kotabaru'],
];
const villages: VillageRow[] = places.map(([code, name, districtName, regencyName]) => {
  return { code, kind: 'nagari', name, districtName, regencyName };
});
const alias = (kind: AliasKind, written: string, villageCode: string): Alias => {
  return { kind, key: aliasKey(kind, written, villageCode), villageCode };
};
const index = createPlaceIndex(villages, [
  alias('name', 'Indrapura', '13.01.01.2001'),
  // BPS counts districts by tens: its code of Inderapura reads like a code of Kemendagri.
  alias('bps', '1301012001', '13.01.01.2003'),
  alias('bps', '1301020004', '13.01.01.2004'),
  alias('code', '13.05.01.2001', '13.10.01.2001'),
  alias('code', '13.05.01.2002', '13.01.03.2001'),
  alias('code', '13.05.01.2002', '13.01.02.2003'),
]);
const match = (code: string, regency: string, district: string, village: string) =>
  matchPlace(index, { code, regency, district, village });

describe('matchPlace is certain', () => {
  it.each([
    // code, regency, district, village → villageCode, by
    ['13.01.01.2001', '', '', '', '13.01.01.2001', 'code'],
    ["'13.01.01.2001", '', '', 'INDERAPURA', '13.01.01.2001', 'code'],
    ['13-01-01-2001', '', '', '', '13.01.01.2001', 'code'],
    ['1301012001', '', '', 'Nagari Inderapura', '13.01.01.2001', 'code'],
    ['1301012001.0', '', '', 'Inderapura', '13.01.01.2001', 'code'],
    ['1.301.012.001', '', '', 'Inderapura', '13.01.01.2001', 'code'],
    ['1301012002', 'Kab. Pesisir Selatan', 'Kec. Pancung Soal', '', '13.01.01.2002', 'code'],
    ['1301012002', '', '', 'Mau Besar', '13.01.01.2002', 'code'],
    ['1301012002', '', '', 'Mau Besaar', '13.01.01.2002', 'code'],
    ['13.1.1.2002', '', '', 'Ma’u Besar', '13.01.01.2002', 'code'],
    ['1301012001', '', '', 'Inderapura Barat', '13.01.01.2003', 'bps'],
    ['1301020004', '', '', 'Tluk Kualo Inderapura', '13.01.01.2004', 'bps'],
    ['13.05.01.2001', '', '', 'Sungai Rumbai', '13.10.01.2001', 'old_code'],
    ['13.05.01.2001', '', '', '', '13.10.01.2001', 'old_code'],
    ['13.05.01.2002', 'Pesisir Selatan', 'Lengayang', 'Sungai Liku', '13.01.03.2001', 'old_code'],
    ['9999999999', 'Pesisir Selatan', 'Pancung Soal', 'Inderapura', '13.01.01.2001', 'name'],
    ['1.3E+09', 'Pesisir Selatan', 'Pancung Soal', 'Inderapura', '13.01.01.2001', 'name'],
    ['', 'Kabupaten Pesisir Selatan', 'PANCUNG SOAL', "ma'u besar", '13.01.01.2002', 'name'],
    ['', 'KAB. PESISIR SELATAN', 'Kec. Pancung Soal', 'Desa Mau  Besar', '13.01.01.2002', 'name'],
    ['', '13.01', 'Pancung Soal', 'Inderapura', '13.01.01.2001', 'name'],
    ['', '1301', '', 'Inderapura', '13.01.01.2001', 'name'],
    ['', 'Pesisir Selatan', '', 'Indrapura', '13.01.01.2001', 'alias'],
    ['', 'Pesisir Selatan', 'Ranah Pesisir', 'Koto 8 Pelangai', '13.01.02.2001', 'name'],
    ['', 'Pesisir Selatan', 'Ranah Pesisir', 'Koto Tujuh Pelangai', '13.01.02.2002', 'name'],
    ['', 'Pesisir Selatan', 'Ranah Pesisir', 'Sungai Liku', '13.01.02.2003', 'name'],
    ['', 'Pesisir Selatan', 'Lengayang', 'Kampung Baru', '13.01.03.2002', 'name'],
    ['', 'Kota Solok', 'Kubung', 'Kel. Koto Baru', '13.72.01.1001', 'name'],
    ['', 'Kab. Solok', 'Kubung', 'Koto Baru', '13.02.01.2001', 'name'],
    ['', 'Kotamadya Solok', '', 'Tanah Garam', '13.72.02.1002', 'name'],
    ['', 'Kota Baru', '', 'Sungup', '63.02.01.2001', 'name'],
    ['', 'Kab. Kotabaru', 'Pulau Laut', 'Sungup', '63.02.01.2001', 'name'],
  ])('%s | %s | %s | %s → %s by %s', (code, regency, district, village, villageCode, by) => {
    expect(match(code, regency, district, village)).toEqual({ kind: 'certain', villageCode, by });
  });
});

describe('matchPlace leaves to a person', () => {
  it.each<[string, string, string, string, string, string[]]>([
    // code, regency, district, village → reason, candidates best first
    ['1301012001', '', '', '', 'code_has_two_meanings', ['13.01.01.2001', '13.01.01.2003']],
    ['1301012002', '', '', '', 'code_numbering_unsure', ['13.01.01.2002']],
    ['1301012002', 'Pesisir Selatan', '', '', 'code_numbering_unsure', ['13.01.01.2002']],
    ['13.1.1.2002', '', '', '', 'code_repaired', ['13.01.01.2002']],
    ['13.05.01.2002', '', '', '', 'code_has_two_meanings', ['13.01.03.2001', '13.01.02.2003']],
    [
      '13.01.01.2002',
      'Pesisir Selatan',
      'Pancung Soal',
      'Inderapura',
      'code_and_name_differ',
      ['13.01.01.2002', '13.01.01.2001'],
    ],
    // The neighbour's name differs by one letter, but it is the neighbour's.
    [
      '13.01.02.2001',
      'Pesisir Selatan',
      'Ranah Pesisir',
      'Koto VII Pelangai',
      'code_and_name_differ',
      ['13.01.02.2001', '13.01.02.2002'],
    ],
    [
      '13.02.01.2001',
      'Kota Solok',
      '',
      'Koto Baru',
      'code_and_name_differ',
      ['13.02.01.2001', '13.72.01.1001'],
    ],
    [
      '13.01.01.2001',
      '',
      '',
      'Tanah Garam',
      'code_and_name_differ',
      ['13.01.01.2001', '13.72.02.1002'],
    ],
    [
      '',
      'Pesisir Selatan',
      '',
      'Sungai Liku',
      'name_found_twice',
      ['13.01.02.2003', '13.01.03.2001'],
    ],
    [
      '',
      'Pesisir Selatan',
      'Lengayang',
      'Desa Baru',
      'name_found_twice',
      ['13.01.03.2002', '13.01.03.2003'],
    ],
    ['', 'Pesisir Selatan', 'Lengayang', 'Inderapura', 'other_district', ['13.01.01.2001']],
    ['', 'Pesisir Selatan', 'Pancung Soel', 'Inderapura', 'district_unknown', ['13.01.01.2001']],
    [
      '',
      'Pesisir Selatan',
      'Ranah Pesisir',
      'Sungai Likuu',
      'near_spelling',
      ['13.01.02.2003', '13.01.03.2001'],
    ],
    ['', 'Solok', 'Kubung', 'Koto Baru', 'regency_ambiguous', ['13.02.01.2001', '13.72.01.1001']],
    ['', '', 'Pancung Soal', 'Inderapura', 'regency_missing', ['13.01.01.2001']],
    ['', 'Pesisir Sltn', 'Pancung Soal', 'Inderapura', 'regency_unknown', ['13.01.01.2001']],
  ])('%s | %s | %s | %s: %s', (code, regency, district, village, reason, codes) => {
    const found = match(code, regency, district, village);
    expect(found).toMatchObject({ kind: 'doubtful', reason });
    if (found.kind !== 'doubtful') return;
    expect(found.candidates.map(({ villageCode }) => villageCode)).toEqual(codes);
  });

  it('what 13.1 stands for: a spreadsheet makes it of 13.10, a person of 13.01', () => {
    expect(match('', '13.1', '', 'Sungai Rumbai')).toMatchObject({
      kind: 'doubtful',
      reason: 'regency_ambiguous',
      candidates: [{ villageCode: '13.10.01.2001', reason: 'name' }],
    });
  });
});

describe('matchPlace finds none', () => {
  it.each([
    ['', '', '', '', 'nothing_given'],
    ['-', ' ', ' ', ' ', 'nothing_given'],
    ['13.01.01.2999', '', '', '', 'code_unknown'],
    ['1.30101E+09', '', '', '', 'code_lost'],
    ['13.01', '', '', '', 'code_incomplete'],
    ['130101', '', '', '', 'code_incomplete'],
    ['A-12', '', '', '', 'code_unreadable'],
    ['=13.01', '', '', '', 'code_unreadable'],
    ['13.01.01.20011', '', '', '', 'code_unreadable'],
    ['', 'Atlantis', '', 'Nowhere', 'regency_unknown'],
    ['', 'Pesisir Selatan', 'Pancung Soal', 'Zzyzx', 'name_unknown'],
    ['', '', '', 'Zzyzx', 'name_unknown'],
  ])('%s | %s | %s | %s: %s', (code, regency, district, village, reason) => {
    expect(match(code, regency, district, village)).toEqual({ kind: 'none', reason });
  });
});

test('whatever stands in the cells, a match never throws and names only known villages', () => {
  const known = new Set(villages.map(({ code }) => code));
  const cell = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(...places.flat(), '1301012001', '13.1', '1.3E+09', 'Solok', '-'),
  );
  fc.assert(
    fc.property(cell, cell, cell, cell, (code, regency, district, village) => {
      const found = match(code, regency, district, village);
      if (found.kind === 'certain') expect(known).toContain(found.villageCode);
      if (found.kind === 'doubtful') {
        expect(found.candidates.length).toBeGreaterThan(0);
        expect(found.candidates.length).toBeLessThanOrEqual(8);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a village is found by its own names, however it is spelled, and no other one is', () => {
  const change = fc.constantFrom<(name: string) => string>(
    (name) => name.toUpperCase(),
    (name) => ` ${name.replaceAll(' ', '  ')} `,
    (name) => `Nagari ${name}`,
    (name) => name.replaceAll("'", '’'),
    (name) => name.replaceAll(' ', '-'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...villages), change, (row, spell) => {
      const regency = row.regencyName.startsWith('Kota ')
        ? row.regencyName
        : `Kab. ${row.regencyName}`;
      const found = match('', regency, row.districtName, spell(row.name));
      if (found.kind === 'certain') expect(found.villageCode).toBe(row.code);
      else expect(['Baru', 'Kampung Baru']).toContain(row.name);
    }),
  );
});

test('keys are folded once and for all', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(villageKey(villageKey(text))).toBe(villageKey(text));
      expect(localityKey(` ${text.toUpperCase()} `)).toBe(localityKey(text.toUpperCase()));
    }),
  );
});

test.each([
  ['13.01.01.2001', { kind: 'code', code: '13.01.01.2001' }],
  [' 13 01 01 2001 ', { kind: 'code', code: '13.01.01.2001' }],
  ['13.1.10.2001', { kind: 'repaired', code: '13.01.10.2001' }],
  ['1301012001', { kind: 'digits', digits: '1301012001' }],
  ['1,301,012,001', { kind: 'digits', digits: '1301012001' }],
  ['13.1', { kind: 'partial' }],
  ['1,3E+9', { kind: 'lost' }],
  ['130101200', { kind: 'unreadable' }],
  ['', { kind: 'empty' }],
])('readVillageCode(%s)', (typed, reading) => expect(readVillageCode(typed)).toEqual(reading));

describe('matchLocality', () => {
  const localities = [
    { id: 1, name: 'Jorong Koto Tuo' },
    { id: 2, name: 'Muaro Sakai' },
    { id: 3, name: 'RW 01' },
    { id: 4, name: 'Dusun I' },
    { id: 5, name: 'Dusun 2' },
    { id: 6, name: 'Sawah Laweh' },
    { id: 7, name: 'Lingkungan Sawah Laweh' },
  ];

  it.each([
    ['Koto Tuo', 1],
    ['KAMPUNG KOTO-TUO', 1],
    ['Jr. Muaro Sakai', 2],
    ['RW 1', 3],
    ['rw.001', 3],
    ['RW01', 3],
    ['Dusun 1', 4],
    ['Dusun II', 5],
  ])('%s → %s', (name, id) =>
    expect(matchLocality(name, localities)).toEqual({ kind: 'certain', id }),
  );

  it.each([
    ['Muara Sakai', 'near_spelling', [2]],
    ['Sawah Laweh', 'name_found_twice', [6, 7]],
  ])('%s is left to a person: %s', (name, reason, candidates) =>
    expect(matchLocality(name, localities)).toEqual({ kind: 'doubtful', reason, candidates }),
  );

  it.each([
    ['Dusun 3', 'name_unknown'],
    ['RW 11', 'name_unknown'],
    ['Lubuk Begalung', 'name_unknown'],
    ['  ', 'nothing_given'],
  ])('%s is none: %s', (name, reason) =>
    expect(matchLocality(name, localities)).toEqual({ kind: 'none', reason }),
  );
});

test('aliases are kept with their source, once, and feed the index', () => {
  const db = openPlaces();
  const noted = { source: 'Permendagri 72/2019', notedAt: new Date(0), notedBy: null };
  const old = { kind: 'name', written: 'Nagari Muaro', villageCode: made.mau, ...noted } as const;
  expect(addAlias(db, old)).toBe(true);
  expect(addAlias(db, { ...old, source: 'another' })).toBe(false);
  expect(() => addAlias(db, { ...old, villageCode: '99.99.99.2001' })).toThrow(/FOREIGN KEY/);
  addAlias(db, { ...old, kind: 'bps', written: '1301 010 002' });
  expect(listAliases(db, '13.71')).toEqual([]);
  const aliases = listAliases(db, '13');
  expect(aliases).toEqual([
    { kind: 'bps', key: '1301010002', villageCode: made.mau },
    { kind: 'name', key: '13.01/muaro', villageCode: made.mau },
  ]);
  const own = createPlaceIndex(listVillages(db, 'ID'), aliases);
  const query = { code: '', regency: 'Pesisir Selatan', district: '', village: 'Muaro' };
  expect(matchPlace(own, query)).toEqual({ kind: 'certain', villageCode: made.mau, by: 'alias' });
  expect(removeAlias(db, { kind: 'name', key: '13.01/muaro', villageCode: made.mau })).toBe(true);
  expect(listAliases(db, 'ID')).toHaveLength(1);
});
