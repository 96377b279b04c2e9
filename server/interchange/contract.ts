// What goes over the wire about tables that are brought in: the file, its columns, its rows, what is
// doubtful about them, and what became of them.
import { z } from 'zod';

export const importKinds = [
  'reports',
  'localities',
  'people',
  'facilities',
  'statistics',
  'codes',
  'sites',
  'coverage',
  'plans',
] as const;
export const ImportKindName = z.enum(importKinds);
export type ImportKindName = z.infer<typeof ImportKindName>;

/** What is on the map of coverage as soon as it is stored. */
export const coverageKinds: readonly ImportKindName[] = ['sites', 'coverage'];
/** What an operator's liaison brings in, of its own operator; staff may too, regencies may not. */
export const operatorKinds: readonly ImportKindName[] = [...coverageKinds, 'plans'];

/** What an account may bring in by its role; one place for the routes and the screens. */
export function importKindsOf(role: string): readonly ImportKindName[] {
  if (role === 'admin' || role === 'staff') return importKinds;
  if (role === 'liaison') return operatorKinds;
  return role === 'regency' ? importKinds.filter((kind) => !operatorKinds.includes(kind)) : [];
}

/** A file longer than this is refused, as the table reader does. */
export const importMaxBytes = 20_000_000;
/** So many rows a page holds. */
export const importPageSize = 100;

/** `same` says what is stored already, or what another row of the file says. */
export const importParts = ['certain', 'doubtful', 'wrong', 'same'] as const;
export const ImportPart = z.enum(importParts);
export type ImportPart = z.infer<typeof ImportPart>;

export const ImportState = z.enum(['preview', 'stored', 'discarded']);
export type ImportState = z.infer<typeof ImportState>;

