// Coverage: merging against native GEOS, the shares of a province and of the country from sites that were
// just written, one site that moves, and fractions against PostGIS.
import { createEngineThread, type CoverageMaker } from '../../server/coverage/engine-thread.ts';
import { findLayer } from '../../server/coverage/layer-store.ts';
import { prepareMarkSite } from '../../server/coverage/site-store.ts';
import type { Db } from '../../server/platform/database.ts';
import { compareFractions } from './coverage-postgis.ts';
import {
  addWriter,
  coveragePath,
  fillSites,
  openWithoutCoverage,
  operatorIds,
} from './coverage-sites.ts';
import { benchUnion } from './coverage-union.ts';
import { ms, quantile, timeRuns, type Result, type Row } from './measure.ts';
import { missingPostgis, startCluster } from './postgis-cluster.ts';

const today = '2026-11-22';
const steps = ['footprints', 'blocks', 'villages'] as const;

/** Makes what waits; milliseconds of each step. */
async function finish(maker: CoverageMaker): Promise<Map<string, number>> {
  const spent = new Map<string, number>();
  for (;;) {
    const startedAt = performance.now();
    const { step, isFinished } = await maker.next(today);
    if (isFinished) return spent;
    const name = step ?? '';
    spent.set(name, (spent.get(name) ?? 0) + performance.now() - startedAt);
  }
}

function openEngine(): CoverageMaker {
  return createEngineThread({ databasePath: coveragePath, elevationDir: '' });
}

/** A province with 1,500 sites of three operators, each with two of four technologies. */
async function benchProvince(): Promise<Result> {
  const db = openWithoutCoverage();
  const maker = openEngine();
  try {
    fillSites(db, addWriter(db), '13', 1500, operatorIds.slice(0, 3));
    const spent = await finish(maker);
    const shares = db.prepare('SELECT count(*) FROM village_coverage').pluck().get() as number;
    const row: Row = {
      what: `Shares and statuses of a province (1,265 villages, ${shares.toLocaleString('en')} shares of three operators, four technologies)`,
      measured: ms(spent.get('villages') ?? Number.NaN),
      aim: '≤ 5 s',
    };
    const missing = missingPostgis();
    return {
      rows: missing ? [row] : [row, await benchFractions(db)],
      skipped: missing ? [`PostGIS: ${missing}`] : [],
    };
  } finally {
    await maker.close();
    db.close();
  }
}

async function benchFractions(db: Db): Promise<Row> {
  const key = { basis: 'computed', phase: 'on_air', operatorId: '*', technology: '4g' } as const;
  const cluster = await startCluster();
  try {
    const pairs = await compareFractions(cluster, db, '13', findLayer(db, key)?.id ?? 0);
    const worst = Math.max(...pairs.map(([ours, theirs]) => Math.abs(ours / theirs - 1)));
    return {
      what: `Fractions of ${pairs.length} villages against PostGIS ${cluster.version} geography: furthest apart`,
      measured: `${(100 * worst).toFixed(3)} %`,
      aim: '≤ 0.5 %',
    };
  } finally {
    await cluster.stop();
  }
}

/** Every village of the country, and sites that move among 50,000. */
async function benchCountry(): Promise<Row[]> {
  const db = openWithoutCoverage();
  const maker = openEngine();
  try {
    fillSites(db, addWriter(db), 'ID', 50_000);
    const spent = await finish(maker);
    const wholeMs = [...spent.values()].reduce((sum, part) => sum + part, 0);
    db.pragma('wal_checkpoint(TRUNCATE)');
    const ids = db.prepare('SELECT id FROM site WHERE rowid % 997 = 0').pluck().all() as string[];
    const move = db.prepare('UPDATE site SET lat = lat + 0.004 WHERE id = ?');
    const times = await timeRuns(ids.length, async (run) => {
      const id = ids[run] ?? '';
      db.transaction(() => {
        move.run(id);
        prepareMarkSite(db)(id);
      }).immediate();
      await finish(maker);
    });
    const detail = steps.map((step) => `${step} ${ms(spent.get(step) ?? 0)}`).join(', ');
    return [
      {
        what: `The country from 50,000 sites with two cells each (${detail})`,
        measured: `${ms(wholeMs)}, at most ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`,
        aim: '≤ 5 min, ≤ 2 GB',
      },
      {
        what: `One site of them moved, its villages up to date (p50 / p99 of ${ids.length})`,
        measured: `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.99))}`,
        aim: '≤ 300 ms',
      },
    ];
  } finally {
    await maker.close();
    db.close();
  }
}

export async function benchCoverage(): Promise<Result> {
  const union = await benchUnion();
  const province = await benchProvince();
  return {
    rows: [...union.rows, ...province.rows, ...(await benchCountry())],
    skipped: [...union.skipped, ...province.skipped],
  };
}
