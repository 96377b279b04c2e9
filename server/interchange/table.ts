// What a file becomes: rows of text with the row numbers that a person sees in Excel (features count
// from 1), each with its geometry where the file has some, and how a file is refused. Knows no file format, and not what the
// columns mean.

/** WGS 84, [lng, lat], finite numbers; nothing else is known about it: rings may be open or crossed. */
export type RowGeometry =
  | { type: 'Point'; coordinates: [number, number] }
  | { type: 'MultiPolygon'; coordinates: [number, number][][][] };

export type TableRow = {
  /** As Excel shows it at the left edge, 1-based, titles and empty rows above counted; or the feature's. */
  number: number;
  /** As many as the header has. */
  cells: string[];
  /** Absent in a table; in a file of features, null where a feature has none that is used. */
  geometry?: RowGeometry | null;
};

/**
 * The last column of every table of features: what the file has as the row's geometry. Only `point`
 * and `area` come with a geometry; the other words say why there is none.
 */
export const geometryHeader = 'Geometri';
export const geometryWords = {
  point: 'titik',
  area: 'area',
  line: 'garis',
  points: 'banyak titik',
  /** The feature has none. */
  none: 'kosong',
  /** Numbers that are no degrees. */
  broken: 'rusak',
} as const;
export type GeometryWord = keyof typeof geometryWords;

export type Table = {
  /** The sheet's or layer's name; null for a file that has none, such as CSV. */
  sheet: string | null;
  header: string[];
  rows: TableRow[];
};

/** Why a file is not read; `web/i18n/<language>/problem.ts` has a text for each. */
export const tableProblemCodes = [
  'table_too_large',
  'table_unpacks_too_large',
  'table_too_many_rows',
  'table_too_many_columns',
  'table_too_many_sheets',
  'table_cell_too_long',
  'table_too_slow',
  'table_too_heavy',
  'table_empty',
  'table_damaged',
  'table_encrypted',
  'table_has_entities',
  'table_quote_open',
  'table_is_xls',
  'table_is_xlsb',
  'table_is_ods',
  'table_is_html',
  'table_is_bare_shp',
  'table_has_no_features',
  'table_only_links',
  'table_only_images',
  'table_too_many_points',
  'table_too_deep',
  'table_projection_missing',
  'table_projection_unknown',
  'table_unknown_format',
] as const;
export type TableProblemCode = (typeof tableProblemCodes)[number];

/** Where in the file, and what stood there; row and column are 1-based as in Excel. */
export type TableProblemPlace = { row?: number; column?: number; value?: string };

/** A file that is refused as a whole. */
export class TableProblem extends Error {
  readonly code: TableProblemCode;
  readonly place: TableProblemPlace;

  constructor(code: TableProblemCode, place: TableProblemPlace = {}) {
    super(code);
    this.code = code;
    this.place = place;
  }
}

/** Bounds on one file, each far above what an honest one needs and far below what harms the server. */
export const tableLimits = {
  /** All villages of the country with twenty columns are about 12 MB as CSV. */
  fileBytes: 20_000_000,
  /** Twice the country's villages; over all sheets together. */
  rows: 200_000,
  /** PODES has about 180 columns of interest; Excel itself allows 16,384. */
  columns: 200,
  /** A long remark; one cell of Excel may hold 32,767. */
  cellCharacters: 5_000,
  /** A sheet per regency of the largest province, and some more. */
  sheets: 60,
  /**
   * Points and corners of all features together; they weigh 200 MB. A province's villages, simplified
   * for maps, have 150,000.
   */
  points: 800_000,
  /** Folders in folders, collections in collections. */
  depth: 50,
} as const;
