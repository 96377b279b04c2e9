// What goes over the wire about field reports: what a person saw, where, when, per operator.
import { z } from 'zod';

/** Weakest first. `unknown` is "don't know": a statement that is not stored. */
export const technologies = ['none', '2g', '3g', '4g', '5g'] as const;
export const Technology = z.enum(technologies);
export type Technology = z.infer<typeof Technology>;

/** PODES's words, weakest first: lemah, kuat, sangat kuat. No signal is technology `none`. */
export const strengths = ['weak', 'strong', 'very_strong'] as const;
export const Strength = z.enum(strengths);
export type Strength = z.infer<typeof Strength>;

export const ReportState = z.enum(['submitted', 'verified', 'rejected', 'duplicate', 'resolved']);
export type ReportState = z.infer<typeof ReportState>;

export const Operator = z.object({
  id: z.string(),
  name: z.string(),
  /** Operators that serve the province: a blankspot needs all of them known to be absent. */
  isMobile: z.boolean(),
});
export type Operator = z.infer<typeof Operator>;

/** What is there of one operator. Strength is asked for wherever there is a signal. */
export const Statement = z
  .object({
    operatorId: z.string().min(1).max(40),
    technology: Technology,
    strength: Strength.nullable(),
  })
  .refine((s) => (s.technology === 'none') === (s.strength === null), {
    path: ['strength'],
    message: 'strength goes with a signal, and only with one',
    params: { code: 'strength_mismatch' },
  });
export type Statement = z.infer<typeof Statement>;

/** Indonesia with its seas, generously: [west, south, east, north]. */
export const indonesiaBounds = [94.5, -11.5, 141.5, 6.5] as const;

/** Where it was seen, [lng, lat]; must lie in Indonesia. */
const ReportPosition = z.tuple([z.number(), z.number()]).superRefine(([lng, lat], context) => {
  const [west, south, east, north] = indonesiaBounds;
  const isInside = (x: number, y: number) => x >= west && x <= east && y >= south && y <= north;
  if (isInside(lng, lat)) return;
  const swapped = isInside(lat, lng);
  context.addIssue({
    code: 'custom',
    message: swapped ? 'longitude and latitude are swapped' : 'the position is not in Indonesia',
    params: { code: swapped ? 'position_swapped' : 'position_outside_indonesia' },
  });
});

export const noteMaxLength = 2000;

/** What the form sends; the id is made by the client, so that a retry never makes a second one. */
export const ReportInput = z.object({
  villageCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.[1-3]\d{3}$/),
  position: ReportPosition.nullable(),
  /** How the position came about; null where there is none. */
  positionSource: z.enum(['map', 'typed', 'device']).nullable(),
  /** Radius of 68 % confidence of the device's position, metres. */
  accuracyM: z.number().min(0).max(100_000).nullable(),
  observedOn: z.iso.date(),
  statements: z
    .array(Statement)
    .min(1)
    .max(20)
    .refine((list) => new Set(list.map((s) => s.operatorId)).size === list.length, {
      message: 'an operator stands twice',
      params: { code: 'operator_twice' },
    }),
  note: z.string().trim().max(noteMaxLength),
});
export type ReportInput = z.infer<typeof ReportInput>;

export const Report = ReportInput.extend({
  id: z.uuid(),
  state: ReportState,
  isSample: z.boolean(),
  authorName: z.string(),
  officeName: z.string(),
  /** True when the one who asks wrote it, or may edit it for the office or the regency. */
  mayEdit: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Who changed it last, for the note to the one who comes second. */
  updatedByName: z.string(),
  version: z.int(),
});
export type Report = z.infer<typeof Report>;

/** A report near a point: metres from it. */
export const NearbyReport = Report.extend({ distanceM: z.number() });
export type NearbyReport = z.infer<typeof NearbyReport>;

/** How long a saved change can be taken back by the one who made it. */
export const undoSeconds = 10;

export const ReportSaved = z.object({
  report: Report,
  /** A position outside the named village's boundary is kept, and said. */
  warnings: z.array(z.enum(['position_outside_village', 'accuracy_poor'])),
  undoUntil: z.iso.datetime(),
});
export type ReportSaved = z.infer<typeof ReportSaved>;

export const SampleInfo = z.object({ reports: z.int(), realReports: z.int() });
export type SampleInfo = z.infer<typeof SampleInfo>;
