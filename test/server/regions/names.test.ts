import { describe, expect, test } from 'vitest';
import { foldName, keyDistance, matchKey } from '../../../server/regions/names.ts';

describe('foldName', () => {
  test.each([
    ['Inderapura', 'inderapura'],
    ["Ma'u  Sakai", 'mau sakai'],
    ['Sa’dan', 'sadan'],
    ['Kudo-Kudo Inderapura', 'kudo kudo inderapura'],
    ['Séúlawah', 'seulawah'],
    ['  Koto VIII  Pelangai ', 'koto viii pelangai'],
    ['UPT. Prode SP.I', 'upt prode sp i'],
  ])('%s → %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
    expect(foldName(folded)).toBe(folded);
  });
});

describe('matchKey', () => {
  test.each([
    ['Tempang III', 'Tempang Tiga'],
    ['Nagari Simpang', 'simpang'],
    ["Pa' Delung", 'Padelung'],
    ['Dua Ulu', '2 Ulu'],
    ['Koto XIV', 'Koto 14'],
    ['Ulu IX', 'ulu sembilan'],
    ['Kampung', 'KAMPUNG'],
  ])('%s meets %s', (a, b) => expect(matchKey(a)).toBe(matchKey(b)));

  test.each([
    ['Koto II', 'Koto III'],
    ['Nagari', 'Desa'],
  ])('%s does not meet %s', (a, b) => expect(matchKey(a)).not.toBe(matchKey(b)));
});

test('keyDistance runs from 0, the same, to 1, nothing in common, and is symmetric', () => {
  expect(keyDistance('lawang', 'lawang')).toBe(0);
  expect(keyDistance('abc', 'xyz')).toBe(1);
  expect(keyDistance('', 'xyz')).toBe(1);
  expect(keyDistance('penyalimau', 'penyelimau')).toBeCloseTo(0.1);
  expect(keyDistance('abcd', 'ab')).toBe(keyDistance('ab', 'abcd'));
});
