// Imports official boundaries from files: reads, checks row by row, stores, derives the rest.
// All or nothing: a file that cannot be read, or any failure, leaves the database as it was.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Db, findMeta } from '../platform/database.ts';
import { approximateSource } from './approximate.ts';
import { type CoarseBoundary, deriveBoundaries } from './boundary-derive.ts';
import { type BoundaryRow, listBoundaryFiles, readBoundaryGeojson } from './boundary-file.ts';
import {
  type BoundarySource,
  deleteUnusedSources,
  ensureSource,
  findBoundary,
  type KnownRegion,
  listKnownRegions,
  listProvincesTouching,
  prepareSaveBoundary,
  refreshBoundaryVersion,
} from './boundary-store.ts';
import { isRegionCode, levelOf, provinceCode } from './codes.ts';
import { checkGeometry, type Finding } from './geometry-check.ts';
import type { Multi } from './geos.ts';
import { readWilayahBoundaries } from './wilayah-boundaries.ts';

export type BoundaryProblem = {
  file: string;
  /** From 1: the feature's or the inserted row's place in the file. */
  row: number;
  code: string;
  problem:
    | Finding['problem']
    | 'invalid_code'
    | 'unknown_code'
    | 'wrong_level'
    | 'duplicate_code'
    | 'finer_villages_known';
  value: string;
  action: Finding['action'];
};
/** Every row is one of imported, unchanged, refused, unused or notLoaded; repaired ones are too. */
export type ImportReport = {
  files: number;
  rows: number;
  imported: number;
  unchanged: number;
  repaired: number;
  refused: number;
  /** Outlines of upper levels that were not needed, their villages being finer. */
  unused: number;
  /** Rows of provinces that this database does not hold. */
  notLoaded: number;
  problems: BoundaryProblem[];
  boundaryVersion: string;
};
function isSqlFile(path: string): boolean {
  return extname(path).toLowerCase() === '.sql';
}

export type ImportProgress = { done: number; total: number; message: string };

