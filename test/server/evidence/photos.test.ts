// Photos on their way over the real router: in parts, in any order, across a restart, within bounds.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPhotoFiles } from '../../../server/evidence/photo-files.ts';
import { maxUnfinished } from '../../../server/evidence/photo-rules.ts';
import { openDatabase } from '../../../server/platform/database.ts';
import { createTestApp, makeDataDir, type TestApp } from '../../helpers/app.ts';
import { openPlaces } from '../../helpers/place.ts';
import { addReport, cut, declare, listFiles, noise, photoDevice } from '../../helpers/photo.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

let picture = new Uint8Array();
let small = new Uint8Array();

beforeAll(async () => {
  picture = new Uint8Array(await noise(1400, 1000).jpeg({ quality: 85 }).toBuffer());
  small = new Uint8Array(await noise(80, 60).jpeg().toBuffer());
});

describe('a photo in parts', () => {
  test('arrives in any order, any part any number of times', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const device = photoDevice(t, sari);
    const id = await addReport(sari);
    const declared = declare(picture);
    const first = await device.put(id, randomUUID(), declared);
    expect(first.body).toMatchObject({ state: 'receiving', partBytes: 131_072, received: [] });
    const parts = cut(picture, first.body);
    expect(parts.length).toBeGreaterThan(3);
    const sequence = fc.array(fc.nat(parts.length - 1), { maxLength: 6 }).chain((extra) =>
      fc.shuffledSubarray([...parts.keys(), ...extra], {
        minLength: parts.length + extra.length,
      }),
    );
    await fc.assert(
      fc.asyncProperty(sequence, async (order) => {
        const photoId = randomUUID();
        const seen = new Set<number>();
        await device.put(id, photoId, declared);
        for (const n of order) {
          const { status, body } = await device.sendPart(photoId, n, parts[n] ?? small);
          seen.add(n);
          const isWhole = seen.size === parts.length;
          expect([status, body.state]).toEqual([200, isWhole ? 'stored' : 'receiving']);
          expect(body.received).toEqual([...seen].toSorted((a, b) => a - b));
        }
        const again = await device.put(id, photoId, declared);
        expect(again.body).toMatchObject({ state: 'stored', parts: parts.length });
        expect((await sari.send(`/api/photos/${photoId}`, { method: 'DELETE' })).status).toBe(204);
      }),
      { numRuns: 8 },
    );
    expect([listFiles(t, 'photos'), listFiles(t, 'uploads')]).toEqual([[], []]);
  });

  test('goes on after the server was restarted in between', async () => {
    const dataDir = makeDataDir();
    const path = join(dataDir, 'jangkau.db');
    const before = createTestApp(openPlaces(path), dataDir);
    const sari = await before.person('staff');
    const id = await addReport(sari);
    const photoId = randomUUID();
    const { body } = await photoDevice(before, sari).put(id, photoId, declare(picture));
    const parts = cut(picture, body);
    await photoDevice(before, sari).sendPart(photoId, 1, parts[1] ?? small);
    before.db.close();

    const after = createTestApp(openDatabase(path), dataDir);
    const cookie = await after.signInAs(sari.email);
    const again: Person = { ...sari, cookie, send: (to, sent) => after.send(to, sent, cookie) };
    const device = photoDevice(after, again);
    let progress = (await device.put(id, photoId, declare(picture))).body;
    expect(progress.received).toEqual([1]);
    for (const [n, part] of parts.entries())
      if (n !== 1) progress = (await device.sendPart(photoId, n, part)).body;
    expect(progress.state).toBe('stored');
    expect((await again.send(`/api/reports/${id}`)).body.photos).toHaveLength(1);
    after.db.close();
  });

  test('whose last part was kept just before a crash is stored when it is declared again', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = await addReport(sari);
    const photoId = randomUUID();
    const device = photoDevice(t, sari);
    await device.put(id, photoId, declare(small));
    await createPhotoFiles(t.dataDir).writePart(photoId, 0, small);
    expect((await device.put(id, photoId, declare(small))).body.state).toBe('stored');
  });

  test('whose last part comes twice at once is stored once', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = await addReport(sari);
    const photoId = randomUUID();
    const device = photoDevice(t, sari);
    await device.put(id, photoId, declare(small));
    const answers = await Promise.all([1, 2, 3].map(() => device.sendPart(photoId, 0, small)));
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual(
      [1, 2, 3].map(() => [200, 'stored']),
    );
    const audit = t.db.prepare(`SELECT action FROM audit WHERE subject = ?`).pluck();
    expect(audit.all(`photo:${photoId}`)).toEqual(['photo.declare', 'photo.store']);
    expect(t.events.filter((event) => event.type === 'report')).toHaveLength(2);
  });

  test('of the wrong length is refused by its number; beyond the limit it is not even read', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const photoId = randomUUID();
    const device = photoDevice(t, sari);
    await device.put(await addReport(sari), photoId, declare(picture));
    const short = await device.sendPart(photoId, 2, picture.subarray(0, 1000));
    expect([short.status, short.body.code]).toEqual([422, 'part_length_wrong']);
    expect(short.body).toMatchObject({ part: 2, expectedBytes: 131_072, actualBytes: 1000 });
    const long = await device.sendPart(photoId, 0, picture.subarray(0, 131_073));
    expect([long.status, long.body.code]).toEqual([413, 'body_too_large']);
    const beyond = await device.sendPart(photoId, 400, small);
    expect(beyond.body.errors).toEqual([{ field: 'n', code: 'too_big', value: '400' }]);
    expect(listFiles(t, 'uploads')).toEqual([]);
  });

  test('only parts may be longer than 64 kB', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const body = { ...declare(small), note: 'x'.repeat(70_000) };
    const answer = await photoDevice(t, sari).put(randomUUID(), randomUUID(), body);
    expect([answer.status, answer.body.code]).toEqual([413, 'body_too_large']);
  });

  test('with a wrong checksum starts over', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = await addReport(sari);
    const photoId = randomUUID();
    const device = photoDevice(t, sari);
    await device.put(id, photoId, declare(small));
    const spoiled = small.map((byte, index) => (index === 300 ? byte ^ 1 : byte));
    const wrong = await device.sendPart(photoId, 0, spoiled);
    expect([wrong.status, wrong.body.code]).toEqual([422, 'photo_checksum_wrong']);
    const again = await device.put(id, photoId, declare(small));
    expect(again.body).toMatchObject({ state: 'receiving', received: [] });
    expect((await device.sendPart(photoId, 0, small)).body.state).toBe('stored');
  });
});

