// Words and points of verification: what reports say, what is missing, what the map shows.
import { describe, expect, test } from 'vitest';
import { Statement, type NearbyReport } from '../../../server/evidence/contract.ts';
import type { OperatorLine } from '../../../server/status/contract.ts';
import { boundsWith, markersOf } from '../../../web/features/verification/report-markers.ts';
import {
  ageWords,
  eventLine,
  lackingLines,
  statementLine,
  villagePath,
} from '../../../web/features/verification/words.ts';
import { id } from '../../../web/i18n/id.ts';

const operators = [
  { id: 'telkomsel', name: 'Telkomsel', isMobile: true },
  { id: 'indosat', name: 'Indosat Ooredoo Hutchison', isMobile: true },
];
const said = (operatorId: string, over: object = {}) =>
  Statement.parse({ operatorId, technology: 'none', strength: null, ...over });

describe('what a report says', () => {
  test.each([
    [[said('indosat'), said('telkomsel')], 'semua operator tanpa sinyal'],
    [[said('telkomsel')], 'Telkomsel tidak ada sinyal'],
    [
      [said('indosat'), said('telkomsel', { technology: '4g', strength: 'weak' })],
      'Telkomsel 4G lemah · Indosat tidak ada sinyal',
    ],
    [
      [said('indosat', { isOutage: true }), said('telkomsel')],
      'Telkomsel tidak ada sinyal · Indosat sedang gangguan',
    ],
  ])('%#: %s', (statements, line) => expect(statementLine(statements, operators, id)).toBe(line));
});

test('operators that lack the same stand in one line', () => {
  const line = (operatorName: string, reports: number): OperatorLine => ({
    operatorId: operatorName,
    operatorName,
    status: 'blankspot',
    confirmed: false,
    stale: false,
    technology: 'none',
    strength: null,
    observedOn: '2026-11-01',
    servedFraction: 0,
    lacking: reports === 0 ? null : { status: 'blankspot', reports, measurements: 1 },
    why: [],
  });
  expect(
    lackingLines(
      [
        line('Telkomsel', 1),
        line('Indosat Ooredoo Hutchison', 1),
        line('XLSMART', 2),
        line('X', 0),
      ],
      id,
    ),
  ).toEqual([
    'Telkomsel dan Indosat: 1 laporan lagi, atau 1 pengukuran',
    'XLSMART: 2 laporan lagi, atau 1 pengukuran',
  ]);
});

test('a step says who did what when; a city needs no “Kab.”', () => {
  const event = {
    at: '2026-10-12T07:05:00.000Z',
    action: 'rejected' as const,
    byName: 'Sari',
    officeName: 'Kominfo',
    reason: '',
  };
  expect(eventLine(event, id, 'id')).toMatch(/^Sari \(Kominfo\) menolak · 12 Okt 2026 /);
  const city = { villageKind: 'kelurahan', villageName: 'Indarung', districtName: 'Lubuk' };
  expect(villagePath({ ...city, regencyName: 'Kota Padang' })).toBe('Kec. Lubuk, Kota Padang');
  expect(villagePath({ ...city, regencyName: 'Agam' })).toBe('Kec. Lubuk, Kab. Agam');
  expect([ageWords(0, id, 'id'), ageWords(41, id, 'id')]).toEqual(['hari ini', '41 hari']);
});

describe('on the map', () => {
  const report = (over: Partial<NearbyReport>): NearbyReport => ({
    id: 'a',
    state: 'submitted',
    askedAt: null,
    duplicateOf: null,
    isSample: false,
    authorName: '',
    officeName: '',
    mayEdit: false,
    createdAt: '',
    updatedAt: '',
    photos: [],
    updatedByName: '',
    version: 1,
    villageCode: '13.01.01.2001',
    kind: 'report',
    localityId: null,
    localityName: '',
    facilityId: null,
    connection: null,
    position: [100, -2],
    positionSource: 'device',
    accuracyM: 30,
    observedOn: '2026-11-01',
    environment: null,
    availability: null,
    participants: [],
    statements: [],
    note: '',
    distanceM: 0,
    ...over,
  });

  test('the report lies on top with its accuracy; who has no position is not there', () => {
    const others = [
      report({ id: 'b', state: 'verified' }),
      report({ id: 'c', position: null }),
      report({ id: 'd', state: 'rejected' }),
      report({ id: 'e', askedAt: '2026-11-20T00:00:00.000Z' }),
    ];
    const shown = markersOf(report({}), others);
    expect(shown.map((m) => [m.id, m.look, m.sign, m.isSelected, m.accuracyM])).toEqual([
      ['b', 'solid', '', false, null],
      ['d', 'faint', '×', false, null],
      ['e', 'hollow', '?', false, null],
      ['a', 'hollow', '', true, 30],
    ]);
    expect(markersOf(report({ position: null }), [])).toEqual([]);
  });

  test('the village and the report are both in view', () => {
    expect(boundsWith([100, -2, 101, -1], [102, -1.5])).toEqual([100, -2, 102, -1]);
    expect(boundsWith([100, -2, 101, -1], null)).toEqual([100, -2, 101, -1]);
    expect(boundsWith(null, [102, -1.5])).toBeNull();
  });
});
