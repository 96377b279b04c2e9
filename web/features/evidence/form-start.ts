// What a form begins with: an item that waits on the device, a draft, a stored report, or nothing yet.
import type { Report } from '#contract/evidence';
import type { OutboxHandle } from '../../api/outbox/handle.ts';
import type { OutboxRefusal } from '../../api/outbox/types.ts';
import type { PickedPoint } from '../../map/modes/types.ts';
import { listHeldDrafts } from './draft-hold.ts';
import { findDraft, findDraftPhotos, type Draft } from './draft.ts';
import {
  emptyValues,
  localDay,
  pointOf,
  valuesOf,
  type About,
  type FormValues,
} from './form-values.ts';
import { fromOutbox, type FormPhoto } from './photo/form-photo.ts';

export type FormStart = {
  id: string;
  version: number | null;
  values: FormValues;
  /** Null: nothing is known yet, or what the map says counts. */
  villageCode: string | null;
  /** What it was called when it was last seen. */
  villageName: string | null;
  point: PickedPoint | null;
  /** Null: as the point is written. */
  typedPoint: string | null;
  photos: FormPhoto[];
  /** It goes on with what was typed and never saved. */
  isDraft: boolean;
  /** It was opened from what waits on the device. */
  isWaiting: boolean;
  refusal: OutboxRefusal | null;
  /** The stored report beside which a person must choose. */
  conflict: Report | null;
  /** A draft that was begun elsewhere. */
  offer: Draft | null;
};

type Wanted = {
  accountId: string;
  outbox: Pick<OutboxHandle, 'find'>;
  /** The report that is changed; null for a new one. */
  report: Report | null;
  /** The item of the outbox that is opened. */
  itemId: string | null;
  villageCode: string | null;
  about: About;
};

/** A form without any history; also what there is where the device keeps nothing. */
export function plainStart({ report, about }: Pick<Wanted, 'report' | 'about'>): FormStart {
  return {
    id: report?.id ?? crypto.randomUUID(),
    version: report?.version ?? null,
    values: report ? valuesOf(report) : emptyValues(localDay(), about),
    villageCode: report?.villageCode ?? null,
    villageName: null,
    point: report && pointOf(report),
    typedPoint: null,
    photos: [],
    isDraft: false,
    isWaiting: false,
    refusal: null,
    conflict: null,
    offer: null,
  };
}

/** Null when nothing of it waits on this device. */
async function startOfItem(
  { accountId, outbox }: Wanted,
  itemId: string | null,
): Promise<FormStart | null> {
  const found = itemId === null ? null : await outbox.find({ accountId, id: itemId });
  if (!found || found.item.state === 'received') return null;
  const { id, input, label, version, refusal, current, state } = found.item;
  return {
    ...plainStart({ report: null, about: { localityId: null, facilityId: null } }),
    id,
    version,
    values: valuesOf(input),
    villageCode: input.villageCode,
    villageName: label,
    point: pointOf(input),
    photos: found.photos.map(fromOutbox),
    isWaiting: true,
    refusal,
    conflict: state === 'conflict' ? current : null,
  };
}

/** Whether the draft is about what the form was opened for. */
function isMeant(draft: Draft, { report, itemId, villageCode, about }: Wanted): boolean {
  if (report !== null || itemId !== null) return true;
  const { localityId, facilityId } = draft.values;
  const isSameSubject =
    about.localityId === null && about.facilityId === null
      ? true
      : about.localityId === localityId && about.facilityId === facilityId;
  return isSameSubject && (villageCode === null || draft.villageCode === villageCode);
}

async function findHistory(wanted: Wanted): Promise<FormStart | null> {
  const { accountId, report, itemId } = wanted;
  const draft = await findDraft(accountId, itemId ?? report?.id ?? null, await listHeldDrafts());
  // A draft that was filled from no version is none of a stored report.
  const isUsable = draft !== null && (report === null || draft.version !== null);
  const isHere = isUsable && isMeant(draft, wanted);
  // What was put into the outbox once may have been typed on since.
  const item = await startOfItem(wanted, itemId ?? (isHere ? draft.id : null));
  if (item?.conflict) return item;
  const plain = item ?? plainStart(wanted);
  if (!isUsable) return item;
  if (!isHere) return { ...plain, offer: draft };
  const photos = (await findDraftPhotos(accountId, draft.id)) ?? plain.photos;
  return { ...plain, ...draft, photos, isDraft: true };
}

/** Never rejects: a device that keeps nothing costs only the history. */
export async function findStart(wanted: Wanted): Promise<FormStart> {
  const history = await findHistory(wanted).catch((error: unknown) => {
    console.error(error);
    return null;
  });
  return history ?? plainStart(wanted);
}
