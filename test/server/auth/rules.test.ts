// Who may do what, and how guessing is slowed.
import { describe, expect, test } from 'vitest';
import type { Account, Role } from '../../../server/auth/contract.ts';
import {
  judgeCaller,
  mayReportIn,
  missingScope,
  signInWaitS,
  type Caller,
} from '../../../server/auth/rules.ts';

function account(role: Role, over: Partial<Account> = {}): Account {
  return {
    id: 'a',
    name: 'Sari',
    email: 'sari@contoh.go.id',
    role,
    office: { id: 1, name: 'Kantor', regencyCode: null, operatorId: null },
    mustChangePassword: false,
    disabledAt: null,
    lastSignInAt: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    version: 1,
    ...over,
  };
}

describe('who may call', () => {
  const handedOut = account('admin', { mustChangePassword: true });
  const cases: [Caller, Account | null, boolean, string][] = [
    ['anyone', null, false, 'ok'],
    ['anyone', handedOut, false, 'ok'],
    ['signed-in', null, false, 'not_signed_in'],
    ['signed-in', account('leader'), false, 'ok'],
    ['signed-in', handedOut, false, 'password_change_required'],
    ['signed-in', handedOut, true, 'ok'],
    [['admin'], account('staff'), false, 'not_allowed'],
    [['admin', 'staff'], account('staff'), false, 'ok'],
    [['admin'], handedOut, false, 'password_change_required'],
    [[], account('admin'), false, 'not_allowed'],
  ];
  test.each(cases)('%j', (may, who, leadsOut, verdict) => {
    expect(judgeCaller(may, who, leadsOut)).toBe(verdict);
  });
});

describe('where one may report', () => {
  const regency = (regencyCode: string | null) =>
    account('regency', { office: { id: 1, name: 'K', regencyCode, operatorId: null } });
  const cases: [Account, string, boolean][] = [
    [account('admin'), '13.01.01.2001', true],
    [account('staff'), '52.01.01.2001', true],
    [regency('13.01'), '13.01.01.2001', true],
    [regency('13.01'), '13.02.01.2001', false],
    [regency('13.0'), '13.01.01.2001', false],
    [regency(null), '13.01.01.2001', false],
    [account('leader'), '13.01.01.2001', false],
    [account('liaison'), '13.01.01.2001', false],
  ];
  test.each(cases)('%j in %s: %s', (who, village, may) => {
    expect(mayReportIn(who, village)).toBe(may);
  });
});

test('a regency office needs its regency, an operator’s office its operator', () => {
  const bare = { regencyCode: null, operatorId: null };
  expect(missingScope('regency', bare)).toBe('regencyCode');
  expect(missingScope('liaison', bare)).toBe('operatorId');
  expect(missingScope('regency', { ...bare, regencyCode: '13.01' })).toBeNull();
  expect(missingScope('leader', bare)).toBeNull();
});

describe('how long a guess waits', () => {
  const now = new Date('2026-11-22T05:00:00Z');
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  test.each([
    [null, 0],
    [{ failures: 4, lastFailedAt: ago(0) }, 0],
    [{ failures: 5, lastFailedAt: ago(0) }, 15],
    [{ failures: 5, lastFailedAt: ago(14) }, 1],
    [{ failures: 5, lastFailedAt: ago(15) }, 0],
    [{ failures: 7, lastFailedAt: ago(0) }, 60],
    [{ failures: 40, lastFailedAt: ago(0) }, 900],
    [{ failures: 40, lastFailedAt: ago(3600) }, 0],
  ])('%j waits %i s', (record, seconds) => {
    expect(signInWaitS(record, 5, now)).toBe(seconds);
  });
});
