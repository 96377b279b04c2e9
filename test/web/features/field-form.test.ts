// The small decisions of the field form: figures as they are typed, localities, two wordings compared.
import { describe, expect, it } from 'vitest';
import { ReportInput, type Operator } from '../../../server/evidence/contract.ts';
import { differencesOf, type Side } from '../../../web/features/evidence/differences.ts';
import { localityLabel, readLocality } from '../../../web/features/evidence/locality-choice.ts';
import { withLostMinus } from '../../../web/features/evidence/numbers.ts';
import { id } from '../../../web/i18n/id.ts';
import { readFigure } from '../../../web/lib/figure.ts';
import { reportInput } from '../../helpers/report.ts';

describe('figures', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['98', 98],
    ['-98', -98],
    ['−98', -98],
    ['–98 dBm', -98],
    ['12,5', 12.5],
    ['12.5 Mbps', 12.5],
    ['1.234,5', 1234.5],
    ['0,2', 0.2],
  ])('%j is %s', (text, expected) => {
    expect(readFigure(text)).toBe(expected);
  });

  it.each(['lemah', '1,2,3', '=1+1', '--98', '1e5', '12 13', '-'])('%j is none', (text) => {
    expect(readFigure(text)).toBeNaN();
  });

  it.each([
    ['98', -98],
    ['43', -43],
    ['140', -140],
    ['98,5', -98.5],
    ['42', null],
    ['141', null],
    ['-98', null],
    ['', null],
    ['x', null],
  ])('for %j the minus sign offered gives %s', (text, expected) => {
    expect(withLostMinus(text)).toBe(expected);
  });
});

describe('a locality', () => {
  const known = [
    { id: 'a', kind: 'jorong', name: 'Koto Tuo' },
    { id: 'b', kind: 'jorong', name: 'Koto' },
    { id: 'c', kind: 'dusun', name: 'Koto' },
    { id: 'd', kind: 'rw', name: '03' },
  ];

  it.each([
    ['Jorong Koto Tuo', { localityId: 'a', localityName: '' }],
    ['koto tuo ', { localityId: 'a', localityName: '' }],
    ['Dusun Koto', { localityId: 'c', localityName: '' }],
    ['Koto', { localityId: null, localityName: 'Koto' }],
    ['RW 03', { localityId: 'd', localityName: '' }],
    ['Kampung Baru', { localityId: null, localityName: 'Kampung Baru' }],
    ['', { localityId: null, localityName: '' }],
  ])('typed as %j', (text, expected) => {
    expect(readLocality(text, known)).toEqual(expected);
  });

  it('is written with its word', () => {
    expect(known.map(localityLabel).at(-1)).toBe('RW 03');
  });
});

describe('two wordings', () => {
  const operators: Operator[] = [
    { id: 'telkomsel', name: 'Telkomsel', isMobile: true },
    { id: 'indosat', name: 'Indosat', isMobile: true },
  ];
  const known = { operators, texts: id, language: 'id' as const };
  const side = (over: Parameters<typeof reportInput>[0] = {}, names: Partial<Side> = {}): Side => ({
    said: ReportInput.parse(reportInput({ statements: [none('telkomsel')], ...over })),
    village: 'Nagari Inderapura',
    locality: '',
    facility: '',
    ...names,
  });
  const none = (operatorId: string) => ({
    operatorId,
    technology: 'none' as const,
    strength: null,
  });

  it('that say the same differ in nothing', () => {
    expect(differencesOf(side(), side(), known)).toEqual([]);
  });

  it('are shown row by row where they differ, in words', () => {
    const mine = side(
      {
        kind: 'measurement',
        environment: 'indoor',
        availability: 'night_only',
        note: 'isian saya',
        statements: [
          { operatorId: 'telkomsel', technology: '4g', strength: 'weak', rsrpDbm: -110 },
          none('indosat'),
        ],
      },
      { locality: 'Jorong Koto Tuo' },
    );
    expect(differencesOf(mine, side({ note: '' }), known)).toEqual([
      { label: 'Jenis', mine: 'Pengukuran', stored: 'Laporan' },
      { label: 'Jorong/dusun', mine: 'Jorong Koto Tuo', stored: '—' },
      { label: 'Telkomsel', mine: '4G lemah, −110 dBm', stored: 'tidak ada sinyal' },
      { label: 'Indosat', mine: 'tidak ada sinyal', stored: 'Tidak tahu' },
      { label: 'Dilihat di', mine: 'Dalam', stored: '—' },
      { label: 'Sinyalnya ada', mine: 'Hanya malam', stored: '—' },
      { label: 'Catatan', mine: 'isian saya', stored: '—' },
    ]);
  });

  it('of two villages with one name differ in the village', () => {
    const other = side({ villageCode: '13.01.01.2002' });
    expect(differencesOf(side(), other, known)).toEqual([
      { label: 'Desa', mine: 'Nagari Inderapura', stored: 'Nagari Inderapura' },
    ]);
  });
});
