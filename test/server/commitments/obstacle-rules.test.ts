// Who sees and writes an obstacle, and which days are taken.
import { describe, expect, test } from 'vitest';
import {
  isDue,
  maySeeObstacle,
  mayWriteObstacle,
  refuseDays,
  refuseLook,
} from '../../../server/commitments/obstacle-rules.ts';
import { account } from '../../helpers/commitment.ts';

const today = '2026-11-22';
const heirs = new Map([['xl', 'xlsmart']]);

const here = '13.01.01.2001';
const liaison = (operatorId: string) => account('liaison', operatorId);

describe('who sees and who writes', () => {
  test.each([
    ['admin', account('admin'), 'telkomsel', here, true, true],
    ['staff', account('staff'), null, here, true, true],
    ['leader', account('leader'), 'telkomsel', here, true, false],
    ['a regency inside its own', account('regency', null, '13.01'), 'xl', here, true, true],
    ['a regency outside', account('regency', null, '13.71'), null, here, true, false],
    ['a liaison of its operator', liaison('telkomsel'), 'telkomsel', here, true, true],
    ['a liaison of a rival', liaison('indosat'), 'telkomsel', here, false, false],
    ['a liaison of what is everybody’s', liaison('indosat'), null, here, true, false],
    ['who took over', liaison('xlsmart'), 'xl', here, true, true],
    ['who was taken over', liaison('xl'), 'xlsmart', here, true, true],
    ['a liaison without an operator', account('liaison'), 'telkomsel', here, false, false],
  ])('%s', (_, who, operatorId, villageCode, sees, writes) => {
    expect(maySeeObstacle(who, operatorId, heirs)).toBe(sees);
    expect(mayWriteObstacle(who, { operatorId, villageCode }, heirs)).toBe(writes);
  });
});

test.each([
  ['2026-11-21', null, true],
  ['2026-11-22', null, true],
  ['2026-11-23', null, false],
  ['2026-11-01', '2026-11-10', false],
])('to be looked at on %s, lifted %s: due %s', (nextLookOn, liftedOn, expected) => {
  expect(isDue({ nextLookOn, liftedOn }, today)).toBe(expected);
});

test.each([
  ['2026-11-22', '2026-11-22', null],
  ['2026-11-23', '2026-12-01', 'date_in_future'],
  ['2026-03-01', '2026-11-21', 'date_in_past'],
])('since %s, next look %s: %s', (sinceOn, nextLookOn, code) => {
  expect(refuseDays({ sinceOn, nextLookOn }, today)?.code ?? null).toBe(code);
});

test.each([
  [null, { note: 'Masih', nextLookOn: '2026-11-22' }, null],
  [null, { note: 'Masih', nextLookOn: '2026-11-21' }, 'date_in_past'],
  [null, { note: 'Selesai', liftedOn: '2026-03-01' }, null],
  [null, { note: 'Selesai', liftedOn: '2026-11-22' }, null],
  [null, { note: 'Selesai', liftedOn: '2026-11-23' }, 'date_in_future'],
  [null, { note: 'Selesai', liftedOn: '2026-02-28' }, 'lifted_before_since'],
  ['2026-11-01', { note: 'Lagi', nextLookOn: '2026-12-01' }, 'already_lifted'],
  ['2026-11-01', { note: 'Lagi', liftedOn: '2026-11-02' }, 'already_lifted'],
])('lifted %s, look %o: %s', (liftedOn, look, code) => {
  expect(refuseLook({ sinceOn: '2026-03-01', liftedOn }, look, today)?.code ?? null).toBe(code);
});