describe('how many', () => {
  test('twelve a report, a refused one not counted', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = await addReport(sari);
    const device = photoDevice(t, sari);
    expect((await device.sendPhoto(id, Buffer.from('bukan foto'))).status).toBe(422);
    for (let n = 0; n < 12; n += 1)
      expect((await device.put(id, randomUUID(), declare(small))).status).toBe(200);
    const thirteenth = await device.put(id, randomUUID(), declare(small));
    expect([thirteenth.status, thirteenth.body.code]).toEqual([409, 'too_many_photos']);
  });

  test('an account cannot fill the disk with photos that it never finishes', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const device = photoDevice(t, sari);
    for (let n = 0; n < maxUnfinished; n += 1)
      await device.put(randomUUID(), randomUUID(), declare(small));
    const answer = await device.put(randomUUID(), randomUUID(), declare(small));
    expect([answer.status, answer.body.code]).toEqual([429, 'too_many_unfinished_photos']);
  });

  test.each([
    ['bytes', 'too_big', { bytes: 15_000_001 }],
    ['bytes', 'too_small', { bytes: 0 }],
    ['sha256', 'wrong_format', { sha256: 'xyz' }],
    ['kind', 'unknown_value', { kind: 'video' as 'photo' }],
    ['exifDistanceM', 'too_small', { exifDistanceM: -1 }],
    ['operatorId', 'operator_unknown', { operatorId: 'nokia' }],
  ])('%s: %s', async (field, code, over) => {
    const sari = await createTestApp().person('staff');
    const { status, body } = await sari.send(
      `/api/reports/${randomUUID()}/photos/${randomUUID()}`,
      {
        method: 'PUT',
        body: declare(small, over),
      },
    );
    expect(status).toBe(422);
    expect(body.errors).toContainEqual(expect.objectContaining({ field, code }));
  });
});
