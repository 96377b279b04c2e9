// What a failed request means for what waits: try again, stop, or a refusal; and when to try. Pure.
import { ApiProblem } from '../client.ts';
import { isUnreachable } from '../offline.ts';
import type { OutboxItem, OutboxRefusal } from './types.ts';

export type Verdict =
  /** `withdrawn`: its writer has taken the report back, so there is nothing left to send. */
  | { kind: 'line' | 'signed_out' | 'other_account' | 'withdrawn' }
  /** The server is there but cannot now: seconds it asked for, and whether that goes for everything. */
  | { kind: 'later'; afterS: number | null; isForAll: boolean }
  | { kind: 'refused'; refusal: OutboxRefusal };

const sessionCodes = new Set(['not_signed_in', 'password_change_required']);

/** A line that broke off on the way up. */
const brokenOff = new Set([408, 425]);

/** What is no answer of the server at all, such as a bug of ours, counts as "later". */
export function judge(error: unknown): Verdict {
  if (!(error instanceof ApiProblem)) return { kind: 'later', afterS: null, isForAll: false };
  const { status, code, errors, retryAfterS: afterS } = error;
  if (isUnreachable(error)) return { kind: 'line' };
  if (status === 401 || sessionCodes.has(code)) return { kind: 'signed_out' };
  if (code === 'other_account') return { kind: 'other_account' };
  if (code === 'report_withdrawn') return { kind: 'withdrawn' };
  if (status === 429) return { kind: 'later', afterS, isForAll: true };
  const isTransient = status >= 500 || brokenOff.has(status) || code === 'upload_interrupted';
  if (isTransient || status < 400) return { kind: 'later', afterS, isForAll: false };
  return { kind: 'refused', refusal: { code, errors } };
}

const firstWaitMs = 2000;
const longestWaitMs = 5 * 60_000;

/** Milliseconds until try `attempts` + 1: doubling from 2 s to 5 min, ± half by `random` (0–1). */
export function waitMs(attempts: number, random: number): number {
  const doubled = firstWaitMs * 2 ** Math.min(Math.max(attempts, 1) - 1, 20);
  return Math.round(Math.min(doubled, longestWaitMs) * (0.5 + random));
}

/** Whether an item is to be sent at `now`; `isLineBack` after something told that the server is there. */
export function isDue(item: OutboxItem, now: number, isLineBack: boolean): boolean {
  // Under the lock nobody else sends: what is "sending" was left behind by a tab that closed.
  if (item.state !== 'waiting' && item.state !== 'sending') return false;
  return item.nextTryAt <= now || (isLineBack && item.waitsForLine);
}
