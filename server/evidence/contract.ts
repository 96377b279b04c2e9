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

/** A measurement is taken with the instrument on the spot; a joint one together with others. */
export const reportKinds = ['report', 'measurement', 'joint_measurement'] as const;
export const ReportKind = z.enum(reportKinds);
export type ReportKind = z.infer<typeof ReportKind>;

export const environments = ['outdoor', 'indoor', 'vehicle'] as const;
export const Environment = z.enum(environments);
export type Environment = z.infer<typeof Environment>;

/** At which times of the day the signal that is stated is there. */
export const availabilities = ['all_day', 'day_only', 'night_only', 'unstable'] as const;
export const Availability = z.enum(availabilities);
export type Availability = z.infer<typeof Availability>;

/** What connects a facility; `none` is known not to be connected. */
export const connections = ['none', 'fibre', 'cellular', 'satellite', 'radio', 'other'] as const;
export const Connection = z.enum(connections);
export type Connection = z.infer<typeof Connection>;

export const Operator = z.object({
  id: z.string(),
  name: z.string(),
  /** Operators that serve the province: a blankspot needs all of them known to be absent. */
  isMobile: z.boolean(),
});
export type Operator = z.infer<typeof Operator>;

/** RSRP that a phone can show, dBm (domain, section 3). */
export const rsrpRangeDbm = [-140, -43] as const;

