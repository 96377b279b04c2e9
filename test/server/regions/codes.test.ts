import { describe, expect, test } from 'vitest';
import {
  ancestorCodes,
  isRegionCode,
  levelOf,
  parentCode,
  provinceCode,
} from '../../../server/regions/codes.ts';

describe('levelOf', () => {
  test.each([
    ['13', 'province'],
    ['13.01', 'regency'],
    ['13.01.01', 'district'],
    ['13.01.01.2001', 'village'],
  ])('%s is a %s', (code, level) => expect(levelOf(code)).toBe(level));

  test.each(['', '1', '13.1', '1301012001', '13.01.40001', '13.01.01.4001', '13.01.01.2001.01'])(
    '%s is no region code',
    (code) => {
      expect(isRegionCode(code)).toBe(false);
      expect(() => levelOf(code)).toThrow(RangeError);
    },
  );
});

test('a code names its parents, nearest first', () => {
  expect(ancestorCodes('13.01.02.2003')).toEqual(['13.01.02', '13.01', '13']);
  expect(ancestorCodes('13')).toEqual([]);
  expect(parentCode('13.01')).toBe('13');
  expect(parentCode('13')).toBeNull();
  expect(provinceCode('13.01.02.2003')).toBe('13');
});
