// Which column is taken for what, and what is said of a wrong row.
import { describe, expect, it } from 'vitest';
import { remap } from '../../../web/features/interchange/remap.ts';
import { errorText } from '../../../web/features/interchange/words.ts';
import { id } from '../../../web/i18n/id.ts';

describe('taking a column for something', () => {
  const columns = [
    { header: 'Desa', samples: [], key: 'village' },
    { header: 'Nagari', samples: [], key: null },
    { header: 'Jiwa', samples: [], key: 'population' },
  ];

  it.each([
    [1, 'district', { village: 0, population: 2, district: 1 }],
    // What a column was taken for before goes over to the other one.
    [1, 'village', { village: 1, population: 2 }],
    [0, null, { population: 2 }],
    [2, 'households', { village: 0, households: 2 }],
  ])('column %i for %s', (column, key, expected) => {
    expect(remap(columns, column, key)).toEqual(expected);
  });
});

describe('what is wrong with a row', () => {
  it.each([
    [{ header: 'Tgl', code: 'not_a_day', value: 'kemarin' }, 'Tgl “kemarin”: Bukan tanggal.'],
    [{ header: 'Desa', code: 'required', value: '' }, 'Desa: Wajib diisi.'],
    [
      { header: null, code: 'row_contradicts', value: '7' },
      'Baris ini: Bertentangan dengan baris lain di berkas ini. (baris 7)',
    ],
  ])('%j', (error, expected) => {
    expect(errorText(error, id)).toContain(expected);
  });
});