/** A GeoJSON file goes by its own name; the SQL files are parts of one public collection. */
function readSource(path: string, text: string): BoundarySource {
  const head = text.slice(0, 4000);
  return {
    kind: 'official',
    name: isSqlFile(path) ? 'wilayah_boundaries (github.com/cahyadsn)' : basename(path),
    licence: head.includes('MIT License') ? 'MIT' : null,
    datedOn: /updated_at\s*:\s*(\d{4}-\d{2}-\d{2})/.exec(head)?.[1] ?? null,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}

class Importer {
  readonly report: ImportReport;
  readonly #db: Db;
  readonly #regions: Map<string, KnownRegion>;
  readonly #provinces: Set<string>;
  readonly #save: ReturnType<typeof prepareSaveBoundary>;
  readonly #places = new Map<string, string>();
  readonly #coarse = new Map<
    string,
    { area: Multi; source: BoundarySource; at: [string, number] }
  >();
  readonly #changed: string[] = [];

  constructor(db: Db, files: number) {
    this.#db = db;
    this.#regions = listKnownRegions(db);
    this.#provinces = new Set([...this.#regions.keys()].filter((code) => code.length === 2));
    this.#save = prepareSaveBoundary(db);
    const counts = { rows: 0, imported: 0, unchanged: 0, repaired: 0, refused: 0 };
    const boundaryVersion = findMeta(db, 'boundary_version') ?? '';
    this.report = { files, ...counts, unused: 0, notLoaded: 0, problems: [], boundaryVersion };
  }

  readFile(path: string): void {
    const text = readFileSync(path, 'utf8');
    const source = readSource(path, text);
    const rows = isSqlFile(path)
      ? readWilayahBoundaries(text, path)
      : readBoundaryGeojson(text, path);
    for (const row of rows) this.#readRow(row, path, source);
  }

  /** Why the row's code cannot be taken; null when it can. */
  #refusal({ code, level }: BoundaryRow): [BoundaryProblem['problem'], string] | null {
    if (!isRegionCode(code)) return ['invalid_code', code];
    if (!this.#regions.has(code)) return ['unknown_code', code];
    if (level !== null && level !== levelOf(code)) return ['wrong_level', level];
    const earlier = this.#places.get(code);
    return earlier === undefined ? null : ['duplicate_code', earlier];
  }

  #readRow(row: BoundaryRow, file: string, source: BoundarySource): void {
    const { code } = row;
    const at = { file, row: row.row, code };
    this.report.rows += 1;
    if (isRegionCode(code) && !this.#provinces.has(provinceCode(code))) {
      this.report.notLoaded += 1;
      return;
    }
    const refusal = this.#refusal(row);
    if (refusal !== null) {
      const [problem, value] = refusal;
      this.report.problems.push({ ...at, problem, value, action: 'refused' });
      this.report.refused += 1;
      return;
    }
    this.#places.set(code, `${basename(file)} row ${row.row}`);
    const { area, findings } = checkGeometry(row.coordinates, row.axes, this.#ownPoint(code));
    for (const finding of findings) this.report.problems.push({ ...at, ...finding });
    if (findings.some((finding) => finding.action === 'repaired')) this.report.repaired += 1;
    if (area === null) this.report.refused += 1;
    else if (levelOf(code) === 'village') this.#keepVillage(code, area, source);
    else this.#coarse.set(code, { area, source, at: [file, row.row] });
  }

  /** The village's own point; an upper level's is that of some village and proves nothing. */
  #ownPoint(code: string): [number, number] | null {
    const region = this.#regions.get(code);
    const isOwn = region?.level === 'village' && region.pointSource !== 'parent';
    return region && isOwn ? [region.lng, region.lat] : null;
  }

  #keepVillage(code: string, area: Multi, source: BoundarySource): void {
    const stored = findBoundary(this.#db, code);
    if (stored?.kind === 'official' && stored.coordinates === JSON.stringify(area)) {
      this.report.unchanged += 1;
      return;
    }
    this.#save(code, 'official', ensureSource(this.#db, source), area);
    this.#changed.push(code);
    this.report.imported += 1;
  }

  /** Derives what hangs on the new boundaries; nothing when every row was stored already. */
  finish(): void {
    const before = new Map([...this.#coarse.keys()].map((code) => [code, this.#stored(code)]));
    const isNews = [...this.#coarse].some(
      ([code, { area }]) => before.get(code) !== `official ${JSON.stringify(area)}`,
    );
    if (this.#changed.length > 0 || isNews) {
      const coarse = new Map<string, CoarseBoundary>();
      for (const [code, { area, source }] of this.#coarse) {
        coarse.set(code, { area, sourceId: ensureSource(this.#db, source) });
      }
      const touched = new Set([...coarse.keys()].map(provinceCode));
      for (const code of listProvincesTouching(this.#db, this.#changed)) touched.add(code);
      const approximateId = ensureSource(this.#db, approximateSource());
      deriveBoundaries(this.#db, [...touched].toSorted(), coarse, approximateId);
      deleteUnusedSources(this.#db);
      this.report.boundaryVersion = refreshBoundaryVersion(this.#db);
    }
    for (const [code, { area, at }] of this.#coarse) {
      const [file, row] = at;
      const wanted = `official ${JSON.stringify(area)}`;
      if (this.#stored(code) !== wanted) {
        const value = this.#regions.get(code)?.name ?? '';
        const problem = 'finer_villages_known';
        this.report.problems.push({ file, row, code, problem, value, action: 'warned' });
        this.report.unused += 1;
      } else if (before.get(code) === wanted) this.report.unchanged += 1;
      else this.report.imported += 1;
    }
  }

  #stored(code: string): string {
    const stored = findBoundary(this.#db, code);
    return stored === null ? '' : `${stored.kind} ${stored.coordinates}`;
  }
}

/**
 * Imports the boundary files at `paths` (folders are walked; .sql of wilayah_boundaries and
 * GeoJSON FeatureCollections) over the regions that `db` holds, in one transaction. `report` is
 * told after each file. Importing the same again changes nothing. Throws BoundaryFileError on a
 * path or file that cannot be used; then, as on any other failure, nothing has changed.
 */
export function importBoundaries(
  db: Db,
  paths: readonly string[],
  report: (progress: ImportProgress) => void,
): ImportReport {
  const files = listBoundaryFiles(paths);
  const total = files.length + 1;
  return db.transaction(() => {
    const importer = new Importer(db, files.length);
    for (const [index, path] of files.entries()) {
      report({ done: index, total, message: basename(path) });
      importer.readFile(path);
    }
    report({ done: files.length, total, message: 'outlines' });
    importer.finish();
    report({ done: total, total, message: 'done' });
    return importer.report;
  })();
}
