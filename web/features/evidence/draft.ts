// Unsaved forms on this device: what one holds, and finding it again. Its photos lie beside it, so that
// typing a word writes no megabytes.
import { z } from 'zod';
import { Availability, Connection, Environment, ReportKind } from '#contract/evidence';
import { Strength, Technology } from '#contract/evidence';
import { Position } from '#contract/regions';
import { findDraft as findKept, keepDraft as keep, listDrafts } from '../../api/drafts.ts';
import { FormPhoto } from './photo/form-photo.ts';

const Answer = z.object({
  technology: Technology,
  strength: Strength.nullable(),
  isOutage: z.boolean().default(false),
  rsrp: z.string().default(''),
  download: z.string().default(''),
  upload: z.string().default(''),
});

/** The defaults are for drafts of before these fields were there. */
export const Draft = z.object({
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
    kind: ReportKind.default('report'),
    localityId: z.string().nullable().default(null),
    localityName: z.string().default(''),
    facilityId: z.string().nullable().default(null),
    connection: Connection.nullable().default(null),
    environment: Environment.nullable().default(null),
    availability: Availability.nullable().default(null),
    participants: z.array(z.string()).default([]),
    observedOn: z.string(),
    note: z.string(),
    answers: z.record(z.string(), Answer),
  }),
});
export type Draft = z.infer<typeof Draft>;

const DraftPhotos = z.object({ photos: z.array(FormPhoto) });

const earlierPrefix = 'jangkau.draft.';

/** Under which the photos of a draft are kept. */
export function photosKey(draftId: string): string {
  return `${draftId}/photos`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Drafts of a form that kept them in the tab are brought over, once. */
async function bringEarlierOver(accountId: string): Promise<void> {
  const prefix = `${earlierPrefix}${accountId}.`;
  for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(prefix))) {
    const text = sessionStorage.getItem(key) ?? 'null';
    sessionStorage.removeItem(key);
    const draft = Draft.safeParse(readJson(text)).data;
    if (draft) await keep({ accountId, id: draft.id, savedAt: Date.now(), content: draft });
  }
}

/**
 * The draft of the report `reportId`, or the latest one of a new report; one of `held` is open in
 * another tab and is left to it. Null when there is none.
 */
export async function findDraft(
  accountId: string,
  reportId: string | null,
  held: ReadonlySet<string>,
): Promise<Draft | null> {
  await bringEarlierOver(accountId);
  const kept =
    reportId === null ? await listDrafts(accountId) : [await findKept(accountId, reportId)];
  const drafts = kept.flatMap((draft) => Draft.safeParse(draft?.content).data ?? []);
  return (
    drafts.find(({ id, version }) => !held.has(id) && (reportId !== null || version === null)) ??
    null
  );
}

/** Those that were chosen for a draft and not saved yet; null when none ever were. */
export async function findDraftPhotos(
  accountId: string,
  draftId: string,
): Promise<FormPhoto[] | null> {
  const kept = await findKept(accountId, photosKey(draftId));
  return DraftPhotos.safeParse(kept?.content).data?.photos ?? null;
}
