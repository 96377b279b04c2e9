// The search box over the whole country, as the route asks it.
import type { Db } from '../../server/platform/database.ts';
import { searchRegions } from '../../server/regions/store.ts';
import { ms, quantile, timeRuns, type Result } from './measure.ts';

/** What the search box asks for by default. */
const limit = 10;
const typed = 'ind';

export async function benchSearch(db: Db): Promise<Result> {
  const times = await timeRuns(200, () => searchRegions(db, typed, limit));
  const row = {
    what: `Search "${typed}" in the country (p50 / p99)`,
    measured: `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.99))}`,
    aim: '≤ 50 ms',
  };
  return { rows: [row], skipped: [] };
}
