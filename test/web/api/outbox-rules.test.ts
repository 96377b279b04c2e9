// What a failed request means, when the next try is due, and when two reports say the same.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiProblem } from '../../../web/api/client.ts';
import { saysTheSame } from '../../../web/api/outbox/same-report.ts';
import { judge, waitMs } from '../../../web/api/outbox/verdict.ts';
import { reportInput } from '../../helpers/report.ts';

test.each([
  [0, 'offline', 'line'],
  [502, 'unreadable_answer', 'line'],
  [503, 'database_busy', 'later'],
  [500, 'internal', 'later'],
  [408, 'unreadable_answer', 'later'],
  [400, 'upload_interrupted', 'later'],
  [200, 'unreadable_answer', 'later'],
  [429, 'too_many_requests', 'later'],
  [401, 'not_signed_in', 'signed_out'],
  [403, 'password_change_required', 'signed_out'],
  [409, 'other_account', 'other_account'],
  [410, 'report_withdrawn', 'withdrawn'],
  [403, 'outside_your_regency', 'refused'],
  [404, 'not_found', 'refused'],
  [413, 'body_too_large', 'refused'],
  [422, 'invalid', 'refused'],
])('%i %s means %s', (status, code, expected) => {
  expect(judge(new ApiProblem(status, code, [], null)).kind).toBe(expected);
});

test('only a 429 goes for everything that waits, and its time is kept', () => {
  const verdict = (status: number) => judge(new ApiProblem(status, 'x', [], null, 60));
  expect(verdict(429)).toEqual({ kind: 'later', afterS: 60, isForAll: true });
  expect(verdict(503)).toEqual({ kind: 'later', afterS: 60, isForAll: false });
  expect(judge(new TypeError('a bug'))).toMatchObject({ kind: 'later', isForAll: false });
});

test('the wait grows to five minutes and is spread by half', () => {
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.nat(1000), random, (attempts, spread) => {
      const wait = waitMs(attempts, spread);
      expect(wait).toBeGreaterThanOrEqual(1000);
      expect(wait).toBeLessThanOrEqual(450_000);
      expect(waitMs(attempts + 1, spread)).toBeGreaterThanOrEqual(wait);
    }),
  );
});

test('the order of statements, of keys, and what the server adds make no difference', () => {
  const report = reportInput();
  const turned = Object.fromEntries(Object.entries(report).toReversed());
  const stored = {
    ...turned,
    statements: report.statements.toReversed(),
    version: 3,
    state: 'verified',
  };
  expect(saysTheSame(stored, report)).toBe(true);
  expect(saysTheSame({ ...stored, note: 'lain' }, report)).toBe(false);
  expect(saysTheSame({ ...stored, position: [100.06, -1.95] }, report)).toBe(false);
  expect(saysTheSame(null, null)).toBe(false);
});

test('a written locality that the server has linked is no difference, another one is', () => {
  const localityId = '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e';
  const sent = reportInput({ localityName: 'Jorong Pasar' });
  const linked = { ...sent, localityId, localityName: '' };
  expect(saysTheSame(linked, sent)).toBe(true);
  expect(saysTheSame(linked, { ...sent, localityName: '' })).toBe(false);
  expect(saysTheSame({ ...sent, localityName: 'Jorong Bukit' }, sent)).toBe(false);
});
