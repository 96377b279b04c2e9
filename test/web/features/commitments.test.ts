// A commitment as it is typed and as it is told.
import { describe, expect, test } from 'vitest';
import { CommitmentInput } from '../../../server/commitments/contract.ts';
import {
  amendmentOf,
  emptyTerms,
  readPosition,
  termsOf,
  type TermsDraft,
} from '../../../web/features/commitments/draft.ts';
import { fieldName, valueText } from '../../../web/features/commitments/term-words.ts';
import {
  dueText,
  ownerText,
  placesText,
  quarterText,
  regencyText,
} from '../../../web/features/commitments/words.ts';
import { id as t } from '../../../web/i18n/id.ts';
import { makeBoardRows } from '../../helpers/board.ts';

const draft: TermsDraft = {
  ...emptyTerms,
  places: [
    {
      key: 'a',
      villageCode: '13.01.01.2001',
      localityId: null,
      name: 'Nagari Inderapura',
      path: '',
    },
  ],
  position: '-0,94924, 100,35427',
};

describe('typed', () => {
  test('the least that can be said is what the contract takes', () => {
    const input = { ...termsOf(draft), operatorId: 'telkomsel', promisedOn: '2027-03-31' };
    expect(CommitmentInput.parse(input)).toMatchObject({
      places: [{ villageCode: '13.01.01.2001', localityId: null }],
      position: [100.35427, -0.94924],
      duty: null,
      basisKind: null,
      confidentialUntil: null,
    });
  });

  test.each([
    ['', null],
    ['-0.5, 100.5', [100.5, -0.5]],
    ['di bukit', undefined],
    ['100.5, -0.5', undefined],
  ])('the position %j is %j', (typed, expected) => expect(readPosition(typed)).toEqual(expected));

  test('an amendment holds only what was changed and may be', () => {
    const after = { ...draft, siteName: 'Bukit Sikai', programme: 'uso', note: '' };
    expect(amendmentOf(draft, after, ['siteName', 'note'])).toEqual({ siteName: 'Bukit Sikai' });
    expect(amendmentOf(draft, draft, ['siteName', 'note', 'position'])).toEqual({});
  });
});

describe('told', () => {
  const told = { t, language: 'id' as const, operators: [{ id: 'indosat', name: 'Indosat' }] };

  test.each([
    ['kind', 'super_wifi', 'Super WiFi'],
    ['technology', '4g', '4G'],
    ['basisOn', '2026-10-12', '12 Okt 2026'],
    ['position', [100.35427, -0.94924], '-0.94924, 100.35427'],
    ['position', 'elsewhere', '–'],
    ['tenants', ['indosat', 'gone'], 'Indosat, gone'],
    ['tenants', [], '–'],
    ['places', [{}, {}], '2 tempat'],
    ['note', '', '–'],
    ['duty', null, '–'],
    ['siteRef', { odd: true }, '–'],
  ])('%s %j as %s', (field, value, expected) =>
    expect(valueText(field, value, told)).toBe(expected),
  );

  test('a field that is not known is called as it was stored', () => {
    expect(fieldName('siteName', t)).toBe('Nama site');
    expect(fieldName('toString', t)).toBe('toString');
  });

  const [late, left, today, onAir, serving, declined, inherited] = makeBoardRows([
    { promisedOn: '2026-11-04' },
    { promisedOn: '2026-12-16' },
    { promisedOn: '2026-11-22' },
    { state: 'on_air' },
    { state: 'serving', servingOn: '2026-05-01' },
    { state: 'declined' },
    { operatorId: 'xl', ownerId: 'xlsmart', places: 3 },
  ]);

  test.each([
    [late, 'lewat 18 hari'],
    [left, '24 hari lagi'],
    [today, 'hari ini'],
    [onAir, 'tunggu diukur'],
    [serving, 'sejak 1 Mei 2026'],
    [declined, ''],
  ])('when it is due', (row, expected) => expect(row && dueText(row, t, 'id')).toBe(expected));

  test.each([
    ['13.71', 'Padang', 'Kota Padang'],
    ['13.03', 'Sijunjung', 'Kab. Sijunjung'],
  ])('the regency %s', (regencyCode, regencyName, expected) =>
    expect(regencyText({ regencyCode, regencyName })).toBe(expected),
  );

  test('whose it is, where, and in which quarter', () => {
    expect(inherited && ownerText(inherited, t)).toBe('XLSMART (dahulu XL Axiata)');
    expect(inherited && placesText(inherited)).toBe('Nagari Inderapura +2');
    expect(quarterText('2026-Q3', t)).toBe('TW III 2026');
  });
});
