// The queue of a device after a long time in the field, sent over a line that loses one request in five,
// through the real router: 500 reports with 1,000 photos must all be there, none twice.
import 'fake-indexeddb/auto';
import { rmSync } from 'node:fs';
import { openDeviceDatabase } from '../../web/api/device-store.ts';
import { createOutbox } from '../../web/api/outbox/outbox.ts';
import { createTestApp } from '../helpers/app.ts';
import { countArrived, countRequests, makeQueue, oneInFive } from '../helpers/field-queue.ts';
import { createLine } from '../helpers/line.ts';
import { ms, seededRandom, type Result } from './measure.ts';

const reportsWanted = 500;
const photosEach = 2;

/** In one process: no time on the wire, and the waits between tries are skipped. */
export async function benchOutbox(): Promise<Result> {
  const t = createTestApp();
  const person = await t.person('staff');
  const line = createLine(t, () => person.cookie, oneInFive(seededRandom(5)));
  const clock = { now: Date.parse('2026-11-22T05:00:00Z') };
  const database = await openDeviceDatabase('bench');
  const outbox = createOutbox({
    database,
    transport: line.transport,
    now: () => clock.now,
    lock: (work) => work(),
    random: () => 0.5,
  });
  try {
    const queue = await makeQueue(person.id, reportsWanted, photosEach, [400, 300]);
    const startedAt = performance.now();
    for (const { item, photos } of queue) await outbox.put(item, photos);
    const putMs = performance.now() - startedAt;
    let runs = 0;
    for (
      let next: number | null = clock.now;
      next !== null;
      next = await outbox.nextTryAt(person.id)
    ) {
      clock.now = Math.max(clock.now, next);
      await outbox.run(person.id);
      runs += 1;
    }
    const sendMs = performance.now() - startedAt - putMs;
    const { reports, photos, twice } = countArrived(t, queue);
    const { requests, repeats } = countRequests(line);
    const lost = line.log.filter(({ wasHandled }) => !wasHandled).length;
    const what = `${reportsWanted} reports with ${reportsWanted * photosEach} photos`;
    return {
      rows: [
        { what: `${what}: put on the device`, measured: ms(putMs), aim: '' },
        {
          what: `${what}: sent, one request in five lost`,
          measured: `${ms(sendMs)}, ${requests} requests in ${runs} runs, ${repeats} of them repeats, ${lost} lost on the way up`,
          aim: '',
        },
        {
          what: `${what}: on the server`,
          measured: `${reports} reports, ${photos} photos, ${twice} twice`,
          aim: `${reportsWanted} reports, ${reportsWanted * photosEach} photos, 0 twice`,
        },
      ],
      skipped: [],
    };
  } finally {
    database.close();
    rmSync(t.dataDir, { recursive: true, force: true });
  }
}
