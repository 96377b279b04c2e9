// The job that drives the engine: runs until nothing waits, stops between pieces, tells of a failure.
import { describe, expect, it } from 'vitest';
import { createEngine, type CoverageEngine } from '../../../server/coverage/engine.ts';
import { createCoverageJob } from '../../../server/coverage/job.ts';
import { coverageVersion } from '../../../server/coverage/layer-store.ts';
import { isBehind } from '../../../server/coverage/work-store.ts';
import { createHub } from '../../../server/platform/live.ts';
import { insertLocality } from '../../../server/regions/locality-store.ts';
import type { LiveEvent } from '../../../server/status/contract.ts';
import { addWriter, putCell, readFractions } from '../../helpers/coverage-engine.ts';
import { openPlaces, villages } from '../../helpers/place.ts';

const at = new Date('2026-11-22T05:00:00Z');

/** A job over the made-up villages; `next` may stand in for the engine's. */
function createJob(instead: (engine: CoverageEngine) => CoverageEngine = (engine) => engine) {
  const db = openPlaces();
  const hub = createHub<LiveEvent>();
  const events: LiveEvent[] = [];
  const logged: string[] = [];
  hub.subscribe((event) => events.push(event));
  const maker = {
    ...instead(createEngine(db)),
    merged: async () => '',
    close: async () => {},
  };
  const log = (error: Error) => void logged.push(error.message);
  const job = createCoverageJob({ db, clock: () => at, hub, maker, log });
  return { db, hub, events, logged, job };
}

const covered = { [villages.inderapura]: expect.closeTo(0.6346, 3) };

describe('the coverage job', () => {
  it('makes what waits, and tells the browsers of it', async () => {
    const { db, events, job } = createJob();
    putCell(db);
    job.start();
    expect(job.state()).toMatchObject({ isRunning: true, startedAt: at.toISOString() });
    await job.settled();
    expect(readFractions(db, 'computed.on_air.*.4g')).toEqual(covered);
    expect(job.state()).toEqual({
      ...{ isRunning: false, isBehind: false, failure: null },
      ...{ step: null, done: 0, total: 0, startedAt: null },
    });
    const coverage = events.filter(({ type }) => type === 'coverage');
    expect(coverage).toEqual([
      { type: 'coverage', version: '0', isRunning: true },
      { type: 'coverage', version: '1', isRunning: false },
    ]);
    expect(events.some(({ type }) => type === 'status')).toBe(true);
  });

  it('does nothing when nothing waits', async () => {
    const { events, job } = createJob();
    job.start();
    expect(job.state().isRunning).toBe(false);
    await job.settled();
    expect(events).toEqual([]);
  });

  it('also makes what comes while it runs', async () => {
    const { db, job } = createJob();
    putCell(db);
    job.start();
    putCell(db, { siteRef: 'B', operatorId: 'indosat' });
    job.start();
    await job.settled();
    expect(readFractions(db, 'computed.on_air.indosat.4g')).toEqual(covered);
  });

  it('stops after the piece that is being made, and goes on with the next start', async () => {
    const { db, job } = createJob();
    putCell(db);
    job.start();
    job.cancel();
    await job.settled();
    expect(job.state()).toMatchObject({ isRunning: false, isBehind: true, failure: null });
    expect(coverageVersion(db)).toBe('0');
    job.start();
    await job.settled();
    expect(job.state().isBehind).toBe(false);
    expect(readFractions(db, 'computed.on_air.*.4g')).toEqual(covered);
  });

  it('tells of a failure, keeps what waits, and tries again when asked', async () => {
    let isBroken = true;
    const { db, logged, job } = createJob((engine) => ({
      next: (day) => (isBroken ? Promise.reject(new Error('disk full')) : engine.next(day)),
    }));
    putCell(db);
    job.start();
    await job.settled();
    expect(job.state()).toMatchObject({ isRunning: false, isBehind: true, failure: 'disk full' });
    expect(logged).toEqual(['disk full']);
    isBroken = false;
    job.start();
    expect(job.state().failure).toBeNull();
    await job.settled();
    expect(job.state()).toMatchObject({ isBehind: false, failure: null });
  });

  it('wakes when others tell of new places', async () => {
    const { db, hub, job } = createJob();
    putCell(db);
    job.start();
    await job.settled();
    const locality = {
      ...{ villageCode: villages.inderapura, kind: 'jorong', name: 'Pasar', source: 'survei' },
      position: [100.05, -1.95] as [number, number],
    };
    insertLocality(db, 'l1', locality, { accountId: addWriter(db), at });
    expect(isBehind(db)).toBe(true);
    hub.publish({ type: 'places', villageCodes: [villages.inderapura] });
    await job.settled();
    expect(isBehind(db)).toBe(false);
    const points = db.prepare('SELECT count(*) FROM locality_coverage').pluck().get();
    expect(points).toBe(2);
  });

  it('closed, it starts nothing any more', async () => {
    const { db, job } = createJob();
    await job.close();
    putCell(db);
    job.start();
    await job.settled();
    expect(job.state()).toMatchObject({ isRunning: false, isBehind: true });
  });
});
