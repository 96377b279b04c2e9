// Unsaved forms, kept in this tab until they are saved or thrown away. A reload loses nothing.
import { z } from 'zod';
import { Strength, Technology } from '#contract/evidence';
import { Position } from '#contract/regions';

const Draft = z.object({
  /** The id of the report to be: a retry after a reload makes no second one. */
  id: z.uuid(),
  /** The version the form was filled from; null for a new report. */
  version: z.int().nullable(),
  villageCode: z.string().nullable(),
  villageName: z.string().nullable(),
  point: z
    .object({
      position: Position,
      source: z.enum(['map', 'typed', 'device']),
      accuracyM: z.number().nullable(),
    })
    .nullable(),
  typedPoint: z.string(),
  values: z.object({
    observedOn: z.string(),
    note: z.string(),
    answers: z.record(
      z.string(),
      z.object({ technology: Technology, strength: Strength.nullable() }),
    ),
  }),
  savedAt: z.number(),
});
export type Draft = z.infer<typeof Draft>;

const prefix = 'jangkau.draft.';
const keyOf = (accountId: string, reportId: string) => `${prefix}${accountId}.${reportId}`;

function read(key: string): Draft | null {
  try {
    return Draft.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the draft, never the form. */
export function keepDraft(accountId: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(accountId, draft.id), JSON.stringify(draft));
  } catch {
    // Nothing to do: the form itself still holds everything.
  }
}

export function dropDraft(accountId: string, reportId: string): void {
  sessionStorage.removeItem(keyOf(accountId, reportId));
}

/** The draft of an edited report (by its id), or the latest one of a new report. */
export function findDraft(accountId: string, reportId: string | null): Draft | null {
  if (reportId !== null) {
    const draft = read(keyOf(accountId, reportId));
    return draft?.version == null ? null : draft;
  }
  return (
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(`${prefix}${accountId}.`))
      .flatMap((key) => read(key) ?? [])
      .filter((draft) => draft.version === null)
      .sort((a, b) => b.savedAt - a.savedAt)[0] ?? null
  );
}
