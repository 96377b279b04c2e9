// Photos of the outbox against the real router: resumed part by part, and never in the way of a report.
import { createHash, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import type { NewOutboxPhoto } from '../../../web/api/outbox/types.ts';
import type { TestApp } from '../../helpers/app.ts';
import { countArrived, countRequests, makeQueue, oneInFive } from '../../helpers/field-queue.ts';
import { seeded, type Luck } from '../../helpers/line.ts';
import { itemOf, openDevice, runOut, setUp, statesOf } from '../../helpers/outbox.ts';

let jpeg: Uint8Array<ArrayBuffer>;

/** Noise hardly compresses: more than four parts of 128 KiB. */
beforeAll(async () => {
  const raw = { width: 900, height: 700, channels: 3 } as const;
  const noise = randomBytes(raw.width * raw.height * raw.channels);
  jpeg = new Uint8Array(await sharp(noise, { raw }).jpeg({ quality: 96 }).toBuffer());
  expect(jpeg.length).toBeGreaterThan(4 * 131_072);
});

function photoOf(
  bytes: Uint8Array<ArrayBuffer>,
  over: Partial<NewOutboxPhoto> = {},
): NewOutboxPhoto {
  return {
    id: crypto.randomUUID(),
    kind: 'photo',
    operatorId: null,
    blob: new Blob([bytes]),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    exifDistanceM: null,
    ...over,
  };
}

const isPart = ({ path }: { path: string }) => path.includes('/parts/');

function storedPhotos(t: TestApp): unknown[] {
  return t.db.prepare('SELECT report_id FROM photo').pluck().all();
}

test('a photo goes on where the line broke off, also after the app was closed', async () => {
  const coming: Luck[] = [];
  const { t, person, clock, line, device, make, outbox } = await setUp(
    () => coming.shift() ?? 'through',
  );
  const item = itemOf(person.id, 'dengan foto');
  const photo = photoOf(jpeg);
  await outbox.put(item, [photo]);
  // Report, declaration, two parts, then a part that arrives without an answer.
  coming.push('through', 'through', 'through', 'through', 'answer-lost');
  expect(await outbox.run(person.id)).toBe('line');
  const [half] = await outbox.list(person.id);
  expect(half).toMatchObject({ state: 'waiting', isReportSent: true });
  expect(half?.photos[0]?.sentParts).toBe(2);
  expect(half?.sentBytes).toBeGreaterThan(2 * 131_072);
  expect(half?.sentBytes).toBeLessThan(half?.totalBytes ?? 0);
  device.database.close();

  line.log.length = 0;
  const next = make((await openDevice(device.name)).database);
  await runOut(next, person.id, clock);
  const parts = line.log.filter(isPart).map(({ path }) => path.split('/').at(-1));
  const all = Math.ceil(jpeg.length / 131_072);
  expect(parts).toEqual(Array.from({ length: all - 3 }, (_, i) => String(i + 3)));
  const [whole] = await next.list(person.id);
  expect(whole).toMatchObject({ state: 'received', sentBytes: whole?.totalBytes });
  expect(whole?.photos[0]).toMatchObject({ state: 'stored', sentParts: all });
  expect(storedPhotos(t)).toEqual([item.id]);
  const [kept] = await (await openDevice(device.name)).database.getAll('photos');
  expect(kept?.blob).toBeNull();
});

test('whatever is lost, the report and its photos are stored once and whole', async () => {
  const fate = fc.constantFrom<Luck>('through', 'through', 'request-lost', 'answer-lost', 'busy');
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 30 }), async (fates) => {
      const coming = [...fates];
      const { t, person, clock, outbox } = await setUp(() => coming.shift() ?? 'through');
      const item = itemOf(person.id, 'dua foto');
      await outbox.put(item, [photoOf(jpeg), photoOf(jpeg, { kind: 'signal_app' })]);
      await runOut(outbox, person.id, clock);
      const [entry] = await outbox.list(person.id);
      expect(entry).toMatchObject({ state: 'received', sentBytes: entry?.totalBytes });
      expect(entry?.photos.map(({ state }) => state)).toEqual(['stored', 'stored']);
      expect(storedPhotos(t)).toEqual([item.id, item.id]);
    }),
    { numRuns: 15, seed: 3 },
  );
}, 120_000);

