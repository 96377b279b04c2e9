// What the map draws of coverage: how a layer is named in addresses, measured points, uncovered places.
import { z } from 'zod';
import { allOperators, cellTechnologies, LayerKey, SitePosition } from './contract.ts';

/** A layer in one word, as the tiles' address and the web's address name it: `computed.on_air.all.4g`. */
export function formatLayerName({ basis, phase, operatorId, technology }: LayerKey): string {
  return [basis, phase, operatorId === allOperators ? 'all' : operatorId, technology].join('.');
}

/** The inverse of formatLayerName; null when the text names no layer that there could be. */
export function parseLayerName(text: string): LayerKey | null {
  const [basis, phase, operator = '', technology, ...rest] = text.split('.');
  if (rest.length > 0 || !/^[a-z0-9_-]{1,40}$/.test(operator)) return null;
  const operatorId = operator === 'all' ? allOperators : operator;
  const key = LayerKey.safeParse({ basis, phase, operatorId, technology });
  return key.success ? key.data : null;
}

/** Tiles of a past day are made from this zoom on: farther out too many footprints lie in one. */
export const datedTilesFromZoom = 5;

/** How many points of one kind are drawn over the map at once. */
export const pointsMaximum = 2000;

export const measuredStatuses = ['served', 'weak', '2g_only', 'blankspot', 'outage'] as const;

/** What people found at a point: a verified report or measurement, shown above what is modelled. */
export const MeasuredPoint = z.object({
  /** The report's. */
  id: z.uuid(),
  kind: z.enum(['report', 'measurement', 'joint_measurement']),
  villageCode: z.string(),
  position: SitePosition,
  observedOn: z.iso.date(),
  statements: z.array(
    z.object({
      operatorId: z.string(),
      technology: z.enum(['none', ...cellTechnologies]),
      strength: z.string().nullable(),
      rsrpDbm: z.number().nullable(),
      /** What the statement alone makes of the operator there. */
      status: z.enum(measuredStatuses),
    }),
  ),
});
export type MeasuredPoint = z.infer<typeof MeasuredPoint>;

export const MeasuredPoints = z.object({
  /** The newest first. */
  points: z.array(MeasuredPoint),
  truncated: z.boolean(),
});
export type MeasuredPoints = z.infer<typeof MeasuredPoints>;

/** A settlement that no on-air layer of 4G or better reaches: a locality, or a village without known ones. */
export const UncoveredPlace = z.object({
  /** The locality's; null: the village as a whole. */
  localityId: z.uuid().nullable(),
  villageCode: z.string(),
  kind: z.string(),
  name: z.string(),
  position: SitePosition,
});
export type UncoveredPlace = z.infer<typeof UncoveredPlace>;

export const UncoveredPlaces = z.object({
  places: z.array(UncoveredPlace),
  truncated: z.boolean(),
});
export type UncoveredPlaces = z.infer<typeof UncoveredPlaces>;
