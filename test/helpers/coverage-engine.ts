// Sites and filed polygons for the tests of coverage, and the engine run until nothing waits.
import { insertAccount, insertOffice } from '../../server/auth/store.ts';
import type { CellInput, LayerKey, SitePosition } from '../../server/coverage/contract.ts';
import { createEngine, type CoverageEngine } from '../../server/coverage/engine.ts';
import { saveFiledAreas } from '../../server/coverage/filed-store.ts';
import { saveCell } from '../../server/coverage/site-store.ts';
import type { Db } from '../../server/platform/database.ts';

export const today = '2026-11-22';
const at = new Date('2026-11-22T05:00:00Z');

/** An account that writes, made with the first call; gives back its id. */
export function addWriter(db: Db): string {
  const email = 'penulis@contoh.go.id';
  const known = db.prepare('SELECT id FROM account WHERE email = ?').pluck().get(email);
  if (typeof known === 'string') return known;
  const office = { id: 0, name: 'Kantor Penulis', regencyCode: null, operatorId: null };
  return insertAccount(db, {
    ...{ name: 'Penulis', email, role: 'staff', passwordHash: '' },
    ...{ officeId: insertOffice(db, office), mustChangePassword: false, at },
  });
}

export type CellOf = Partial<CellInput> & {
  siteRef?: string;
  operatorId?: string;
  position?: SitePosition;
};

/** Writes one cell with its site: on air, omni, 5 km, in the middle of Inderapura, unless told else. */
export function putCell(db: Db, over: CellOf = {}): void {
  const { siteRef = 'A', operatorId = 'telkomsel', position = [100.05, -1.95], ...cell } = over;
  const site = { operatorId, siteRef, siteName: '', position, source: 'operator' as const };
  const shape = { bandMhz: null, heightM: null, azimuthDeg: null, beamwidthDeg: null };
  const given = {
    ...{ ref: '1', technology: '4g' as const, radiusM: 5000, ...shape },
    ...{ state: 'on_air' as const, onAirOn: null, ...cell },
  };
  saveCell(db, { ...site, cell: given }, { accountId: addWriter(db), at, importId: null });
}

/** A rectangle as MultiPolygon coordinates. */
export function rectangle(west: number, south: number, east: number, north: number) {
  const corners: SitePosition[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return [[corners]];
}

/** Files polygons of one operator's 4G on air, as an import of this id does. */
export function fileAreas(
  db: Db,
  areas: SitePosition[][][][],
  over: Partial<Omit<LayerKey, 'basis'>> & { importId?: string; filedOn?: string } = {},
): void {
  const { importId = 'i1', filedOn = today, ...key } = over;
  const layer = { operatorId: 'telkomsel', phase: 'on_air', technology: '4g', ...key } as const;
  db.prepare(
    `INSERT OR IGNORE INTO import (id, kind, file_name, sha256, bytes, sheets, sheet, mapping,
       dated_on, operator_id, state, office_id, created_at, created_by)
     SELECT @importId, 'coverage', 'a.kmz', @importId, 1, '[]', 0, '{}', @filedOn, @operatorId,
       'stored', office_id, @filedOn, id FROM account WHERE id = @accountId`,
  ).run({ importId, filedOn, operatorId: layer.operatorId, accountId: addWriter(db) });
  saveFiledAreas(
    db,
    areas.map((coordinates) => ({ layer, coordinates })),
    filedOn,
    importId,
  );
}

/** Runs the engine until nothing waits. */
export async function makeCoverage(db: Db, engine: CoverageEngine = createEngine(db)) {
  for (;;) {
    const { isFinished } = await engine.next(today);
    if (isFinished) return;
  }
}

const layerName = `l.basis || '.' || l.phase || '.' || l.operator_id || '.' || l.technology`;

/** Everything that is made, in an order that hangs on nothing but itself. */
export function readMade(db: Db) {
  const list = (sql: string) => db.prepare(sql).raw().all();
  return {
    blocks: list(`SELECT ${layerName}, x, y, area_km2, hex(shape)
      FROM coverage_block b JOIN coverage_layer l ON l.id = b.layer_id ORDER BY 1, 2, 3`),
    shares: list(`SELECT v.id, ${layerName}, area_fraction, localities, localities_covered,
        population, population_fraction, population_basis
      FROM village_coverage v JOIN coverage_layer l ON l.id = v.layer_id ORDER BY 1, 2`),
    localities: list(`SELECT c.locality_id, ${layerName}
      FROM locality_coverage c JOIN coverage_layer l ON l.id = c.layer_id ORDER BY 1, 2`),
  };
}

/** The fraction of each village's area, of a layer such as `computed.on_air.*.4g`; untouched ones lack. */
export function readFractions(db: Db, layer: string): Record<string, number> {
  const rows = db
    .prepare(
      `SELECT r.code, v.area_fraction FROM village_coverage v JOIN region r ON r.id = v.id
         JOIN coverage_layer l ON l.id = v.layer_id WHERE ${layerName} = ? ORDER BY r.code`,
    )
    .raw()
    .all(layer) as [string, number][];
  return Object.fromEntries(rows);
}
