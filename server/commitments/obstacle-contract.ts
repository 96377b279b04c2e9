// What goes over the wire about what cannot be done yet, and who would have to lift it.
import { z } from 'zod';
import {
  NamedPlace,
  Note,
  noteMaxLength,
  OperatorId,
  PlaceRef,
  PlanDay,
  Reason,
} from './contract.ts';

/** An obstacle: what cannot be done yet at a place, and who would have to lift what. */
const ObstacleFields = z.object({
  place: PlaceRef,
  /** Whose plans it holds up; null: everybody's. */
  operatorId: OperatorId.nullable(),
  commitmentId: z.uuid().nullable(),
  reason: Reason,
  description: z.string().trim().min(3).max(noteMaxLength),
  /** Who would have to lift it: an office, in words. */
  lifter: z.string().trim().min(2).max(160),
  sinceOn: PlanDay,
  nextLookOn: PlanDay,
});
export const ObstacleInput = ObstacleFields.strict();
export type ObstacleInput = z.infer<typeof ObstacleInput>;

/** Somebody looked: it is lifted since a day, or is looked at again on another. */
export const ObstacleLook = z.union([
  z.strictObject({ note: Note.min(3), nextLookOn: PlanDay }),
  z.strictObject({ note: Note.min(3), liftedOn: PlanDay }),
]);
export type ObstacleLook = z.infer<typeof ObstacleLook>;

export const Obstacle = ObstacleFields.omit({ place: true }).extend({
  id: z.uuid(),
  place: NamedPlace,
  operatorName: z.string().nullable(),
  liftedOn: z.iso.date().nullable(),
  /** Nobody has looked at it by the day that was set. */
  isDue: z.boolean(),
  createdAt: z.iso.datetime(),
  createdByName: z.string(),
  officeName: z.string(),
  /** Newest first. */
  looks: z.array(
    z.object({
      at: z.iso.datetime(),
      byName: z.string(),
      note: z.string(),
      nextLookOn: z.iso.date().nullable(),
      liftedOn: z.iso.date().nullable(),
    }),
  ),
  version: z.int(),
  mayLook: z.boolean(),
});
export type Obstacle = z.infer<typeof Obstacle>;
