// What goes over the wire about the work that waits for an operator's liaison, and for an office.
import { z } from 'zod';
import { CommitmentState, NamedPlace } from './contract.ts';
import { WindowSummary } from './declaration-contract.ts';

/** A commitment that its operator has said nothing about for so long asks for a word, days. */
export const updateAfterDays = 30;
/** A filing older than this asks to be renewed, days. */
export const renewAfterDays = 31;
/** A promise asks for a word so long before its day, days. */
export const dueSoonDays = 30;
/** For so long after a hand-over the successor is shown what was left open, days. */
export const handOverDays = 30;

/** Why a commitment waits for a word. */
export const UpdateCause = z.enum(['late', 'due_soon', 'quiet']);
export type UpdateCause = z.infer<typeof UpdateCause>;

/** A commitment that waits for a word, short enough to be told from the others. */
export const WorkUpdate = z.object({
  id: z.uuid(),
  cause: UpdateCause,
  /** Days since the last word about it. */
  quietDays: z.int(),
  number: z.int(),
  state: CommitmentState,
  promisedOn: z.iso.date(),
  slips: z.int(),
  siteName: z.string(),
  /** The first place, and how many there are. */
  placeName: z.string(),
  places: z.int(),
});
export type WorkUpdate = z.infer<typeof WorkUpdate>;

export const Work = z.object({
  operatorId: z.string(),
  operatorName: z.string(),
  today: z.iso.date(),
  /** Open windows with places that this operator has not answered. */
  declarations: z.array(WindowSummary.extend({ unanswered: z.int() })),
  /** Owed commitments that are late, due within 30 days, or quiet for 30. */
  updates: z.object({
    total: z.int(),
    /** The first of them, late ones before the others. */
    commitments: z.array(WorkUpdate),
  }),
  filing: z.object({
    /** The last accepted one; null: there is none yet. */
    acceptedAt: z.iso.datetime().nullable(),
    id: z.uuid().nullable(),
    ageDays: z.int().nullable(),
    isDue: z.boolean(),
    /** Those that wait to be accepted. */
    comparing: z.array(z.object({ id: z.uuid(), fileName: z.string() })),
  }),
  /** Places without a signal about which this operator has neither promised nor answered anything. */
  unanswered: z.object({
    total: z.int(),
    /** The first of them, those with the most people first. */
    places: z.array(NamedPlace.extend({ population: z.int().nullable() })),
  }),
});
export type Work = z.infer<typeof Work>;

/** What an uploaded workbook would change, or has changed. */
export const WorkTable = z.object({
  isStored: z.boolean(),
  /** In words of the sheet: which sheet and row, and what it changes. */
  changes: z.array(
    z.object({
      sheet: z.string(),
      row: z.int(),
      subject: z.string(),
      from: z.string(),
      to: z.string(),
    }),
  ),
  unchanged: z.int(),
  /** With any of these nothing is stored. */
  errors: z.array(
    z.object({
      sheet: z.string(),
      row: z.int(),
      header: z.string().nullable(),
      code: z.string(),
      value: z.string(),
    }),
  ),
});
export type WorkTable = z.infer<typeof WorkTable>;

/** What is open in an office: told when its work is handed over. */
export const OpenWork = z.object({
  officeName: z.string(),
  commitments: z.int(),
  late: z.int(),
  declarations: z.int(),
  filings: z.int(),
  obstacles: z.int(),
  /** Reports that wait for a verdict or an answer of this office. */
  reports: z.int(),
});
export type OpenWork = z.infer<typeof OpenWork>;

/** What one took over a short while ago; null: nothing. */
export const TakenOver = z.object({
  handOver: z
    .object({ formerName: z.string(), since: z.iso.datetime(), open: OpenWork })
    .nullable(),
});
export type TakenOver = z.infer<typeof TakenOver>;
