// What goes over the wire about localities: jorong, korong, dusun, kampung, RW below a village.
import { z } from 'zod';
import { NewestPeople } from '../people/contract.ts';
import { PlaceStatus } from '../status/contract.ts';
import { Position, VillageCode } from './contract.ts';

/** The local word, lower case. A free one: provinces have more of them than a list would hold. */
export const LocalityKind = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(30)
  .regex(/^[\p{L}][\p{L} .'-]*$/u)
  .meta({ description: 'The local word', example: 'jorong' });

export const LocalityName = z.string().trim().min(1).max(120);

export const LocalityInput = z.object({
  villageCode: VillageCode,
  kind: LocalityKind,
  name: LocalityName,
  /** Null for one that is known by its name only. */
  position: Position.nullable(),
  source: z.string().trim().min(1).max(200),
});
export type LocalityInput = z.infer<typeof LocalityInput>;

export const Locality = LocalityInput.extend({
  id: z.uuid(),
  people: NewestPeople,
  status: PlaceStatus,
  /** False when the status is only reported: shown, never counted. */
  confirmed: z.boolean(),
  /** The evidence is older than the evidence age of the settings. */
  stale: z.boolean(),
  /** Rests on models alone: nobody has measured or reported it. */
  modelled: z.boolean(),
  mayEdit: z.boolean(),
  updatedAt: z.iso.datetime(),
  version: z.int(),
});
export type Locality = z.infer<typeof Locality>;

export const LocalityList = z.object({
  localities: z.array(Locality),
  /** True when there are more than the answer holds. */
  truncated: z.boolean(),
});
export type LocalityList = z.infer<typeof LocalityList>;

/** A point outside the named village's boundary is kept, and said. */
export const PlaceWarning = z.enum(['position_outside_village']);
export type PlaceWarning = z.infer<typeof PlaceWarning>;

export const LocalitySaved = z.object({ locality: Locality, warnings: z.array(PlaceWarning) });
export type LocalitySaved = z.infer<typeof LocalitySaved>;

/** What hangs on a locality; it is removed only when all of them are 0. */
export const LocalityUses = z.object({
  reports: z.int(),
  facilities: z.int(),
  /** Rows of people figures. */
  people: z.int(),
});
export type LocalityUses = z.infer<typeof LocalityUses>;

/** Which locality a report means: a known one, or one that becomes known by it. */
export const LocalityChoice = z.union([
  z.strictObject({ localityId: z.uuid() }),
  z.strictObject({ kind: LocalityKind, name: LocalityName }),
]);
export type LocalityChoice = z.infer<typeof LocalityChoice>;
