// Ids of operators, and which takeovers there can be.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameName, makeOperatorId, refuseSuccession } from '../../../server/operators/rules.ts';

test.each([
  ['Starlink Indonesia', [], 'starlink-indonesia'],
  ['XL Axiata', ['xl-axiata'], 'xl-axiata-2'],
  ['  Café Wi-Fi!! ', [], 'cafe-wi-fi'],
  ['All', [], 'all-2'],
  ['一二', [], 'operator'],
])('%s beside %j becomes %s', (name, known, id) => {
  expect(makeOperatorId(name, new Set(known))).toBe(id);
});

test('every name gets an id that addresses take, and no other operator has', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.array(fc.string()), (name, others) => {
      const known = new Set(others.map((other) => makeOperatorId(other, new Set())));
      const id = makeOperatorId(name, known);
      expect(id).toMatch(/^[a-z0-9-]{1,40}$/);
      expect(known.has(id)).toBe(false);
    }),
  );
});

test.each([
  ['XL  Axiata', 'xl axiata', true],
  ['Tri', 'Three', false],
])('%s and %s read the same: %s', (a, b, isSame) => {
  expect(isSameName(a, b)).toBe(isSame);
});

describe('a takeover', () => {
  const operators = [
    { id: 'a', successorId: null },
    { id: 'b', successorId: null },
    { id: 'c', successorId: 'a' },
    { id: 'd', successorId: 'c' },
  ];
  const today = '2026-11-22';
  test.each([
    ['b by a', 'b', 'a', today, null],
    ['b by c, which is a by now', 'b', 'c', today, null],
    ['a by b', 'a', 'b', '2025-04-16', null],
    ['of one that was taken over', 'c', 'b', today, 'already_taken_over'],
    ['by itself', 'a', 'a', today, 'successor_is_itself'],
    ['by one that is not known', 'a', 'z', today, 'operator_unknown'],
    ['a circle of two', 'a', 'c', today, 'successor_circle'],
    ['a circle of three', 'a', 'd', today, 'successor_circle'],
    ['tomorrow', 'a', 'b', '2026-11-23', 'date_in_future'],
  ])('%s', (_, id, successorId, succeededOn, code) => {
    const operator = operators.find((one) => one.id === id) ?? { id, successorId: null };
    const refusal = refuseSuccession(operators, operator, { successorId, succeededOn }, today);
    expect(refusal?.code ?? null).toBe(code);
  });
});
