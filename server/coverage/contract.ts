// What goes over the wire about coverage: sites, layers, shares, what one tower more would change.
import { z } from 'zod';

export const cellTechnologies = ['2g', '3g', '4g', '5g'] as const;
export const CellTechnology = z.enum(cellTechnologies);
export type CellTechnology = z.infer<typeof CellTechnology>;

export const siteStates = ['planned', 'built', 'on_air', 'off'] as const;
export const SiteState = z.enum(siteStates);
export type SiteState = z.infer<typeof SiteState>;

/** `crowd`: estimated from what phones saw (OpenCelliD). */
export const siteSources = ['operator', 'crowd'] as const;
export const SiteSource = z.enum(siteSources);
export type SiteSource = z.infer<typeof SiteSource>;

/** `computed` from sites, or `filed` as polygons by the operator: both are models, never measurements. */
export const coverageBases = ['computed', 'filed'] as const;
export const CoverageBasis = z.enum(coverageBases);
export type CoverageBasis = z.infer<typeof CoverageBasis>;

export const coveragePhases = ['on_air', 'planned'] as const;
export const CoveragePhase = z.enum(coveragePhases);
export type CoveragePhase = z.infer<typeof CoveragePhase>;

/** The layer of all operators together. */
export const allOperators = '*';

const Lng = z.number().min(-180).max(180);
const Lat = z.number().min(-90).max(90);
/** [lng, lat], WGS 84. */
export const SitePosition = z.tuple([Lng, Lat]);
export type SitePosition = z.infer<typeof SitePosition>;

/** Bounds of what a cell may say of itself; an honest file is far inside them. */
export const cellLimits = {
  bandMhz: { min: 300, max: 60_000 },
  heightM: { min: 1, max: 400 },
  radiusM: { min: 50, max: 60_000 },
} as const;

const limited = ({ min, max }: { min: number; max: number }) => z.number().min(min).max(max);

/** Degrees are clockwise from north; a beamwidth of 360 or null is omni. */
export const CellShape = z.object({
  technology: CellTechnology,
  bandMhz: limited(cellLimits.bandMhz).pipe(z.int()).nullable(),
  heightM: limited(cellLimits.heightM).nullable(),
  azimuthDeg: z.number().min(0).max(360).nullable(),
  beamwidthDeg: z.number().min(1).max(360).nullable(),
  /** Null: by the table of the settings. */
  radiusM: limited(cellLimits.radiusM).nullable(),
});
export type CellShape = z.infer<typeof CellShape>;

export const Cell = CellShape.extend({
  id: z.int(),
  /** Names it within its site. */
  ref: z.string(),
  state: SiteState,
  /** Since when it is on air; of a planned one, by when it is to be. */
  onAirOn: z.iso.date().nullable(),
  /** The radius that is drawn, metres, and whether it is an estimate by the settings. */
  reachM: z.number(),
  isEstimate: z.boolean(),
});
export type Cell = z.infer<typeof Cell>;

export const Site = z.object({
  id: z.uuid(),
  operatorId: z.string(),
  operatorName: z.string(),
  /** The operator's own id, or what stands for it. */
  ref: z.string(),
  name: z.string(),
  position: SitePosition,
  source: SiteSource,
  cells: z.array(Cell),
  /** The file that it came in, if one did. */
  fileName: z.string().nullable(),
  updatedAt: z.iso.datetime(),
  updatedByName: z.string(),
  version: z.int(),
  /** Whether the one who asks may change it. */
  mayEdit: z.boolean(),
});
export type Site = z.infer<typeof Site>;

/** What is drawn of a site on the map. */
export const SitePoint = z.object({
  id: z.uuid(),
  operatorId: z.string(),
  name: z.string(),
  position: SitePosition,
  source: SiteSource,
  /** Best technology among its cells. */
  technology: CellTechnology,
  /** The state of its furthest cell: on_air before built before planned before off. */
  state: SiteState,
});
export type SitePoint = z.infer<typeof SitePoint>;

export const SiteList = z.object({ sites: z.array(SitePoint), truncated: z.boolean() });
export type SiteList = z.infer<typeof SiteList>;

export const CellInput = CellShape.extend({
  ref: z.string().trim().min(1).max(60),
  state: SiteState,
  onAirOn: z.iso.date().nullable(),
});
export type CellInput = z.infer<typeof CellInput>;

/** A site as a person saves it. */
export const SiteInput = z.strictObject({
  operatorId: z.string().max(40),
  ref: z.string().trim().min(1).max(80),
  name: z.string().trim().max(120),
  position: SitePosition,
  cells: z.array(CellInput).min(1).max(60),
});
export type SiteInput = z.infer<typeof SiteInput>;

/** How far a cell reaches where its file does not say it (domain: typical rural reach). */
export const CoverageSettings = z.object({
  /** Where neither technology nor band is in the table. */
  defaultRadiusM: z.number().min(100).max(30_000),
  /** The first line that fits counts; null fits everything. */
  reach: z
    .array(
      z.object({
        technology: CellTechnology.nullable(),
        bandMhz: z.int().min(300).max(60_000).nullable(),
        radiusM: z.number().min(100).max(30_000),
      }),
    )
    .max(40),
  /** From this fraction of it on, a village without known localities is taken as covered. */
  villageFraction: z.number().min(0.05).max(1),
  /** Whether footprints are cut by what the antenna cannot see; needs elevation rasters. */
  cutsByTerrain: z.boolean(),
  /** Above the ground, where the file does not say it. */
  antennaHeightM: z.number().min(2).max(200),
  receiverHeightM: z.number().min(0.5).max(20),
});
export type CoverageSettings = z.infer<typeof CoverageSettings>;

