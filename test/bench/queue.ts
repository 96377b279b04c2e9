// The queue of verification over 300,000 reports of which 30,000 wait: one page, as the route asks it.
import { countQueue, hasRealReports, listQueue } from '../../server/evidence/queue-store.ts';
import type { QueueQuery } from '../../server/evidence/verification-contract.ts';
import { listFlags } from '../../server/evidence/verification-rules.ts';
import type { Db } from '../../server/platform/database.ts';
import { isInsideBoundary } from '../../server/regions/store.ts';
import { ms, quantile, timeRuns, type Result } from './measure.ts';

const freshSince = '2025-11-22';

/** What a verifier asks for, from everything to what only a few reports satisfy. */
const wishes: Record<string, Partial<QueueQuery>> = {
  'all that wait': {},
  'of a regency': { area: '13.01' },
  'of an operator': { operator: 'xlsmart' },
  'in conflict': { conflicts: '1' },
  'measured, stale and in conflict': { kind: 'measurement', stale: '1', conflicts: '1' },
  'a later page': { after: '2025-06-01T00:00:00.000Z_00000000-0000-4000-8000-000000000000' },
  verified: { state: 'verified' },
};

function readPage(db: Db, query: Partial<QueueQuery>): void {
  const wish = { state: 'waiting' as const, ...query, freshSince, createdBefore: null };
  const showsSamples = !hasRealReports(db, wish);
  const { entries } = listQueue(db, wish, showsSamples);
  if (query.after === undefined) countQueue(db, wish, showsSamples);
  for (const { item, position, accuracyM, village } of entries) {
    const isInsideVillage = position && isInsideBoundary(db, item.villageCode, position);
    listFlags({ ...item, accuracyM }, { ...village, isInsideVillage, freshSince });
  }
}

/** `db` is the country with its reports, all of them with a position. */
export async function benchQueue(db: Db): Promise<Result> {
  db.exec('UPDATE report SET lng = shown_lng, lat = shown_lat WHERE lng IS NULL');
  const rows = [];
  for (const [name, query] of Object.entries(wishes)) {
    readPage(db, query);
    const times = await timeRuns(100, () => readPage(db, query));
    rows.push({
      what: `A page of the queue, ${name} (p50 / p99)`,
      measured: `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.99))}`,
      aim: '≤ 50 ms',
    });
  }
  return { rows, skipped: [] };
}
