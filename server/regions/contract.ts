// What goes over the wire about places: codes, search results, details, villages, map settings.
import { z } from 'zod';

export const levels = ['province', 'regency', 'district', 'village'] as const;
export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;

/** Kemendagri code, dotted text: 13, 13.01, 13.01.01, 13.01.01.2001. Never a number. */
export const RegionCode = z
  .string()
  .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.[1-3]\d{3})?)?)?$/)
  .meta({ description: 'Kemendagri code, dotted', example: '13.01.01.2001' });
export type RegionCode = z.infer<typeof RegionCode>;

export const VillageCode = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}\.[1-3]\d{3}$/)
  .meta({ description: 'Kemendagri village code', example: '13.01.01.2001' });

/** [lng, lat], WGS 84. */
export const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type Position = z.infer<typeof Position>;

/** [west, south, east, north], WGS 84 degrees. */
export const Bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Bounds = z.infer<typeof Bounds>;

/** How a place's point was found: by its own code, by name inside its parent, or its parent's point. */
export const PointSource = z.enum(['exact', 'name', 'parent']);
export type PointSource = z.infer<typeof PointSource>;

export const RegionName = z.object({
  code: RegionCode,
  level: Level,
  /** The official word as data: kabupaten, kota, nagari, desa, kelurahan, … */
  kind: z.string(),
  name: z.string(),
});
export type RegionName = z.infer<typeof RegionName>;

/** One hit of the search box; `path` runs from the district up to the province. */
export const SearchHit = RegionName.extend({
  path: z.array(RegionName),
  position: Position,
  bounds: Bounds.nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const BoundaryInfo = z.object({
  kind: z.enum(['official', 'approximate']),
  source: z.string(),
  licence: z.string().nullable(),
  /** ISO date of the source, null when the file does not say. */
  datedOn: z.string().nullable(),
});
export type BoundaryInfo = z.infer<typeof BoundaryInfo>;

export const Region = SearchHit.extend({
  elevationM: z.number().int().nullable(),
  postalCode: z.string().nullable(),
  pointSource: PointSource,
  boundary: BoundaryInfo.nullable(),
  villageCount: z.number().int(),
});
export type Region = z.infer<typeof Region>;

/** A row of the list: everything the map shows of a village, for keyboard and screen reader. */
export const VillageRow = z.object({
  code: RegionCode,
  kind: z.string(),
  name: z.string(),
  districtName: z.string(),
  regencyName: z.string(),
});
export type VillageRow = z.infer<typeof VillageRow>;

/** An https address with {z}, {x} and {y} after its host. */
function isTileTemplate(text: string): boolean {
  const hasAll = ['{z}', '{x}', '{y}'].every((part) => text.includes(part));
  const isAddress = /^https:\/\/[\w.-]+(:\d+)?\/\S*$/.test(text);
  return hasAll && isAddress && URL.canParse(text.replaceAll(/[{}]/g, ''));
}

export const Basemap = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('builtin') }),
  /** A file name under DATA_DIR/basemap, served by this server with byte ranges. */
  z.object({
    kind: z.literal('pmtiles'),
    file: z.string().regex(/^[\w.-]{1,100}\.pmtiles$/),
    attribution: z.string().max(300),
  }),
  /** An XYZ raster of an online server, e.g. https://tile.example/{z}/{x}/{y}.png */
  z.object({
    kind: z.literal('raster'),
    urlTemplate: z
      .string()
      .max(500)
      .refine(isTileTemplate, { params: { code: 'wrong_format' } }),
    attribution: z.string().max(300),
  }),
]);
export type Basemap = z.infer<typeof Basemap>;

/** The foreign origin that a page must be allowed to load images from for this basemap, or null. */
export function basemapOrigin(basemap: Basemap): string | null {
  if (basemap.kind !== 'raster') return null;
  return new URL(basemap.urlTemplate.replaceAll(/[{}]/g, '')).origin;
}

/** What the map needs before its first tile. */
export const MapInfo = z.object({
  /** The province the server was started for; null when it holds the whole country. */
  province: RegionName.nullable(),
  bounds: Bounds,
  villageCount: z.number().int(),
  /** Villages with an official boundary. */
  officialCount: z.number().int(),
  boundaryVersion: z.string(),
  /** /tiles/<version>/{z}/{x}/{y}.mvt with layers land, province, regency, district, village, label. */
  tileUrl: z.string(),
  /** Addresses of the tiles that fill the first screen, so that they come while the map starts. */
  firstTiles: z.array(z.string()),
  /** The zooms at which each layer is present in the tiles; above maxZoom tiles are overzoomed. */
  zooms: z.object({
    maxZoom: z.number().int(),
    regency: z.number().int(),
    district: z.number().int(),
    village: z.number().int(),
  }),
  basemap: Basemap,
  attribution: z.array(z.string()),
});
export type MapInfo = z.infer<typeof MapInfo>;

/** A kabupaten or kota: what a device keeps for use without a connection. */
export const RegencyCode = z
  .string()
  .regex(/^\d{2}\.\d{2}$/)
  .meta({ description: 'Kemendagri code of a kabupaten or kota', example: '13.01' });

/** How much there is to keep of a regency; told before a person decides to keep it. */
export const PackSize = z.object({
  boundaryVersion: z.string(),
  tiles: z.int(),
  /** Of all tiles as they travel, gzipped. */
  bytes: z.int(),
});
export type PackSize = z.infer<typeof PackSize>;

/** A locality as a device keeps it: enough to choose it in a form. */
export const KeptLocality = z.object({
  id: z.uuid(),
  villageCode: VillageCode,
  kind: z.string(),
  name: z.string(),
});
export type KeptLocality = z.infer<typeof KeptLocality>;

/** A regency for use without a connection: its tiles' addresses and its places. */
export const Pack = PackSize.extend({
  code: RegencyCode,
  /** Addresses of the tiles, coarse ones first; those of the province's view are among them. */
  tileUrls: z.array(z.string()),
  /** The province, the regency, its districts and villages, by code. */
  places: z.array(Region),
  /** By village and name. */
  localities: z.array(KeptLocality),
});
export type Pack = z.infer<typeof Pack>;

/** The number under which a place stands in tiles: its code without dots. */
export function regionId(code: string): number {
  return Number(code.replaceAll('.', ''));
}

const widths = [2, 4, 6, 10];

/** The dotted code of a tile's feature id; throws RangeError on a number that is no code. */
export function codeOfRegionId(id: number): string {
  const digits = String(id);
  if (!widths.includes(digits.length)) throw new RangeError(`no region id: ${id}`);
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)];
  return parts.filter((part) => part !== '').join('.');
}