export const DatedCoverageSettings = z.object({
  settings: CoverageSettings,
  /** Since when they hold; null while the defaults do. */
  changedAt: z.iso.datetime().nullable(),
  changedByName: z.string().nullable(),
});
export type DatedCoverageSettings = z.infer<typeof DatedCoverageSettings>;

/** What sets one layer apart from the others. */
export const LayerKey = z.object({
  basis: CoverageBasis,
  phase: CoveragePhase,
  /** An operator's id, or allOperators. */
  operatorId: z.string(),
  technology: CellTechnology,
});
export type LayerKey = z.infer<typeof LayerKey>;

export const CoverageLayer = LayerKey.extend({
  /** Footprints that stand; of all operators together, theirs. */
  footprints: z.int(),
  areaKm2: z.number(),
  /** The newest filing of a filed layer; null for computed ones. */
  filedOn: z.iso.date().nullable(),
  /** The last change of the sites that a computed layer rests on; null for filed ones. */
  sitesOn: z.iso.date().nullable(),
});
export type CoverageLayer = z.infer<typeof CoverageLayer>;

/** Statuses are derived with the shares of their village, in one step. */
export const coverageSteps = ['footprints', 'blocks', 'villages'] as const;

/** The work of making footprints, unions and shares again. */
export const CoverageJob = z.object({
  isRunning: z.boolean(),
  step: z.enum(coverageSteps).nullable(),
  /** Of this step: how much is done of how much. */
  done: z.int(),
  total: z.int(),
  startedAt: z.iso.datetime().nullable(),
  /** Whether changes wait: after a cancel, or a failure. */
  isBehind: z.boolean(),
  /** The last run failed; null when it did not. */
  failure: z.string().nullable(),
});
export type CoverageJob = z.infer<typeof CoverageJob>;

/** Elevation rasters of the admin. */
export const Terrain = z.object({
  /** False: terrain is not considered anywhere. */
  isAvailable: z.boolean(),
  files: z.array(
    z.object({
      name: z.string(),
      /** [west, south, east, north]; null when the file cannot be used. */
      bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
      resolutionM: z.number().nullable(),
      /** Stable code of why it cannot be used. */
      problem: z.string().nullable(),
    }),
  ),
});
export type Terrain = z.infer<typeof Terrain>;

export const CoverageOverview = z.object({
  /** Moves with every finished run; part of the tiles' address. */
  version: z.string(),
  /** Only those that the one who asks may see. */
  layers: z.array(CoverageLayer),
  siteCount: z.int(),
  job: CoverageJob,
  cutsByTerrain: z.boolean(),
});
export type CoverageOverview = z.infer<typeof CoverageOverview>;

export const populationBases = ['localities', 'area'] as const;

/** One layer's share of one village. Fractions are 0–1. */
export const VillageShare = LayerKey.extend({
  areaFraction: z.number(),
  /** Of the localities whose position is known. */
  localities: z.int(),
  localitiesCovered: z.int(),
  /** Null where nobody knows who lives there. */
  populationFraction: z.number().nullable(),
  populationBasis: z.enum(populationBases).nullable(),
});
export type VillageShare = z.infer<typeof VillageShare>;

/** What layers cover of one village. A layer that is not listed covers nothing of it. */
export const VillageCoverage = z.object({
  code: z.string(),
  shares: z.array(VillageShare),
  /** Localities with a position that no on-air layer of 4G or better covers. */
  uncovered: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string() })),
});
export type VillageCoverage = z.infer<typeof VillageCoverage>;

/** Sums of an area for one layer. */
export const AreaCoverage = LayerKey.extend({
  /** Villages of the area, and of them covered to at least the settings' fraction, and partly. */
  villages: z.int(),
  villagesCovered: z.int(),
  villagesPartly: z.int(),
  localities: z.int(),
  localitiesCovered: z.int(),
  /** Of villages whose people are known: all of them, and those who are covered. */
  population: z.int(),
  populationCovered: z.number(),
  /** Villages whose people nobody knows; they are in neither figure. */
  villagesWithoutPeople: z.int(),
});
export type AreaCoverage = z.infer<typeof AreaCoverage>;

/** Places below an area with what one layer covers of each. */
export const CoverageRow = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  districtName: z.string(),
  regencyName: z.string(),
  areaFraction: z.number(),
  localities: z.int(),
  localitiesCovered: z.int(),
  population: z.int().nullable(),
  populationFraction: z.number().nullable(),
  populationBasis: z.enum(populationBases).nullable(),
});
export type CoverageRow = z.infer<typeof CoverageRow>;

export const CoverageRows = z.object({
  rows: z.array(CoverageRow),
  total: z.int(),
  /** Rows after these; null when nothing is left. */
  next: z.int().nullable(),
});
export type CoverageRows = z.infer<typeof CoverageRows>;
