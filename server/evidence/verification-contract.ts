// What goes over the wire about verifying reports: verdicts, the queue, one's own reports.
// A contract of its own beside contract.ts, because it also speaks of the status of places.
import { z } from 'zod';
import { StatusWhy } from '../status/contract.ts';
import { NearbyReport, Report, ReportEvent, ReportKind } from './contract.ts';

const Reason = z.string().trim().min(3).max(500);

/** What is decided about a report; `ask` puts a question to its author, `reopen` takes back. */
export const Verdict = z.discriminatedUnion('action', [
  z.object({ action: z.literal('verify') }),
  z.object({ action: z.literal('reject'), reason: Reason }),
  z.object({ action: z.literal('duplicate'), of: z.uuid() }),
  z.object({ action: z.literal('ask'), reason: Reason }),
  z.object({ action: z.literal('reopen'), reason: Reason }),
]);
export type Verdict = z.infer<typeof Verdict>;

export const verdictActions = ['verify', 'reject', 'duplicate', 'ask', 'reopen'] as const;
export type VerdictAction = Verdict['action'];

/** `waiting`: nobody has decided or asked yet; `asked`: a question waits for its answer. */
export const queueStates = ['waiting', 'asked', 'verified', 'rejected', 'duplicate'] as const;
export type QueueState = (typeof queueStates)[number];

/** The place in a list after which the next page begins: a report's time and id. */
const Cursor = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z_[\da-f-]{36}$/);
const Switch = z.literal('1').optional();

/** Which reports the queue shows; what is left out does not narrow. */
export const QueueQuery = z.object({
  state: z.enum(queueStates).default('waiting'),
  /** A province, regency or district. */
  area: z
    .string()
    .regex(/^\d{2}(\.\d{2}){0,2}$/)
    .optional(),
  /** Reports that say something of this operator, or of what it took over. */
  operator: z.string().max(40).optional(),
  kind: ReportKind.optional(),
  /** Evidence about the village disagrees. */
  conflicts: Switch,
  /** Observed longer ago than the settings let evidence count as fresh. */
  stale: Switch,
  /** In the queue for longer. */
  olderThanDays: z.coerce.number().int().min(1).max(3650).optional(),
  after: Cursor.optional(),
});
export type QueueQuery = z.infer<typeof QueueQuery>;

/** What a verifier should know before opening a report; the first three are about its village. */
export const queueFlags = [
  'conflict',
  'lacking',
  'position_outside_village',
  'accuracy_poor',
  'stale',
] as const;
export const QueueFlag = z.enum(queueFlags);
export type QueueFlag = z.infer<typeof QueueFlag>;

/** The names of a village and of what it lies in; "Kota" stands before a city's. */
export const VillageNames = z.object({
  villageKind: z.string(),
  villageName: z.string(),
  districtName: z.string(),
  regencyName: z.string(),
});
export type VillageNames = z.infer<typeof VillageNames>;

const ListedReport = Report.pick({
  id: true,
  villageCode: true,
  kind: true,
  observedOn: true,
  statements: true,
  createdAt: true,
  state: true,
  askedAt: true,
  isSample: true,
}).extend({ ...VillageNames.shape, photoCount: z.int() });

export const QueueItem = ListedReport.extend({
  authorName: z.string(),
  officeName: z.string(),
  flags: z.array(QueueFlag),
});
export type QueueItem = z.infer<typeof QueueItem>;

/** Those that wait come oldest first, those that are decided newest first. */
export const QueuePage = z.object({
  items: z.array(QueueItem),
  /** `after` of the next page; null on the last one. */
  next: z.string().nullable(),
  /** All that match; null on every page but the first. */
  total: z.int().nullable(),
  /** False: counting was stopped at `total`. */
  isTotalExact: z.boolean(),
  /** Samples are shown only where no real report is in this state. */
  showsSamples: z.boolean(),
});
export type QueuePage = z.infer<typeof QueuePage>;

/** Everything that a decision about a report rests on. */
export const QueuedReport = z.object({
  report: Report,
  village: VillageNames,
  flags: z.array(QueueFlag),
  /** Oldest first. */
  events: z.array(ReportEvent),
  /** The other reports of the village and those within 5 km, nearest first. */
  others: z.array(NearbyReport),
  /** Ids of those of them that may be the same observation. */
  likelySame: z.array(z.uuid()),
  /** The status of the village as it is, */
  why: StatusWhy,
  /** and as it would be with this report verified; null when it does not wait. */
  after: StatusWhy.nullable(),
  /** What the caller may decide now. */
  actions: z.array(z.enum(verdictActions)),
  /** Why the caller may decide nothing although others may; null otherwise. */
  refusal: z.enum(['own_report']).nullable(),
});
export type QueuedReport = z.infer<typeof QueuedReport>;

/** A report of one's own, and the last that became of it. */
export const OwnReport = ListedReport.extend({ lastEvent: ReportEvent.nullable() });
export type OwnReport = z.infer<typeof OwnReport>;

/** Newest first. */
export const OwnReportPage = z.object({
  /** Those that wait for one's answer, the longest first; only on the first page, at most 50. */
  asked: z.array(OwnReport),
  items: z.array(OwnReport),
  /** `before` of the next page; null on the last one. */
  next: z.string().nullable(),
});
export type OwnReportPage = z.infer<typeof OwnReportPage>;

export const OwnReportQuery = z.object({ before: Cursor.optional() });
