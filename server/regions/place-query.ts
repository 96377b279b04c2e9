// What part of the map a list is asked for: an area by its code, or the bounds of a view.
import { z } from 'zod';
import { RegionCode, type Bounds } from './contract.ts';

/** `west,south,east,north` in degrees. */
const BoundsText = z
  .string()
  .max(120)
  .transform((text, context): Bounds => {
    const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
    const [west = NaN, south = NaN, east = NaN, north = NaN] = parts;
    const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
    if (parts.length === 4 && isOnEarth && west <= east && south <= north)
      return [west, south, east, north];
    context.addIssue({ code: 'custom', params: { code: 'wrong_format' } });
    return z.NEVER;
  })
  .meta({ description: 'west,south,east,north in degrees', example: '100,-1,100.5,-0.5' });

/** Exactly one of the two. */
export const PlaceQuery = z
  .object({ area: RegionCode.optional(), bounds: BoundsText.optional() })
  .refine(({ area, bounds }) => (area === undefined) !== (bounds === undefined), {
    path: ['area'],
    params: { code: 'area_or_bounds' },
  });
export type PlaceQuery = z.infer<typeof PlaceQuery>;

/** So many a list holds: of an area to read, of a view to draw. */
const listed = { area: 5000, bounds: 2000 } as const;

/**
 * The places asked for, and whether there are more. `ofArea` and `within` list at most so many as
 * they are told, which is one more than the answer holds.
 */
export function listAsked<T>(
  query: PlaceQuery,
  ofArea: (code: string, limit: number) => T[],
  within: (bounds: Bounds, limit: number) => T[],
): { places: T[]; truncated: boolean } {
  const { area, bounds } = query;
  const most = bounds ? listed.bounds : listed.area;
  const found = bounds ? within(bounds, most + 1) : ofArea(area ?? 'ID', most + 1);
  return { places: found.slice(0, most), truncated: found.length > most };
}
