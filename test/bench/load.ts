// Filling a database from the gazetteer, official boundaries over it, and starting the server again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from '../../scripts/prepare.mjs';
import { openDatabase } from '../../server/platform/database.ts';
import { importBoundaries } from '../../server/regions/boundary-import.ts';
import { loadProvinces } from '../../server/regions/load.ts';
import { ms, quantile, type Result, type Row } from './measure.ts';
import { startServer } from '../helpers/server.ts';

function timeLoad(path: string, province: string): number {
  const db = openDatabase(path);
  const startedAt = performance.now();
  loadProvinces(db, province);
  const loadMs = performance.now() - startedAt;
  db.close();
  return loadMs;
}

function timeImport(path: string, boundaries: string): Row {
  const db = openDatabase(path);
  const startedAt = performance.now();
  const { imported } = importBoundaries(db, [boundaries], () => {});
  const importMs = performance.now() - startedAt;
  db.close();
  return { what: `Import ${imported} official boundaries`, measured: ms(importMs), aim: '' };
}

async function timeStart(env: Record<string, string>): Promise<number> {
  const server = await startServer(env);
  await server.stop();
  return server.startMs;
}

/** BENCH_BOUNDARIES names boundary files of province 13; without it their import is left out. */
export async function benchLoad(): Promise<Result> {
  const dir = mkdtempSync(join(tmpdir(), 'jangkau-load-'));
  const path = join(dir, 'jangkau.db');
  const boundaries = process.env.BENCH_BOUNDARIES;
  try {
    const rows: Row[] = [
      {
        what: 'Load a province (13) from the gazetteer',
        measured: ms(timeLoad(path, '13')),
        aim: '< 5 s',
      },
      {
        what: 'Load the country from the gazetteer',
        measured: ms(timeLoad(join(dir, 'country.db'), 'all')),
        aim: '< 60 s',
      },
    ];
    if (boundaries) rows.push(timeImport(path, boundaries));
    buildWeb();
    const env = { DATA_DIR: dir, PROVINCE: '13' };
    await timeStart(env);
    const starts = [await timeStart(env), await timeStart(env), await timeStart(env)];
    rows.push({
      what: 'Second start of the server, until it listens (the middle of 3)',
      measured: ms(
        quantile(
          starts.toSorted((a, b) => a - b),
          0.5,
        ),
      ),
      aim: '< 3 s',
    });
    const skipped = boundaries
      ? []
      : ['import of official boundaries: BENCH_BOUNDARIES names no files'];
    return { rows, skipped };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
