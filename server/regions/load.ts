// Fills an empty database: the regions of a province, or of all, with approximate boundaries.
// Official boundaries are imported over them later (boundary-import.ts).
import type { Db } from '../platform/database.ts';
import { approximateSource, computeCells } from './approximate.ts';
import {
  ensureSource,
  hasProvince,
  insertRegions,
  prepareSaveBoundary,
  refreshBoundaryVersion,
} from './boundary-store.ts';
import { parentCode, provinceCode } from './codes.ts';
import type { Level } from './contract.ts';
import { dissolve } from './dissolve.ts';
import { type GazetteerRow, readGazetteer } from './gazetteer.ts';
import type { Multi } from './geos.ts';

/** A province code that is not in the gazetteer. */
export class UnknownProvinceError extends Error {
  constructor(code: string) {
    super(`PROVINCE=${JSON.stringify(code)} tidak dapat dipakai: tidak ada provinsi berkode itu`);
  }
}

/** The areas one level up: each parent's outline round its children. */
function dissolveUp(areas: ReadonlyMap<string, Multi>): Map<string, Multi> {
  const parts = new Map<string, Multi[]>();
  for (const [code, area] of areas) {
    const parent = parentCode(code) ?? code;
    const list = parts.get(parent) ?? [];
    list.push(area);
    parts.set(parent, list);
  }
  return new Map([...parts].map(([code, list]) => [code, dissolve(list)]));
}

function villageCodes(rows: readonly GazetteerRow[]): string[] {
  return rows.filter((row) => row.level === 'village').map((row) => row.code);
}

function loadProvince(
  db: Db,
  rows: GazetteerRow[],
  cells: ReadonlyMap<string, Multi>,
  sourceId: number,
): void {
  insertRegions(db, rows);
  const save = prepareSaveBoundary(db);
  let areas = new Map(villageCodes(rows).map((code) => [code, cells.get(code) ?? []]));
  const above: Level[] = ['district', 'regency', 'province'];
  for (const [code, area] of areas) save(code, 'approximate', sourceId, area);
  for (const _level of above) {
    areas = dissolveUp(areas);
    for (const [code, area] of areas) save(code, 'approximate', sourceId, area);
  }
}

/**
 * Loads the province with the two-digit code, or every one (`'all'`), in one transaction: regions,
 * search texts and approximate boundaries of all levels, and the boundary version. Provinces that
 * are there already stay untouched. One takes about 2 s, the country half a minute; `report` gets
 * a line per province. Throws UnknownProvinceError, and then nothing has changed.
 */
export function loadProvinces(
  db: Db,
  province: string,
  report: (message: string) => void = () => undefined,
): void {
  if (province !== 'all' && hasProvince(db, province)) return;
  const gazetteer = readGazetteer();
  const known = gazetteer.filter((row) => row.level === 'province').map((row) => row.code);
  if (province !== 'all' && !known.includes(province)) throw new UnknownProvinceError(province);
  const missing = (province === 'all' ? known : [province]).filter(
    (code) => !hasProvince(db, code),
  );
  if (missing.length === 0) return;
  const rowsOf = new Map(
    missing.map((code) => [code, gazetteer.filter((row) => provinceCode(row.code) === code)]),
  );
  const cells = computeCells(gazetteer, [...rowsOf.values()].flatMap(villageCodes));
  db.transaction(() => {
    const sourceId = ensureSource(db, approximateSource());
    for (const [code, rows] of rowsOf) {
      report(`Memuat ${code} ${rows[0]?.name ?? ''}: ${villageCodes(rows).length} desa/kelurahan`);
      loadProvince(db, rows, cells, sourceId);
    }
    refreshBoundaryVersion(db);
  })();
}