export const ImportCounts = z.object({
  certain: z.int(),
  /** Those that still wait for a person. */
  doubtful: z.int(),
  /** Doubtful ones that a person left out. */
  skipped: z.int(),
  wrong: z.int(),
  same: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** What became of the rows when they were stored. */
export const ImportOutcome = z.object({
  inserted: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  wrong: z.int(),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const ImportSummary = z.object({
  id: z.uuid(),
  kind: ImportKindName,
  fileName: z.string(),
  bytes: z.int(),
  state: ImportState,
  source: z.string(),
  createdAt: z.iso.datetime(),
  createdByName: z.string(),
  officeName: z.string(),
  storedAt: z.iso.datetime().nullable(),
  storedByName: z.string().nullable(),
  /** Null until it is stored. */
  outcome: ImportOutcome.nullable(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** What each column is: key → index of the file's column, from 0. */
export const ImportMapping = z.record(z.string().max(80), z.int().min(0).max(199));
export type ImportMapping = z.infer<typeof ImportMapping>;

/** One thing that a kind of table can hold. */
export const WantedColumn = z.object({
  key: z.string(),
  /** The header under which it is written. */
  header: z.string(),
});
export type WantedColumn = z.infer<typeof WantedColumn>;

/**
 * What may be said of a whole file. `complete`: where the file shows no coverage of the operator, in the
 * regency or else in all that is loaded, there is none.
 */
export const ImportSetting = z.enum([
  'source',
  'datedOn',
  'year',
  'regency',
  'operator',
  'technology',
  'siteState',
  'complete',
]);
export type ImportSetting = z.infer<typeof ImportSetting>;

/** As the room of coverage has them. */
export const FiledTechnology = z.enum(['2g', '3g', '4g', '5g']);
export const FiledState = z.enum(['planned', 'built', 'on_air', 'off']);

export const ImportDetail = ImportSummary.extend({
  version: z.int(),
  sheets: z.array(z.object({ name: z.string().nullable(), rows: z.int() })),
  sheet: z.int(),
  /** The file's columns with up to three samples, and what each is taken for. */
  columns: z.array(
    z.object({ header: z.string(), samples: z.array(z.string()), key: z.string().nullable() }),
  ),
  /** What the columns can be. */
  wanted: z.array(WantedColumn),
  /** The settings that this kind knows. */
  settings: z.array(ImportSetting),
  datedOn: z.iso.date().nullable(),
  year: z.int().nullable(),
  /** The regency of rows that name none; of coverage, the one that it is complete for (null: all). */
  regencyCode: z.string().nullable(),
  /** Of rows that name none; `operatorIsFixed` where the account may bring in only its own. */
  operatorId: z.string().nullable(),
  operatorIsFixed: z.boolean(),
  technology: FiledTechnology.nullable(),
  siteState: FiledState.nullable(),
  isComplete: z.boolean(),
  /** Rows of this kind lie on a map. */
  hasMap: z.boolean(),
  counts: ImportCounts,
  /** What is missing before it can be stored: settings, and columns of which one is needed. */
  missing: z.object({
    settings: z.array(ImportSetting),
    columns: z.array(z.array(WantedColumn)),
  }),
  /** The same file was stored before. */
  storedBefore: z.object({ id: z.uuid(), at: z.iso.datetime(), byName: z.string() }).nullable(),
});
export type ImportDetail = z.infer<typeof ImportDetail>;

/** What is changed about how a file is read; what is absent stays. */
export const ImportChange = z.strictObject({
  sheet: z.int().min(0).max(59).optional(),
  mapping: ImportMapping.optional(),
  source: z.string().trim().max(200).optional(),
  datedOn: z.iso.date().nullable().optional(),
  year: z.int().min(1900).max(2100).nullable().optional(),
  regencyCode: z
    .string()
    .regex(/^\d{2}\.\d{2}$/)
    .nullable()
    .optional(),
  operatorId: z.string().max(40).nullable().optional(),
  technology: FiledTechnology.nullable().optional(),
  siteState: FiledState.nullable().optional(),
  isComplete: z.boolean().optional(),
});
export type ImportChange = z.infer<typeof ImportChange>;

/** What is wrong with a row: `header` null where it is about the row as a whole. */
export const RowError = z.object({
  header: z.string().nullable(),
  code: z.string(),
  value: z.string(),
});
export type RowError = z.infer<typeof RowError>;

export const doubtSubjects = ['village', 'locality', 'point'] as const;
export const DoubtSubject = z.enum(doubtSubjects);
export type DoubtSubject = z.infer<typeof DoubtSubject>;

const Point = z.tuple([z.number(), z.number()]);

/** A village as a person tells it from its namesakes. */
export const NamedVillage = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  districtName: z.string(),
  regencyName: z.string(),
});
export type NamedVillage = z.infer<typeof NamedVillage>;

/** One way to settle a doubt. */
export const DoubtOption = z.object({
  /** What is sent to choose it. */
  key: z.string(),
  /** Stable code of why it is offered; null where there is nothing to say. */
  reason: z.string().nullable(),
  village: NamedVillage.nullable(),
  /** A known locality: kind and name. */
  locality: z.object({ kind: z.string(), name: z.string() }).nullable(),
  /** [lng, lat] */
  position: Point.nullable(),
  /** From the row's point to the village's; null where the row has none. */
  distanceKm: z.number().nullable(),
});
export type DoubtOption = z.infer<typeof DoubtOption>;

export const RowDoubt = z.object({
  about: DoubtSubject,
  /** Stable code. */
  reason: z.string(),
  /** What the row says there. */
  said: z.string(),
  options: z.array(DoubtOption),
  /** How many other rows wait with the same doubt. */
  alike: z.int(),
  /** The answer can be kept as another name or code of the village. */
  isMemorable: z.boolean(),
});
export type RowDoubt = z.infer<typeof RowDoubt>;

export const ImportRow = z.object({
  number: z.int(),
  part: ImportPart,
  /** The columns that are used, as the file has them; long texts are cut. */
  cells: z.array(z.object({ header: z.string(), value: z.string() })),
  village: NamedVillage.nullable(),
  /** What else the row becomes, such as a site; '' where the village says it. */
  title: z.string(),
  errors: z.array(RowError),
  doubt: RowDoubt.nullable(),
  /** What is kept, but said. */
  warnings: z.array(z.string()),
  isSkipped: z.boolean(),
  /** A person has settled something about it. */
  isSettled: z.boolean(),
  /** The row of the file that says the same. */
  sameAsRow: z.int().nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportRowPage = z.object({
  rows: z.array(ImportRow),
  /** The number after which the next page begins; null when nothing is left. */
  next: z.int().nullable(),
});
export type ImportRowPage = z.infer<typeof ImportRowPage>;

/** Settles a doubt, leaves the row out, or takes back what was decided about it. */
export const RowDecision = z.union([
  z.strictObject({
    about: DoubtSubject,
    choose: z.string().min(1).max(64),
    /** For all rows with the same doubt. */
    alsoAlike: z.boolean().default(false),
    /** Keep the name or code of the row as one of the village. */
    remember: z.boolean().default(false),
  }),
  z.strictObject({ skip: z.literal(true), alsoAlike: z.boolean().default(false) }),
  z.strictObject({ reset: z.literal(true) }),
]);
export type RowDecision = z.infer<typeof RowDecision>;

export const RowDecided = z.object({
  import: ImportDetail,
  row: ImportRow,
  /** So many rows the decision was about. */
  rows: z.int(),
});
export type RowDecided = z.infer<typeof RowDecided>;

export const ImportConfirm = z.strictObject({ skipDoubtful: z.boolean().default(false) });

/** More than these, or than so many bytes, a map of a preview does not show. */
export const previewLimits = { features: 5_000, bytes: 2_000_000 } as const;

/** A row on the map of a preview. */
export const ImportFeature = z.object({
  number: z.int(),
  part: ImportPart,
  /** '' where the row has no name. */
  label: z.string(),
  /** [lng, lat]; null where the row is an area. */
  position: Point.nullable(),
  /** Simplified outlines, MultiPolygon coordinates; null where the row is a point. */
  outline: z.array(z.array(z.array(Point))).nullable(),
});
export type ImportFeature = z.infer<typeof ImportFeature>;

export const ImportFeatures = z.object({
  /** In the order of the rows. */
  features: z.array(ImportFeature),
  /** Rows with a place that are not in the list. */
  isTruncated: z.boolean(),
});
export type ImportFeatures = z.infer<typeof ImportFeatures>;
