// The status list of all villages of the country: bytes and time, none of it cached.
import { gzipSync } from 'node:zlib';
import type { Db } from '../../server/platform/database.ts';
import { readStatusList } from '../../server/status/list-store.ts';
import { fillStatuses } from './country.ts';
import { kB, ms, quantile, timeRuns, type Row } from './measure.ts';

const everything = { operator: 'all', technology: 'any' } as const;

export async function benchStatuses(db: Db): Promise<Row[]> {
  fillStatuses(db);
  let bytes = 0;
  const times = await timeRuns(30, () => {
    bytes = gzipSync(JSON.stringify(readStatusList(db, everything, '2026-11-22')), {
      level: 4,
    }).length;
  });
  return [
    { what: 'Status list of the country, compressed', measured: kB(bytes), aim: '≤ 300 kB' },
    {
      what: 'Status list of the country, made from the tables (p50 / p99)',
      measured: `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.99))}`,
      aim: '≤ 60 ms',
    },
  ];
}