test('a refused photo does not hold back the report, nor the other photo', async () => {
  const { person, outbox } = await setUp();
  const item = itemOf(person.id, 'satu foto rusak');
  const noImage = new TextEncoder().encode('bukan foto');
  await outbox.put(item, [photoOf(noImage), photoOf(jpeg)]);
  await outbox.run(person.id);
  const [entry] = await outbox.list(person.id);
  expect(entry?.state).toBe('received');
  const states = entry?.photos.map(({ state }) => state).toSorted();
  expect(states).toEqual(['refused', 'stored']);
  const refusal = entry?.photos.find(({ state }) => state === 'refused')?.refusal;
  expect(refusal?.code).toMatch(/^photo_/);
  expect(entry?.sentBytes).toBe(entry?.totalBytes);
});

test('a photo whose bytes are not what was told is begun anew, then refused', async () => {
  const { person, line, outbox } = await setUp();
  const wrong = photoOf(jpeg, { sha256: 'a'.repeat(64) });
  await outbox.put(itemOf(person.id, 'sidik salah'), [wrong]);
  await outbox.run(person.id);
  const [entry] = await outbox.list(person.id);
  expect(entry?.state).toBe('received');
  expect(entry?.photos[0]).toMatchObject({
    state: 'refused',
    refusal: { code: 'photo_checksum_wrong' },
  });
  expect(line.log.filter(isPart)).toHaveLength(2 * Math.ceil(jpeg.length / 131_072));
});

test('every request names the account', async () => {
  const { t, person, state, outbox } = await setUp();
  const other = await t.person('staff');
  await outbox.put(itemOf(person.id, 'berfoto'), [photoOf(jpeg)]);
  state.cookie = other.cookie;
  expect(await outbox.run(person.id)).toBe('other_account');
  expect(storedPhotos(t)).toEqual([]);
});

test('a photo that was taken back is not sent, and no longer weighs', async () => {
  const { t, person, outbox } = await setUp();
  const item = itemOf(person.id, 'satu dari dua');
  const [kept, taken] = [photoOf(jpeg), photoOf(jpeg)];
  await outbox.put(item, [kept, taken]);
  const before = (await outbox.list(person.id))[0]?.totalBytes ?? 0;
  await outbox.dropPhoto(item, taken.id);
  expect((await outbox.list(person.id))[0]?.totalBytes).toBe(before - jpeg.length);
  expect((await outbox.find(item))?.photos.map(({ id }) => id)).toEqual([kept.id]);
  await outbox.run(person.id);
  expect(storedPhotos(t)).toEqual([item.id]);
});

test('a report that its writer took back is gone from the queue, and so are its photos', async () => {
  const coming: Luck[] = ['through', 'request-lost'];
  const { t, person, clock, outbox } = await setUp(() => coming.shift() ?? 'through');
  const item = itemOf(person.id, 'salah desa');
  await outbox.put(item, [photoOf(jpeg)]);
  expect(await outbox.run(person.id)).toBe('line');
  const undone = await person.send(`/api/reports/${item.id}/undo`, {
    method: 'POST',
    headers: { 'if-match': '"1"' },
  });
  expect(undone.status).toBe(200);
  await runOut(outbox, person.id, clock);
  expect(await outbox.list(person.id)).toEqual([]);
  expect(await outbox.find(item)).toBeNull();
  expect(storedPhotos(t)).toEqual([]);
});

test('20 reports with 40 photos over a line that loses one request in five: all there, none twice', async () => {
  const { t, person, clock, line, outbox } = await setUp(oneInFive(seeded(5)));
  const queue = await makeQueue(person.id, 20, 2, [120, 90]);
  for (const { item, photos } of queue) await outbox.put(item, photos);
  await runOut(outbox, person.id, clock);
  expect(countArrived(t, queue)).toEqual({ reports: 20, photos: 40, twice: 0 });
  expect(countRequests(line).repeats).toBeGreaterThan(5);
  expect(new Set(await statesOf(outbox, person))).toEqual(new Set(['received']));
}, 60_000);
