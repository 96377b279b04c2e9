// SAMPEL reports put in and taken out as a whole, by the route and by `npm run sample`.
import { distance } from '@turf/turf';
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { listSampleGround } from '../regions/store.ts';
import type { StatusFeed } from '../status/feed.ts';
import type { SampleInfo } from './contract.ts';
import { makeSampleInput, sampleId, sampleIsVerified, type SampleVillage } from './sample.ts';
import * as store from './store.ts';

/** What adding and removing samples needs. */
export type SampleDeps = { db: Db; clock: Clock; feed: StatusFeed; province: string };

/** Samples are for trying out, so one province is enough even where the whole country is loaded. */
const sampleMaximum = 10_000;

function listSampleVillages(db: Db, province: string): SampleVillage[] {
  const { villages, towns } = listSampleGround(db, province === 'all' ? 'ID' : province);
  return villages.slice(0, sampleMaximum).map((village) => ({
    ...village,
    townKm: Math.min(200, ...towns.map((town) => distance(village.position, town))),
  }));
}

/** How many samples and how many real reports there are. */
export function readSampleInfo(db: Db): SampleInfo {
  const { reports, samples } = store.countReports(db);
  return { reports: samples, realReports: reports - samples };
}

/** Fills the province with samples; those that stand already stay. Gives back what there is. */
export function addSamples({ db, clock, feed, province }: SampleDeps, caller: Account): SampleInfo {
  const at = clock();
  const operatorIds = store
    .listOperators(db)
    .filter((operator) => operator.isMobile)
    .map((operator) => operator.id);
  const ground = listSampleVillages(db, province);
  feed.change(() => {
    const villages: string[] = [];
    for (const village of ground) {
      const id = sampleId(village.code);
      const input = makeSampleInput(village, operatorIds, isoDay(at));
      if (!input || store.findReport(db, id)) continue;
      const state = sampleIsVerified(village.code) ? 'verified' : 'submitted';
      store.insertReport(
        db,
        { id, input, shownAt: village.position, state, isSample: true },
        { accountId: caller.id, officeId: caller.office.id, at },
      );
      villages.push(village.code);
    }
    recordAudit(db, {
      at,
      accountId: caller.id,
      action: 'sample.add',
      subject: 'sample',
      after: { reports: villages.length },
    });
    return { villages };
  });
  return readSampleInfo(db);
}

/** Takes all samples out; the villages fall back to what real reports say. */
export function removeSamples({ db, clock, feed }: SampleDeps, caller: Account): SampleInfo {
  feed.change(() => {
    const villages = store.deleteSamples(db);
    recordAudit(db, {
      at: clock(),
      accountId: caller.id,
      action: 'sample.remove',
      subject: 'sample',
      before: { villages: villages.length },
    });
    return { villages };
  });
  return readSampleInfo(db);
}
