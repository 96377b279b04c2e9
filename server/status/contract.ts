// What goes over the wire about the status of places, and why it is so.
import { z } from 'zod';

/** Domain section 4; `incomplete` and `partial` exist only for more than one operator or locality. */
export const unitStatuses = [
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
export const UnitStatus = z.enum(unitStatuses);
export type UnitStatus = z.infer<typeof UnitStatus>;
export const PlaceStatus = z.enum(placeStatuses);
export type PlaceStatus = z.infer<typeof PlaceStatus>;

/** Bits of a place's flags in StatusList and StatusChange. */
export const statusFlags = {
  /** Only what does not count says so: shown, never counted. */
  unconfirmed: 1,
  /** The newest evidence is older than the evidence age of the settings. */
  stale: 2,
  /** Rests on SAMPEL reports. */
  sample: 4,
  /** Weaker evidence disagrees. */
  conflict: 8,
  /** The newest verified evidence is not enough yet by the settings. */
  lacking: 16,
  /** Rests on models alone: filed coverage or computed footprints; counted apart from the others. */
  modelled: 32,
} as const;

/** The digits in which flags and tenths are written, one a place. */
export const flagDigits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/**
 * What the list tells the status of: every operator together or one of them, any signal or at least
 * a technology. `technology` asks "is there 4G or better?": `served` means yes, `blankspot` no.
 */
export const StatusView = z.object({
  operator: z.string().max(40).default('all'),
  technology: z.enum(['any', '2g', '3g', '4g', '5g']).default('any'),
});
export type StatusView = z.infer<typeof StatusView>;

/**
 * The status of every place about which something is known; the others are unknown.
 * `idSteps` are the region ids in ascending order, each less the one before it;
 * the i-th character of `statuses` is the index of its status in placeStatuses, and for each partial
 * place in turn `majorities` has the index of the status that most of it has;
 * the i-th of `flags` the sum of its statusFlags as one of flagDigits,
 * the i-th of `known` how much of it is known in tenths, A for ten.
 */
export const StatusList = z.object({
  version: z.int(),
  idSteps: z.array(z.int()),
  statuses: z.string(),
  majorities: z.string(),
  flags: z.string(),
  known: z.string(),
});
export type StatusList = z.infer<typeof StatusList>;

export const StatusChange = z.object({
  id: z.int(),
  status: PlaceStatus,
  /** The status that most of a partial place has; null for every other one. */
  majority: PlaceStatus.nullable(),
  flags: z.int().min(0).max(63),
  /** How much of it is known, 0–10. */
  knownTenths: z.int().min(0).max(10),
});
export type StatusChange = z.infer<typeof StatusChange>;

/** Strongest first (domain, section 3); a report nobody has verified is weaker than all of them. */
export const evidenceKinds = [
  'joint_measurement',
  'measurement',
  'report',
  'filing',
  'statistics',
  'computed',
] as const;
export const EvidenceKind = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** What `status` still needs: so many reports more, or so many measurements more. */
export const Lacking = z.object({
  status: UnitStatus,
  reports: z.int(),
  measurements: z.int(),
});
export type Lacking = z.infer<typeof Lacking>;

export const shareBases = ['households', 'population', 'count'] as const;
export const ShareBasis = z.enum(shareBases);
export type ShareBasis = z.infer<typeof ShareBasis>;

const Minimum = z.object({
  /** So many reports of different people or days are enough, */
  reports: z.int().min(1).max(10),
  /** or so many measurements. */
  measurements: z.int().min(1).max(10),
});

/** By what the statuses are derived; the admin may change it, and every change keeps its day. */
export const StatusSettings = z.object({
  evidenceAgeMonths: z.int().min(1).max(60),
  rsrpGoodDbm: z.number().min(-140).max(-43),
  rsrpFairDbm: z.number().min(-140).max(-43),
  rsrpWeakDbm: z.number().min(-140).max(-43),
  minimum: z.object({
    served: Minimum,
    weak: Minimum,
    '2g_only': Minimum,
    blankspot: Minimum,
    outage: Minimum,
  }),
});
export type StatusSettings = z.infer<typeof StatusSettings>;

export const DatedStatusSettings = z.object({
  settings: StatusSettings,
  /** Since when they hold; null while the defaults do. */
  changedAt: z.iso.datetime().nullable(),
  changedByName: z.string().nullable(),
});
export type DatedStatusSettings = z.infer<typeof DatedStatusSettings>;

/** What a model says of a village: how many of its known localities, or which part of its area. */
export const ModelledExtent = z.object({
  areaFraction: z.number(),
  localities: z.int(),
  localitiesCovered: z.int(),
});
export type ModelledExtent = z.infer<typeof ModelledExtent>;

/** One piece of evidence as the answer to "why". */
export const EvidenceLine = z.object({
  /** Null for what is no report (statistics, filings). */
  reportId: z.uuid().nullable(),
  kind: EvidenceKind,
  /** Null: about the village as a whole. */
  localityName: z.string().nullable(),
  technology: z.string(),
  strength: z.string().nullable(),
  isOutage: z.boolean(),
  rsrpDbm: z.number().nullable(),
  availability: z.string().nullable(),
  observedOn: z.iso.date(),
  verified: z.boolean(),
  isSample: z.boolean(),
  /** Filed coverage and computed footprints: how much of the village, or of its localities. */
  modelled: ModelledExtent.nullable(),
  /** The person and the office, or the table it stands in; '' for computed footprints. */
  sourceName: z.string(),
  officeName: z.string(),
  /**
   * `made`: the status rests on it; `waiting`: verified, but not enough yet; `conflict`: disagrees
   * but is weaker; `beaten`: older, agrees or not.
   */
  part: z.enum(['made', 'waiting', 'conflict', 'beaten']),
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;

export const OperatorLine = z.object({
  /** Null: sources that name no operator. */
  operatorId: z.string().nullable(),
  operatorName: z.string(),
  status: PlaceStatus,
  confirmed: z.boolean(),
  stale: z.boolean(),
  technology: z.string().nullable(),
  strength: z.string().nullable(),
  observedOn: z.iso.date().nullable(),
  servedFraction: z.number(),
  lacking: Lacking.nullable(),
  why: z.array(EvidenceLine),
});
export type OperatorLine = z.infer<typeof OperatorLine>;

export const LocalityLine = z.object({
  id: z.uuid(),
  kind: z.string(),
  name: z.string(),
  status: PlaceStatus,
  confirmed: z.boolean(),
  stale: z.boolean(),
  observedOn: z.iso.date().nullable(),
  population: z.int().nullable(),
  households: z.int().nullable(),
});
export type LocalityLine = z.infer<typeof LocalityLine>;

export const StatusWhy = z.object({
  code: z.string(),
  status: PlaceStatus,
  /** False when the status is only reported: it is shown, and counted as unknown. */
  confirmed: z.boolean(),
  stale: z.boolean(),
  sample: z.boolean(),
  conflict: z.boolean(),
  /** Rests on models alone, nobody has measured or reported it. */
  modelled: z.boolean(),
  operators: z.array(OperatorLine),
  localities: z.array(LocalityLine),
  /** Of the localities; null without any. */
  shares: z
    .object({ basis: ShareBasis, servedFraction: z.number(), unknownFraction: z.number() })
    .nullable(),
  /** Known operators of all, in every locality: 0–1. */
  knownFraction: z.number(),
  /** By which settings, and since when they hold; null: the defaults. */
  settingsSince: z.iso.datetime().nullable(),
});
export type StatusWhy = z.infer<typeof StatusWhy>;

/**
 * Villages of an area by confirmed status: `byStatus` those that somebody has measured, reported or
 * counted, `modelled` those that rest on models alone; both together are all. `reported` counts places
 * whose status is unconfirmed, which are unknown in `byStatus`.
 */
export const StatusCounts = z.object({
  total: z.int(),
  byStatus: z.record(PlaceStatus, z.int()),
  modelled: z.record(PlaceStatus, z.int()),
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
  /** Localities, facilities or people of these villages were changed; of many, the first are named. */
  z.object({ type: z.literal('places'), villageCodes: z.array(z.string()) }),
  /** Coverage is being made again, or is done: then its version is a new one. */
  z.object({ type: z.literal('coverage'), version: z.string(), isRunning: z.boolean() }),
  /** Commitments, declarations, filings or obstacles changed. */
  z.object({ type: z.literal('commitments'), version: z.int() }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

/** Region ids and what is known of them, unpacked from a StatusList. */
export function* unpackStatusList(list: StatusList): Generator<StatusChange> {
  let id = 0;
  let partials = 0;
  const statusAt = (digit: string | undefined) => placeStatuses[Number(digit)] ?? 'unknown';
  for (const [index, step] of list.idSteps.entries()) {
    id += step;
    const status = statusAt(list.statuses[index]);
    const majority = status === 'partial' ? statusAt(list.majorities[partials++]) : null;
    const flags = flagDigits.indexOf(list.flags[index] ?? '0');
    const knownTenths = flagDigits.indexOf(list.known[index] ?? '0');
    yield { id, status, majority, flags, knownTenths };
  }
}
