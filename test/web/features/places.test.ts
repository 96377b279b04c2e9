// What is typed and said about localities and people.
import { describe, expect, test } from 'vitest';
import { peopleLine, readWhole } from '../../../web/features/people/people-values.ts';
import { usesOf, usesText } from '../../../web/features/localities/locality-words.ts';
import { ApiProblem } from '../../../web/api/client.ts';
import { id } from '../../../web/i18n/id.ts';
import { commonKind, localityName } from '../../../web/lib/locality-name.ts';

describe('a typed number', () => {
  test.each([
    ['1842', 1842],
    ['1.842', 1842],
    ['1,842', 1842],
    ['12 842', 12842],
    [' 0 ', 0],
    ['', null],
    ['1.84', undefined],
    ['1,5', undefined],
    ['-3', undefined],
    ['seribu', undefined],
    ['1.8424', undefined],
  ])('"%s" is %s', (text, value) => {
    expect(readWhole(text)).toBe(value);
  });
});

describe('people in one line', () => {
  const figure = (value: number, datedOn: string) => ({ value, datedOn, source: 'Dukcapil' });
  test.each([
    [figure(1842, '2024-12-31'), figure(512, '2024-12-31'), '1.842 jiwa · 512 KK per 2024'],
    [
      figure(1860, '2025-06-30'),
      figure(512, '2024-12-31'),
      '1.860 jiwa per 30 Jun 2025 · 512 KK per 2024',
    ],
    [figure(0, '2024-12-31'), null, '0 jiwa per 2024'],
    [null, figure(512, '2024-06-30'), '512 KK per 30 Jun 2024'],
    [null, null, ''],
  ])('%j %j', (population, households, line) => {
    expect(peopleLine({ population, households }, id.places.people, 'id')).toBe(line);
  });
});

describe('the name of a locality', () => {
  test.each([
    ['jorong', 'Koto Tuo', 'Jorong Koto Tuo'],
    ['jorong', 'Jorong Koto Tuo', 'Jorong Koto Tuo'],
    ['rw', '01', 'RW 01'],
    ['rw', 'RW 01', 'RW 01'],
  ])('%s %s', (kind, name, said) => {
    expect(localityName({ kind, name })).toBe(said);
  });

  test('the commonest word names them together', () => {
    expect(commonKind([{ kind: 'rw' }, { kind: 'jorong' }, { kind: 'rw' }])).toBe('RW');
    expect(commonKind([])).toBeNull();
  });
});

test('a refused removal tells what hangs on it', () => {
  const refused = (code: string) =>
    new ApiProblem(409, code, [], { uses: { reports: 3, facilities: 1, people: 0 } });
  const uses = usesOf(refused('locality_in_use'));
  expect(uses && usesText(uses, id.places.uses, 'id')).toBe('3 laporan, 1 fasilitas');
  expect(usesOf(refused('facility_in_use'))).toBeNull();
  expect(usesOf(new TypeError('x'))).toBeNull();
});
