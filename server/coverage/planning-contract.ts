// What goes over the wire about towers that do not stand yet: what one would change, where one would
// help most, and what the terrain says.
import { z } from 'zod';
import { CellShape, CellTechnology, SitePosition } from './contract.ts';

/** A tower that somebody thinks of. */
export const Candidate = CellShape.extend({
  position: SitePosition,
  /** Whose it would be; null: nobody's in particular. */
  operatorId: z.string().max(40).nullable(),
  /** Cut by what the antenna cannot see, where there are elevation rasters. */
  cutsByTerrain: z.boolean().default(false),
  /** A stored site that this tower is taken from: its own plan is nobody's overlap. */
  exceptSiteId: z.uuid().nullable().default(null),
});
export type Candidate = z.infer<typeof Candidate>;

/** What of one village the tower would newly reach. */
export const GainVillage = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  districtName: z.string(),
  /** 0–1 of its area: inside the footprint, and of that what nobody covers today. */
  reachedFraction: z.number(),
  newFraction: z.number(),
  localitiesNew: z.int(),
  /** Null where nobody knows who lives there. */
  peopleNew: z.int().nullable(),
  householdsNew: z.int().nullable(),
  /** Reports, measurements or statistics say that it is without; false: only the model does. */
  isKnown: z.boolean(),
  position: SitePosition,
});
export type GainVillage = z.infer<typeof GainVillage>;

export const Overlap = z.object({
  operatorId: z.string(),
  operatorName: z.string(),
  /** 0–1 of the candidate's footprint: what has this technology or better there. */
  onAirFraction: z.number(),
  /** Null: another operator's plans are not for the one who asks. */
  plannedFraction: z.number().nullable(),
});
export type Overlap = z.infer<typeof Overlap>;

/** Of the newly reached: what reports, measurements or statistics say is without; the rest is modelled. */
export const GainKnown = z.object({
  villages: z.int(),
  localities: z.int(),
  people: z.int(),
  households: z.int(),
});
export type GainKnown = z.infer<typeof GainKnown>;

/** So many villages are listed one by one; the sums are of all of them. */
export const gainVillagesMax = 300;

/** Newly reached: without a signal of this technology or better today, and inside the footprint. */
export const Gain = z.object({
  technology: CellTechnology,
  /** MultiPolygon coordinates, [lng, lat]. */
  footprint: z.array(z.array(z.array(SitePosition))),
  radiusM: z.number(),
  /** The radius is by the settings. */
  isEstimate: z.boolean(),
  /** Elevation was considered; false: there is none, or it was not asked for. */
  isCutByTerrain: z.boolean(),
  areaKm2: z.number(),
  /** Of it, inside villages and without a signal today. */
  newAreaKm2: z.number(),
  villagesNew: z.int(),
  localitiesNew: z.int(),
  peopleNew: z.int(),
  householdsNew: z.int(),
  /** Newly reached villages of which nobody knows who lives there: they add nothing to the people. */
  villagesWithoutPeople: z.int(),
  /** People counted by the area of their village, because their localities are not known. */
  peopleByArea: z.int(),
  known: GainKnown,
  /** Most people first. */
  villages: z.array(GainVillage),
  overlaps: z.array(Overlap),
});
export type Gain = z.infer<typeof Gain>;

export const candidateSources = ['village', 'locality', 'high_ground'] as const;

export const BestRequest = z.strictObject({
  regencyCode: z.string().regex(/^\d{2}\.\d{2}$/),
  /** So many towers, one after the other. */
  count: z.int().min(1).max(20),
  technology: CellTechnology,
  bandMhz: z.int().min(300).max(60_000).nullable(),
  radiusM: z.number().min(50).max(60_000).nullable(),
  heightM: z.number().min(1).max(400).nullable(),
  cutsByTerrain: z.boolean().default(false),
});
export type BestRequest = z.infer<typeof BestRequest>;

/** What the positions are chosen by: people where they are known everywhere, else places. */
export const bestWeights = ['population', 'households', 'places'] as const;

export const Best = z.object({
  weight: z.enum(bestWeights),
  radiusM: z.number(),
  isEstimate: z.boolean(),
  isCutByTerrain: z.boolean(),
  /** Without signal today: places, and their weight. */
  placesWithout: z.int(),
  weightWithout: z.number(),
  /** Best first; each adds what those before it left. */
  steps: z.array(
    z.object({
      position: SitePosition,
      source: z.enum(candidateSources),
      /** The village or locality at which it stands: the local word, and its name. */
      kind: z.string(),
      name: z.string(),
      villageCode: z.string(),
      elevationM: z.number().nullable(),
      placesNew: z.int(),
      weightNew: z.number(),
      /** 0–1 of what was without at the beginning, with this and those before it. */
      reachedFraction: z.number(),
    }),
  ),
});
export type Best = z.infer<typeof Best>;

export const ProfileRequest = z.strictObject({
  from: SitePosition,
  to: SitePosition,
  /** Above the ground; null: by the settings. */
  antennaHeightM: z.number().min(1).max(400).nullable(),
  frequencyMhz: z.number().min(300).max(60_000),
});
export type ProfileRequest = z.infer<typeof ProfileRequest>;

export const Profile = z.object({
  distanceM: z.number(),
  antennaHeightM: z.number(),
  receiverHeightM: z.number(),
  frequencyMhz: z.number(),
  /** From the antenna's foot to the place. Heights are metres above the sea, the Earth's curve added. */
  samples: z.array(
    z.object({
      distanceM: z.number(),
      groundM: z.number(),
      /** The straight line between the antennas. */
      lineM: z.number(),
      /** Radius of the first Fresnel zone there. */
      fresnelM: z.number(),
    }),
  ),
  hasLineOfSight: z.boolean(),
  /** 0.6 of the first Fresnel zone is free all along. */
  isFresnelClear: z.boolean(),
  /** Where the line is blocked first; null: nowhere. */
  blockedAt: z
    .object({ distanceM: z.number(), position: SitePosition, byM: z.number() })
    .nullable(),
});
export type Profile = z.infer<typeof Profile>;
