// What was typed on the batch screen, kept on this device by account and district until it is saved.
// A reload loses nothing.
import { z } from 'zod';

const Draft = z.object({
  /** `2026-11`: the month of days that are typed as a figure alone. */
  month: z.string().regex(/^\d{4}-\d{2}$/),
  cells: z.record(z.string(), z.record(z.string(), z.string())),
  /** Village code → empty lines added below it. */
  addedLines: z.record(z.string(), z.int().min(0).max(200)),
  /** Row key → id of the report to be: a retry makes no second one. */
  ids: z.record(z.string(), z.uuid()),
});
export type Draft = z.infer<typeof Draft>;

const keyOf = (accountId: string, district: string) => `jangkau.batch.${accountId}.${district}`;

/** `month` as in Draft. */
export function emptyDraft(month: string): Draft {
  return { month, cells: {}, addedLines: {}, ids: {} };
}

/** Null where nothing is kept, or what is kept cannot be read. */
export function findDraft(accountId: string, district: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(accountId, district)) ?? 'null');
    return Draft.safeParse(kept).data ?? null;
  } catch {
    return null;
  }
}

/** A draft without a cell is dropped. False: the device keeps nothing, so a reload would lose it. */
export function keepDraft(accountId: string, district: string, draft: Draft): boolean {
  const key = keyOf(accountId, district);
  try {
    if (Object.keys(draft.cells).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
