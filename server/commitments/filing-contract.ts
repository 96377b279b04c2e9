// What goes over the wire about filings: an operator's plans, compared with those it filed before.
import { z } from 'zod';
import { Reason } from './contract.ts';

export const lineKinds = [
  'new',
  'moved',
  'removed',
  'slipped',
  'advanced',
  'changed',
  'unchanged',
] as const;
export const LineKind = z.enum(lineKinds);
export type LineKind = z.infer<typeof LineKind>;

export const filingStates = ['comparing', 'accepted', 'withdrawn'] as const;
export const FilingState = z.enum(filingStates);
export type FilingState = z.infer<typeof FilingState>;

/** Sites this near each other are one, where ids do not tell; a site that moved farther has moved. */
export const sameSiteM = 250;

/** A site as a filing has it, put together from the rows of its cells. */
export const FiledSite = z.object({
  siteRef: z.string(),
  siteName: z.string(),
  /** [lng, lat] */
  position: z.tuple([z.number(), z.number()]),
  /** The furthest state of its cells. */
  state: z.enum(['planned', 'built', 'on_air', 'off']),
  /** By when its planned cells are to be on air: the latest of them; null: not said. */
  plannedOn: z.iso.date().nullable(),
  /** Of the cells that stand: the earliest day; null: not said. */
  onAirOn: z.iso.date().nullable(),
  /** One text a cell, sorted: "4g 1800 120° planned 2026-12-31". */
  cells: z.array(z.string()),
});
export type FiledSite = z.infer<typeof FiledSite>;

export const FilingCounts = z.record(LineKind, z.object({ lines: z.int(), taken: z.int() }));
export type FilingCounts = z.infer<typeof FilingCounts>;

export const FilingSummary = z.object({
  id: z.uuid(),
  operatorId: z.string(),
  operatorName: z.string(),
  state: FilingState,
  fileName: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  source: z.string(),
  createdAt: z.iso.datetime(),
  createdByName: z.string(),
  decidedAt: z.iso.datetime().nullable(),
  decidedByName: z.string().nullable(),
  counts: FilingCounts,
  version: z.int(),
});
export type FilingSummary = z.infer<typeof FilingSummary>;

export const Filing = FilingSummary.extend({
  /** The accepted filing it is compared with; null: it is the operator's first. */
  base: z.object({ id: z.uuid(), fileName: z.string(), acceptedAt: z.iso.datetime() }).nullable(),
  /** Another filing was accepted meanwhile: it has to be compared again. */
  isOutdated: z.boolean(),
  /** Rows that could not be read or were left out: what they name is not taken for removed. */
  unreadRows: z.int(),
  /** Slipped lines that are taken, concern an open commitment, and name no reason yet. */
  missingReasons: z.int(),
  mayDecide: z.boolean(),
});
export type Filing = z.infer<typeof Filing>;

export const FilingLine = z.object({
  number: z.int(),
  kind: LineKind,
  siteRef: z.string(),
  siteName: z.string(),
  position: z.tuple([z.number(), z.number()]),
  before: FiledSite.nullable(),
  after: FiledSite.nullable(),
  /** Metres; null where it is not on both sides. */
  movedM: z.number().nullable(),
  /** By how many days the promised date shifted; later is positive. */
  shiftedDays: z.int().nullable(),
  isTaken: z.boolean(),
  reason: Reason.nullable(),
  /** The open commitment about this site, whose date or state follows when the line is accepted. */
  commitment: z.object({ id: z.uuid(), number: z.int() }).nullable(),
});
export type FilingLine = z.infer<typeof FilingLine>;

/** All lines at once: 5,000 short rows. Details of a line are in `before` and `after`. */
export const FilingLines = z.object({ lines: z.array(FilingLine) });
export type FilingLines = z.infer<typeof FilingLines>;

/** Takes or leaves lines, or says why they slipped: of the numbers, or of all of a kind. */
export const LineDecision = z.strictObject({
  lines: z.union([z.array(z.int().min(1)).min(1).max(20_000), LineKind]),
  isTaken: z.boolean().optional(),
  reason: Reason.nullable().optional(),
});
export type LineDecision = z.infer<typeof LineDecision>;

export const FilingAccept = z.strictObject({
  /** Proposes a commitment for each taken new site that is planned, with a date, in the village where it stands. */
  proposesCommitments: z.boolean().default(false),
});
export type FilingAccept = z.infer<typeof FilingAccept>;

/** What accepting did beside the plans themselves. */
export const FilingAccepted = z.object({
  filing: Filing,
  /** Commitments whose date or state followed, and those that were proposed. */
  followed: z.int(),
  proposed: z.int(),
  /** New planned sites that none was proposed for: in no village, or to be on air on a day that is past. */
  outsideVillages: z.int(),
  pastDates: z.int(),
});
export type FilingAccepted = z.infer<typeof FilingAccepted>;
