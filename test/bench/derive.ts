// From 300,000 reports to statuses: all of them, one report's effect, and the answer to "why".
import { isoDay } from '../../server/platform/clock.ts';
import type { Db } from '../../server/platform/database.ts';
import { refreshAllStatuses, refreshStatuses } from '../../server/status/derive.ts';
import { explainPlace } from '../../server/status/why.ts';
import { ms, quantile, seededRandom, timeRuns, type Result } from './measure.ts';

const today = isoDay(new Date('2026-11-22T05:00:00Z'));

export async function benchDerive(db: Db): Promise<Result> {
  db.exec('DELETE FROM place_status; DELETE FROM operator_status;');
  const [allMs = Number.NaN] = await timeRuns(1, () => refreshAllStatuses(db, today));
  const random = seededRandom(3);
  const reported = db.prepare('SELECT id, village_code AS village FROM report').all() as {
    id: string;
    village: string;
  }[];
  const pick = () => reported[Math.floor(random() * reported.length)] ?? { id: '', village: '' };
  const turn = db.prepare(
    "UPDATE report SET state = iif(state = 'verified', 'submitted', 'verified') WHERE id = ?",
  );
  // What the bulk write above left in the log is not one report's to carry over.
  db.pragma('wal_checkpoint(TRUNCATE)');
  const effects = await timeRuns(300, () => {
    const { id, village } = pick();
    db.transaction(() => {
      turn.run(id);
      refreshStatuses(db, [village], today);
    })();
  });
  const whys = await timeRuns(1000, () => JSON.stringify(explainPlace(db, pick().village, today)));
  return {
    rows: [
      {
        what: 'Every status derived anew (83,762 villages, 300,000 reports, 5 operators)',
        measured: ms(allMs),
        aim: '≤ 20 s',
      },
      {
        what: "One report's effect, written and derived (p50 / p99)",
        measured: `${ms(quantile(effects, 0.5))} / ${ms(quantile(effects, 0.99))}`,
        aim: '≤ 10 ms',
      },
      {
        what: "A village's “why” (p50 / p99)",
        measured: `${ms(quantile(whys, 0.5))} / ${ms(quantile(whys, 0.99))}`,
        aim: '≤ 20 ms',
      },
    ],
    skipped: [],
  };
}
