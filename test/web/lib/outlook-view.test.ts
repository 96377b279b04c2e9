// The address of the obstacles and of the forecast: what is well-formed stays, the rest is dropped.
import { expect, test } from 'vitest';
import {
  isNarrowed,
  obstacleFilterOf,
  parseForecastSearch,
  parseObstacleSearch,
} from '../../../web/lib/outlook-view.ts';

const id = '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e';

test.each([
  [{ area: '13.01', op: 'telkomsel', reason: 'land', state: 'due', buka: id }, true],
  [{ area: '13.01.01.2001', state: 'all', baru: '13.01.01.2001' }, true],
  [{ baru: '1' }, true],
  [{ area: '13.1' }, false],
  [{ op: '<script>' }, false],
  [{ reason: 'weather' }, false],
  [{ state: 'open' }, false],
  [{ buka: 'x' }, false],
  [{ baru: '13.01' }, false],
  [{ area: 13 }, false],
])('%o is kept: %s', (search, isKept) => {
  expect(parseObstacleSearch(search)).toEqual(isKept ? search : {});
});

test('what is asked of the server', () => {
  expect(obstacleFilterOf({})).toEqual({ state: 'open' });
  expect(obstacleFilterOf({ state: 'all', op: 'indosat' })).toEqual({ operator: 'indosat' });
  expect(obstacleFilterOf({ state: 'lifted', area: '13' })).toEqual({
    state: 'lifted',
    area: '13',
  });
  expect([isNarrowed({ buka: id }), isNarrowed({ state: 'all' })]).toEqual([false, true]);
});

test('the forecast', () => {
  expect(parseForecastSearch({ area: '13.01.01', show: 'people' })).toEqual({
    ...{ area: '13.01.01', show: 'people' },
  });
  expect(parseForecastSearch({ area: '13.01.01.2001', show: 'villages' })).toEqual({});
});
