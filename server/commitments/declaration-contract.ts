// What goes over the wire about declaration windows: places on which each operator answers by a day.
import { z } from 'zod';
import { CommitmentKind, NamedPlace, PlaceRef, PlanDay, Reason } from './contract.ts';
import { PlaceStatus } from '../status/contract.ts';

/** More places than an operator can answer for by hand or in one sheet. */
export const maxPlacesOfWindow = 3000;

/** `silent`: no answer by the closing date; it counts as no plan, and is shown as what it is. */
export const answers = ['build', 'no_plan', 'served', 'silent'] as const;
export const AnswerKind = z.enum(answers);
export type AnswerKind = z.infer<typeof AnswerKind>;

const AreaCode = z.string().regex(/^\d{2}(\.\d{2}){0,2}$/);
/** [lng, lat] */
const Corner = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** How the places of a window are found; what is found can still be left out one by one. */
export const PlaceSearch = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('filter'),
    /** A province, regency or district. */
    area: AreaCode,
    statuses: z.array(PlaceStatus).min(1).max(8),
    /** Leaves out what somebody has promised already. */
    withoutPromise: z.boolean(),
  }),
  z.strictObject({
    by: z.literal('drawing'),
    /** One ring, closed or not; the places whose point lies in it. */
    ring: z.array(Corner).min(3).max(500),
    statuses: z.array(PlaceStatus).max(8),
    withoutPromise: z.boolean(),
  }),
  z.strictObject({
    by: z.literal('list'),
    /** Codes or names, one a line: "13.01.01.2001", "Inderapura", "Inderapura, Pancung Soal". */
    lines: z.array(z.string().trim().max(200)).min(1).max(maxPlacesOfWindow),
  }),
]);
export type PlaceSearch = z.infer<typeof PlaceSearch>;

export const FoundPlace = NamedPlace.extend({
  status: PlaceStatus,
  /** [lng, lat] */
  position: Corner,
  population: z.int().nullable(),
  /** Open commitments there. */
  promises: z.int(),
});
export type FoundPlace = z.infer<typeof FoundPlace>;

export const FoundPlaces = z.object({
  /** By code, at most maxPlacesOfWindow. */
  places: z.array(FoundPlace),
  isTruncated: z.boolean(),
  /** Lines of a list that name no place, or several: the line's number from 1 and why. */
  unknown: z.array(z.object({ line: z.int(), text: z.string(), code: z.string() })),
});
export type FoundPlaces = z.infer<typeof FoundPlaces>;

/** The id is made by the client, so that a retry never opens a second window. */
export const WindowInput = z.strictObject({
  title: z.string().trim().min(3).max(160),
  note: z.string().trim().max(2000),
  closesOn: PlanDay,
  operatorIds: z.array(z.string().min(1).max(40)).min(1).max(20),
  places: z.array(PlaceRef).min(1).max(maxPlacesOfWindow),
});
export type WindowInput = z.infer<typeof WindowInput>;

/** What may change while a window is open: it may close later or earlier, never in the past. */
export const WindowChange = z.strictObject({
  title: z.string().trim().min(3).max(160).optional(),
  note: z.string().trim().max(2000).optional(),
  closesOn: PlanDay.optional(),
});
export type WindowChange = z.infer<typeof WindowChange>;

/** An operator's answer for one place. */
export const AnswerInput = z.discriminatedUnion('answer', [
  z.strictObject({
    answer: z.literal('build'),
    byOn: PlanDay,
    kind: CommitmentKind,
    /** Answers with the same site and date become one commitment. */
    siteRef: z.string().trim().max(80).default(''),
    note: z.string().trim().max(1000).default(''),
  }),
  z.strictObject({
    answer: z.literal('no_plan'),
    reason: Reason.nullable(),
    note: z.string().trim().max(1000).default(''),
  }),
  z.strictObject({
    answer: z.literal('served'),
    /** Served since then, says the operator: it asks for a measurement. */
    sinceOn: PlanDay,
    note: z.string().trim().max(1000).default(''),
  }),
]);
export type AnswerInput = z.infer<typeof AnswerInput>;

/** Answers of one operator, all or none; null takes an answer back. */
export const AnswersInput = z.strictObject({
  operatorId: z.string().min(1).max(40),
  answers: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(maxPlacesOfWindow),
        answer: AnswerInput.nullable(),
      }),
    )
    .min(1)
    .max(maxPlacesOfWindow),
});
export type AnswersInput = z.infer<typeof AnswersInput>;

export const WindowSummary = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  note: z.string(),
  closesOn: z.iso.date(),
  isOpen: z.boolean(),
  /** Whole days from today to the closing date; negative once it is past. */
  daysLeft: z.int(),
  openedAt: z.iso.datetime(),
  openedByName: z.string(),
  officeName: z.string(),
  places: z.int(),
  /** A liaison sees its own operator only. */
  operators: z.array(z.object({ id: z.string(), name: z.string(), answered: z.int() })),
  version: z.int(),
});
export type WindowSummary = z.infer<typeof WindowSummary>;

export const WindowAnswer = z.object({
  operatorId: z.string(),
  answer: AnswerKind,
  /** By when, or since when. */
  on: z.iso.date().nullable(),
  kind: CommitmentKind.nullable(),
  siteRef: z.string(),
  reason: Reason.nullable(),
  note: z.string(),
  answeredAt: z.iso.datetime().nullable(),
  answeredByName: z.string().nullable(),
  commitmentId: z.uuid().nullable(),
  /** Of `served`: a verified measurement of the last months shows it. */
  isMeasured: z.boolean(),
});
export type WindowAnswer = z.infer<typeof WindowAnswer>;

export const WindowPlace = FoundPlace.extend({
  number: z.int(),
  /** Of the operators that the one who asks may see; what is absent is not answered yet. */
  answers: z.array(WindowAnswer),
  /** Closed, and every operator has no plan or kept silent. */
  isForProposal: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

export const DeclarationWindow = WindowSummary.extend({
  matrix: z.array(WindowPlace),
  /** The operators for which the one who asks may answer now. */
  mayAnswerFor: z.array(z.string()),
  /** May agree, change and close. */
  mayManage: z.boolean(),
});
export type DeclarationWindow = z.infer<typeof DeclarationWindow>;

/** Which `build` answers become agreed commitments; the basis stands on each of them. */
export const AgreeInput = z.strictObject({
  cells: z
    .array(z.strictObject({ number: z.int().min(1), operatorId: z.string().min(1).max(40) }))
    .min(1)
    .max(maxPlacesOfWindow),
  basisKind: z.enum(['order', 'letter', 'decision', 'minutes']).nullable(),
  basisNumber: z.string().trim().max(120),
  basisOn: PlanDay.nullable(),
});
export type AgreeInput = z.infer<typeof AgreeInput>;
