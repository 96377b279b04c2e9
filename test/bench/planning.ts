// What a tower that is dragged costs, asked of the thread as the app does, and the best positions of the
// largest regency. Sumatera Barat with 800 cells and the boundaries of the gazetteer.
import { createPlanner, type Planner } from '../../server/coverage/planner.ts';
import { createEngine } from '../../server/coverage/engine.ts';
import type { Account } from '../../server/auth/contract.ts';
import type { Db } from '../../server/platform/database.ts';
import { addWriter, coveragePath, fillSites, openWithoutCoverage } from './coverage-sites.ts';
import { ms, quantile, seededRandom, timeRuns, type Result, type Row } from './measure.ts';

const today = '2026-11-22';

const leader: Account = {
  id: 'bench',
  name: 'Bench',
  email: 'bench@contoh.go.id',
  role: 'leader',
  office: { id: 0, name: 'Diskominfo', regencyCode: null, operatorId: null },
  mustChangePassword: false,
  disabledAt: null,
  lastSignInAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  version: 1,
};

async function makeCoverage(db: Db): Promise<void> {
  const engine = createEngine(db);
  while (!(await engine.next(today)).isFinished);
}

async function benchGain(db: Db, planner: Planner, radiusM: number): Promise<Row> {
  const villages = db
    .prepare(
      "SELECT lng, lat FROM region WHERE level = 'village' AND id BETWEEN 1300000000 AND 1399999999",
    )
    .all() as { lng: number; lat: number }[];
  const random = seededRandom(5);
  const ask = () => {
    const { lng, lat } = villages[Math.floor(random() * villages.length)] ?? { lng: 100, lat: -1 };
    const shape = { bandMhz: null, heightM: null, azimuthDeg: null, beamwidthDeg: null, radiusM };
    const candidate = {
      ...shape,
      ...{ technology: '4g' as const, operatorId: null, cutsByTerrain: false, exceptSiteId: null },
      position: [lng + (random() - 0.5) / 20, lat + (random() - 0.5) / 20] as [number, number],
    };
    return planner.gain({ candidate, viewer: leader });
  };
  await timeRuns(10, ask);
  const times = await timeRuns(200, ask);
  return {
    what: `Gain of a tower of ${radiusM / 1000} km, Sumatera Barat with 800 cells (p50 / p99)`,
    measured: `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.99))}`,
    aim: '≤ 200 ms',
  };
}

async function benchBest(db: Db, planner: Planner, radiusM: number): Promise<Row> {
  const { code, villages } = db
    .prepare(
      `SELECT substr(code, 1, 5) AS code, count(*) AS villages FROM region WHERE level = 'village'
       GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    )
    .get() as { code: string; villages: number };
  const wanted = { bandMhz: null, heightM: null, radiusM, cutsByTerrain: false, count: 20 };
  const times = await timeRuns(5, () =>
    planner.best({ ...wanted, regencyCode: code, technology: '4g' }),
  );
  return {
    what: `Best 20 positions of the largest regency (${code}, ${villages} villages), ${radiusM / 1000} km`,
    measured: ms(times.at(-1) ?? Number.NaN),
    aim: '≤ 2 s',
  };
}

export async function benchPlanning(): Promise<Result> {
  const db = openWithoutCoverage();
  const writer = addWriter(db);
  fillSites(db, writer, '13', 400);
  await makeCoverage(db);
  const planner = createPlanner({ databasePath: coveragePath, elevationDir: '/nowhere' });
  try {
    const rows = [
      await benchGain(db, planner, 3000),
      await benchGain(db, planner, 10_000),
      await benchBest(db, planner, 3000),
      await benchBest(db, planner, 10_000),
    ];
    return { rows, skipped: [] };
  } finally {
    await planner.close();
    db.close();
  }
}