/** What is there of one operator. Strength is asked for wherever there is a signal. */
export const Statement = z
  .object({
    operatorId: z.string().min(1).max(40),
    technology: Technology,
    strength: Strength.nullable(),
    /** There usually is a signal, and now there is none; only with technology `none`. */
    isOutage: z.boolean().default(false),
    /** Of a 4G or 5G cell. */
    rsrpDbm: z.number().min(rsrpRangeDbm[0]).max(rsrpRangeDbm[1]).nullable().default(null),
    downloadMbps: z.number().min(0).max(10_000).nullable().default(null),
    uploadMbps: z.number().min(0).max(10_000).nullable().default(null),
  })
  .superRefine((statement, context) => {
    const refuse = (field: string, code: string) =>
      context.addIssue({ code: 'custom', path: [field], message: code, params: { code } });
    const { technology, strength, isOutage, rsrpDbm, downloadMbps, uploadMbps } = statement;
    const hasSignal = technology !== 'none';
    if (hasSignal !== (strength !== null)) refuse('strength', 'strength_mismatch');
    if (isOutage && hasSignal) refuse('isOutage', 'outage_with_signal');
    if (rsrpDbm !== null && technology !== '4g' && technology !== '5g')
      refuse('rsrpDbm', 'rsrp_without_4g');
    if (!hasSignal && downloadMbps !== null) refuse('downloadMbps', 'speed_without_signal');
    if (!hasSignal && uploadMbps !== null) refuse('uploadMbps', 'speed_without_signal');
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

/** A position worse than this, metres, is refused for a measurement and kept for a report. */
export const poorAccuracyM = 50;

/** The fields of a report; ReportInput adds what they must satisfy together. */
const ReportFields = z.object({
  villageCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.[1-3]\d{3}$/),
  kind: ReportKind.default('report'),
  /** The locality it is about; null for the village as a whole. */
  localityId: z.uuid().nullable().default(null),
  /** A locality that is not in the list, as it was written; '' where there is none. */
  localityName: z.string().trim().max(120).default(''),
  /** The school, health post or office it is about. */
  facilityId: z.uuid().nullable().default(null),
  /** What connects that facility. */
  connection: Connection.nullable().default(null),
  position: ReportPosition.nullable(),
  /** How the position came about; null where there is none. */
  positionSource: z.enum(['map', 'typed', 'device']).nullable(),
  /** Radius of 68 % confidence of the device's position, metres. */
  accuracyM: z.number().min(0).max(100_000).nullable(),
  observedOn: z.iso.date(),
  environment: Environment.nullable().default(null),
  availability: Availability.nullable().default(null),
  /** The offices that took part in a joint measurement, by name. */
  participants: z.array(z.string().trim().min(1).max(120)).max(12).default([]),
  statements: z
    .array(Statement)
    .max(20)
    .refine((list) => new Set(list.map((s) => s.operatorId)).size === list.length, {
      message: 'an operator stands twice',
      params: { code: 'operator_twice' },
    }),
  note: z.string().trim().max(noteMaxLength),
});

/** Nothing said at all; told beside what is wrong with other fields, as a form wants it. */
const saysNothing = {
  path: ['statements'],
  params: { code: 'too_short' },
  when: ({ value }: { value: unknown }) =>
    typeof value === 'object' && value !== null && 'statements' in value,
};

/** What the form sends; the id is made by the client, so that a retry never makes a second one. */
export const ReportInput = ReportFields.refine(
  ({ statements, connection }) => statements?.length !== 0 || (connection ?? null) !== null,
  saysNothing,
).superRefine((input, context) => {
  const refuse = (field: string, code: string) =>
    context.addIssue({ code: 'custom', path: [field], message: code, params: { code } });
  const { kind, position, accuracyM, participants, facilityId, connection } = input;
  if (connection !== null && facilityId === null)
    refuse('connection', 'connection_without_facility');
  if (kind === 'joint_measurement' && participants.length < 2)
    refuse('participants', 'participants_missing');
  if (kind !== 'joint_measurement' && participants.length > 0)
    refuse('participants', 'participants_without_joint');
  if (kind === 'report') return;
  if (position === null) refuse('position', 'measurement_without_position');
  if (accuracyM !== null && accuracyM > poorAccuracyM)
    refuse('accuracyM', 'measurement_too_imprecise');
});
export type ReportInput = z.infer<typeof ReportInput>;

/** `signal_app`: a screenshot of an app that shows the signal. */
export const PhotoKind = z.enum(['photo', 'signal_app']);
export type PhotoKind = z.infer<typeof PhotoKind>;

export const maxPhotoBytes = 15_000_000;
export const maxPhotosOfReport = 12;

/** What the device tells of a photo before it sends the bytes. */
export const PhotoDeclared = z.object({
  kind: PhotoKind,
  /** The operator whose signal it shows. */
  operatorId: z.string().min(1).max(40).nullable(),
  bytes: z.int().min(1).max(maxPhotoBytes),
  /** Of those bytes, lower-case hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Metres from the EXIF position to the report's, told before the device strips EXIF. */
  exifDistanceM: z.number().min(0).max(20_100_000).nullable(),
});
export type PhotoDeclared = z.infer<typeof PhotoDeclared>;

/** How far a photo has come: parts are numbered from 0, all `partBytes` long but the last. */
export const PhotoProgress = z.object({
  id: z.uuid(),
  state: z.enum(['receiving', 'stored']),
  partBytes: z.int(),
  parts: z.int(),
  received: z.array(z.int()),
});
export type PhotoProgress = z.infer<typeof PhotoProgress>;

/** A stored photo: at /api/photos/{id}, small at /api/photos/{id}/thumb. */
export const Photo = z.object({
  id: z.uuid(),
  reportId: z.uuid(),
  kind: PhotoKind,
  operatorId: z.string().nullable(),
  widthPx: z.int(),
  heightPx: z.int(),
  bytes: z.int(),
  /** Metres from where the camera says it was to the report's position; null: nobody knows. */
  exifDistanceM: z.number().nullable(),
  /** Taken more than a kilometre away. */
  isFarFromReport: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Photo = z.infer<typeof Photo>;

export const Report = ReportFields.extend({
  id: z.uuid(),
  state: ReportState,
  /** A question of the verifier that waits for the reporter's answer; null where there is none. */
  askedAt: z.iso.datetime().nullable(),
  /** The report that this one repeats. */
  duplicateOf: z.uuid().nullable(),
  isSample: z.boolean(),
  authorName: z.string(),
  officeName: z.string(),
  /** True when the one who asks wrote it, or may edit it for the office or the regency. */
  mayEdit: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Those that have arrived whole, in the order in which they were sent. */
  photos: z.array(Photo),
  /** Who changed it last, for the note to the one who comes second. */
  updatedByName: z.string(),
  version: z.int(),
});
export type Report = z.infer<typeof Report>;

export const eventActions = [
  'verified',
  'rejected',
  'duplicate',
  'asked',
  'answered',
  'reopened',
  'resolved',
] as const;

/** One step of what became of a report: who, when and why. */
export const ReportEvent = z.object({
  at: z.iso.datetime(),
  action: z.enum(eventActions),
  byName: z.string(),
  officeName: z.string(),
  reason: z.string(),
});
export type ReportEvent = z.infer<typeof ReportEvent>;

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
