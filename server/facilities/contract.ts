// What goes over the wire about facilities: schools, health posts, offices, and what connects them.
import { z } from 'zod';

export const facilityKinds = [
  'school',
  'health',
  'village_office',
  'district_office',
  'worship',
  'market',
  'other',
] as const;
export const FacilityKind = z.enum(facilityKinds);
export type FacilityKind = z.infer<typeof FacilityKind>;

/** `unknown` is not `none`: nobody has said anything yet. */
export const facilityConnections = [
  'unknown',
  'none',
  'fibre',
  'cellular',
  'satellite',
  'radio',
  'other',
] as const;
export const FacilityConnection = z.enum(facilityConnections);
export type FacilityConnection = z.infer<typeof FacilityConnection>;

const FacilityFields = z.object({
  villageCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.[1-3]\d{3}$/),
  localityId: z.uuid().nullable(),
  kind: FacilityKind,
  name: z.string().trim().min(1).max(160),
  /** [lng, lat], WGS 84; null for one that is known by its name only. */
  position: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).nullable(),
  /** As its owner's list says. */
  connection: FacilityConnection,
  /** The day of which that is said; null while it is unknown. */
  connectionOn: z.iso.date().nullable(),
  source: z.string().trim().min(1).max(200),
});

export const FacilityInput = FacilityFields.superRefine(({ connection, connectionOn }, context) => {
  const isUnknown = connection === 'unknown';
  if (isUnknown === (connectionOn === null)) return;
  const code = isUnknown ? 'connection_date_without_connection' : 'connection_date_missing';
  context.addIssue({ code: 'custom', path: ['connectionOn'], message: code, params: { code } });
});
export type FacilityInput = z.infer<typeof FacilityInput>;

/** The connection that counts: the newest of what is recorded and what verified reports say. */
export const CountedConnection = z.object({
  connection: FacilityConnection,
  on: z.iso.date().nullable(),
  /** What it rests on; null while it is unknown. */
  basis: z.enum(['recorded', 'report']).nullable(),
  reportId: z.uuid().nullable(),
});
export type CountedConnection = z.infer<typeof CountedConnection>;

/** What the newest unverified report says: shown, never counted. */
export const ReportedConnection = z.object({
  connection: FacilityConnection,
  on: z.iso.date(),
  reportId: z.uuid(),
});
export type ReportedConnection = z.infer<typeof ReportedConnection>;

export const Facility = FacilityFields.extend({
  id: z.uuid(),
  counted: CountedConnection,
  /** Null where nothing waits that is newer than what counts. */
  reported: ReportedConnection.nullable(),
  mayEdit: z.boolean(),
  updatedAt: z.iso.datetime(),
  version: z.int(),
});
export type Facility = z.infer<typeof Facility>;

export const FacilityList = z.object({
  facilities: z.array(Facility),
  /** True when there are more than the answer holds. */
  truncated: z.boolean(),
});
export type FacilityList = z.infer<typeof FacilityList>;

/** One thing that was said about a facility's connection. */
export const ConnectionLine = z.object({
  connection: FacilityConnection,
  on: z.iso.date(),
  basis: z.enum(['recorded', 'report']),
  reportId: z.uuid().nullable(),
  verified: z.boolean(),
  /** The list it stands in, or the person who reported. */
  sourceName: z.string(),
  officeName: z.string(),
  /** The one that counts. */
  counts: z.boolean(),
});
export type ConnectionLine = z.infer<typeof ConnectionLine>;

/** A facility with everything that was said about its connection, newest first. */
export const FacilityDetail = z.object({ facility: Facility, history: z.array(ConnectionLine) });
export type FacilityDetail = z.infer<typeof FacilityDetail>;

export const FacilitySaved = z.object({
  facility: Facility,
  /** A point outside the named village's boundary is kept, and said. */
  warnings: z.array(z.enum(['position_outside_village'])),
});
export type FacilitySaved = z.infer<typeof FacilitySaved>;

/** Facilities of an area by kind; unknown is counted as neither connected nor not. */
export const KindCount = z.object({
  kind: FacilityKind,
  total: z.int(),
  connected: z.int(),
  notConnected: z.int(),
  unknown: z.int(),
});
export type KindCount = z.infer<typeof KindCount>;

export const FacilitySummary = z.object({
  code: z.string(),
  /** Kinds of which there are none are left out. */
  kinds: z.array(KindCount),
});
export type FacilitySummary = z.infer<typeof FacilitySummary>;
