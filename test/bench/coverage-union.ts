// Merging footprints: as the engine does it (in blocks, on two threads, stored) and in one go, against
// native GEOS.
import { rmSync } from 'node:fs';
import { footprintOf } from '../../server/coverage/rules.ts';
import { createEngineThread } from '../../server/coverage/engine-thread.ts';
import { saveFiledAreas } from '../../server/coverage/filed-store.ts';
import { openDatabase, type Db } from '../../server/platform/database.ts';
import { mergeWkb, type Multi } from '../../server/regions/geos.ts';
import { multiArea } from '../../server/regions/planar.ts';
import { fromWkb, toWkb } from '../../server/regions/wkb.ts';
import { addWriter, coveragePath } from './coverage-sites.ts';
import { mergeNatively, missingGeosop } from './geosop.ts';
import { ms, quantile, seededRandom, timeRuns, type Result, type Row } from './measure.ts';

const unionPath = coveragePath.replace('coverage.db', 'union.db');
const layer = { phase: 'on_air', operatorId: 'telkomsel', technology: '4g' } as const;
const sizes = [500, 3000, 20_000] as const;
const runs = 5;

/** Circles of 64 corners, 1–5 km, in 300 × 300 km. */
function makeCircles(count: number): Multi[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, () =>
    footprintOf(
      [100 + random() * 2.7, -2.7 + random() * 2.7],
      { azimuthDeg: null, beamwidthDeg: null },
      1000 + random() * 4000,
    ),
  );
}

function openUnion(): Db {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${unionPath}${suffix}`, { force: true });
  const db = openDatabase(unionPath);
  db.exec('PRAGMA foreign_keys = OFF');
  addWriter(db);
  return db;
}

/** From the first block that waits to the last that is stored, threads warm: the median; square degrees. */
async function mergeByEngine(circles: readonly Multi[]): Promise<{ ms: number; area: number }> {
  const db = openUnion();
  const engine = createEngineThread({ databasePath: unionPath, elevationDir: '' });
  const finish = async () => {
    while (!(await engine.next('2026-11-22')).isFinished);
  };
  try {
    const areas = circles.map((coordinates) => ({ layer, coordinates }));
    db.transaction(() => saveFiledAreas(db, areas, '2026-11-22', 'bench'))();
    await finish();
    const times = await timeRuns(runs, async () => {
      db.exec(`INSERT INTO block_pending SELECT b.layer_id, b.x, b.y
          FROM coverage_block b JOIN coverage_layer l ON l.id = b.layer_id
          WHERE l.operator_id = '${layer.operatorId}';
        DELETE FROM coverage_block`);
      await finish();
    });
    const shapes = db
      .prepare(
        `SELECT b.shape FROM coverage_block b JOIN coverage_layer l ON l.id = b.layer_id
         WHERE l.operator_id = ?`,
      )
      .pluck()
      .all(layer.operatorId) as Buffer[];
    return {
      ms: quantile(times, 0.5),
      area: shapes.reduce((sum, wkb) => sum + multiArea(fromWkb(wkb)), 0),
    };
  } finally {
    await engine.close();
    db.close();
  }
}

async function mergeAtOnce(circles: readonly Multi[]): Promise<{ ms: number; area: number }> {
  const parts = circles.map(toWkb);
  const times = await timeRuns(runs, () => mergeWkb(parts));
  return { ms: quantile(times, 0.5), area: mergeWkb(parts)?.area ?? 0 };
}

export async function benchUnion(): Promise<Result> {
  const missing = missingGeosop();
  const rows: Row[] = [];
  for (const size of sizes) {
    const circles = makeCircles(size);
    const engine = await mergeByEngine(circles);
    const once = await mergeAtOnce(circles);
    const what = `${size.toLocaleString('en')} footprints`;
    if (missing) {
      rows.push({
        what: `Union of ${what}: engine / one merge`,
        measured: `${ms(engine.ms)} / ${ms(once.ms)}`,
        aim: '',
      });
      continue;
    }
    const native = mergeNatively(circles);
    const apart = Math.max(...[engine, once].map(({ area }) => Math.abs(area / native.area - 1)));
    rows.push(
      {
        what: `Union of ${what}: engine / one merge / native GEOS`,
        measured: `${ms(engine.ms)} / ${ms(once.ms)} / ${ms(native.ms)}`,
        aim: '',
      },
      {
        what: `Union of ${what}: engine and one merge against native GEOS; areas apart by`,
        measured: `${(engine.ms / native.ms).toFixed(2)} × and ${(once.ms / native.ms).toFixed(2)} ×; ${apart.toExponential(0)}`,
        aim: '≤ 1.2 ×; 1e-6',
      },
    );
  }
  return { rows, skipped: missing ? [`native GEOS: ${missing}`] : [] };
}
