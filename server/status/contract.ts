// What goes over the wire about the status of places, and why it is so.
import { z } from 'zod';

/** Domain section 4; `incomplete` and `partial` exist only for a place, not for one operator. */
export const operatorStatuses = [
  'served',
  'weak',
  '2g_only',
  'blankspot',
  'outage',
  'unknown',
] as const;
export const placeStatuses = [
  'served',
  'partial',
  'weak',
  '2g_only',
  'blankspot',
  'incomplete',
  'outage',
  'unknown',
] as const;
export const OperatorStatus = z.enum(operatorStatuses);
export type OperatorStatus = z.infer<typeof OperatorStatus>;
export const PlaceStatus = z.enum(placeStatuses);
export type PlaceStatus = z.infer<typeof PlaceStatus>;

/** Bits of a place's flags in StatusList and StatusChange. */
export const statusFlags = {
  /** Only unverified reports say so: shown, never counted. */
  unconfirmed: 1,
  /** The newest evidence is older than the evidence age of the settings. */
  stale: 2,
  /** Rests on SAMPEL reports. */
  sample: 4,
} as const;

/**
 * The status of every place about which something is known; the others are unknown.
 * `idSteps` are the region ids in ascending order, each less the one before it;
 * the i-th character of `statuses` is the index of its status in placeStatuses,
 * the i-th of `flags` the sum of its statusFlags.
 */
export const StatusList = z.object({
  version: z.int(),
  idSteps: z.array(z.int()),
  statuses: z.string(),
  flags: z.string(),
});
export type StatusList = z.infer<typeof StatusList>;

export const StatusChange = z.object({
  id: z.int(),
  status: PlaceStatus,
  flags: z.int().min(0).max(7),
});
export type StatusChange = z.infer<typeof StatusChange>;

/** One piece of evidence as the answer to "why". */
export const EvidenceLine = z.object({
  reportId: z.uuid(),
  operatorId: z.string(),
  technology: z.string(),
  strength: z.string().nullable(),
  observedOn: z.iso.date(),
  verified: z.boolean(),
  isSample: z.boolean(),
  authorName: z.string(),
  officeName: z.string(),
  /** `made`: the status rests on it; `conflict`: disagrees but is weaker; `beaten`: older, agrees or not. */
  part: z.enum(['made', 'conflict', 'beaten']),
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;

export const OperatorLine = z.object({
  operatorId: z.string(),
  operatorName: z.string(),
  status: OperatorStatus,
  confirmed: z.boolean(),
  stale: z.boolean(),
  technology: z.string().nullable(),
  strength: z.string().nullable(),
  observedOn: z.iso.date().nullable(),
  why: z.array(EvidenceLine),
});
export type OperatorLine = z.infer<typeof OperatorLine>;

export const StatusWhy = z.object({
  code: z.string(),
  status: PlaceStatus,
  /** False when the status is only reported: it is shown, and counted as unknown. */
  confirmed: z.boolean(),
  stale: z.boolean(),
  sample: z.boolean(),
  operators: z.array(OperatorLine),
});
export type StatusWhy = z.infer<typeof StatusWhy>;

/** Villages of an area by confirmed status; `reported` counts places whose status is unconfirmed. */
export const StatusCounts = z.object({
  total: z.int(),
  byStatus: z.record(PlaceStatus, z.int()),
  reported: z.int(),
});
export type StatusCounts = z.infer<typeof StatusCounts>;

/** Server-sent events of /api/events: `event:` is `type`, `id:` the status version. */
export const LiveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status'), version: z.int(), changes: z.array(StatusChange) }),
  /** The list must be fetched anew (too much changed, or samples came or went). */
  z.object({ type: z.literal('reload'), version: z.int() }),
  z.object({
    type: z.literal('report'),
    reportId: z.uuid(),
    villageCode: z.string(),
    reportVersion: z.int(),
    byName: z.string(),
  }),
  z.object({ type: z.literal('map'), boundaryVersion: z.string() }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

/** Region ids and what is known of them, unpacked from a StatusList. */
export function* unpackStatusList(list: StatusList): Generator<StatusChange> {
  let id = 0;
  for (const [index, step] of list.idSteps.entries()) {
    id += step;
    const status = placeStatuses[Number(list.statuses[index])] ?? 'unknown';
    yield { id, status, flags: Number(list.flags[index]) };
  }
}
