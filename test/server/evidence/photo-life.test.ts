// Photos and their report over the real router: who may, before the report, with it, and gone with it.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPhotoFiles } from '../../../server/evidence/photo-files.ts';
import { tidyPhotos } from '../../../server/evidence/photo-tidy.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';
import { addReport, cut, declare, listFiles, noise, photoDevice } from '../../helpers/photo.ts';
import { changing, creating, reportInput } from '../../helpers/report.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

let picture = new Uint8Array();
let small = new Uint8Array();

beforeAll(async () => {
  picture = new Uint8Array(await noise(1400, 1000).jpeg({ quality: 85 }).toBuffer());
  small = new Uint8Array(await noise(80, 60).jpeg().toBuffer());
});

const undo = (who: Person, id: string) =>
  who.send(`/api/reports/${id}/undo`, { method: 'POST', body: {}, headers: changing(1) });

describe('who may', () => {
  test('declare: those who may edit the report, and nobody under a taken id', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const pessel = await t.person('regency', { regencyCode: '13.01' });
    const padang = await t.person('regency', { regencyCode: '13.71' });
    const id = await addReport(sari);
    const sent = await photoDevice(t, pessel).sendPhoto(id, small);
    expect(sent.body.state).toBe('stored');
    const foreign = await photoDevice(t, padang).sendPhoto(id, small);
    expect([foreign.status, foreign.body.code]).toEqual([403, 'not_allowed']);
    for (const [who, over] of [
      [sari, {}],
      [pessel, { operatorId: 'telkomsel' }],
    ] as const) {
      const taken = await photoDevice(t, who).put(id, sent.id, declare(small, over));
      expect([taken.status, taken.body.code]).toEqual([409, 'id_taken']);
    }
    const moved = await photoDevice(t, pessel).put(randomUUID(), sent.id, declare(small));
    expect([moved.status, moved.body.code]).toEqual([409, 'id_taken']);
  });

  test('send parts: only the one who declared the photo', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const budi = await t.person('staff');
    const photoId = randomUUID();
    await photoDevice(t, sari).put(await addReport(sari), photoId, declare(small));
    expect((await photoDevice(t, budi).sendPart(photoId, 0, small)).status).toBe(404);
  });

  test('remove: those who may edit the report; equal pictures share a file', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const padang = await t.person('regency', { regencyCode: '13.71' });
    const id = await addReport(sari);
    const device = photoDevice(t, sari);
    const [one, two] = [await device.sendPhoto(id, small), await device.sendPhoto(id, small)];
    expect(listFiles(t, 'photos')).toHaveLength(2);
    const refused = await padang.send(`/api/photos/${one.id}`, { method: 'DELETE' });
    expect(refused.status).toBe(403);
    expect((await sari.send(`/api/photos/${one.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await device.fetchBytes(`/api/photos/${one.id}`)).status).toBe(404);
    expect((await device.fetchBytes(`/api/photos/${two.id}`)).status).toBe(200);
    await sari.send(`/api/photos/${two.id}`, { method: 'DELETE' });
    expect(listFiles(t, 'photos')).toEqual([]);
    expect((await sari.send(`/api/photos/${two.id}`, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('a photo before its report', () => {
  test('is seen by its sender only, then by all who see the report', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const budi = await t.person('staff');
    const id = randomUUID();
    const sent = await photoDevice(t, sari).sendPhoto(id, small);
    expect(sent.body.state).toBe('stored');
    const status = async (who: Person) =>
      (await photoDevice(t, who).fetchBytes(`/api/photos/${sent.id}/thumb`)).status;
    expect([await status(sari), await status(budi)]).toEqual([200, 404]);
    expect((await budi.send(`/api/photos/${sent.id}`, { method: 'DELETE' })).status).toBe(404);
    const saved = await sari.send(`/api/reports/${id}`, {
      method: 'PUT',
      body: reportInput(),
      headers: creating,
    });
    expect(saved.body.report.photos).toMatchObject([{ id: sent.id, reportId: id }]);
    expect([await status(sari), await status(budi)]).toEqual([200, 200]);
  });

  test('never slips into the report of somebody else', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const padang = await t.person('regency', { regencyCode: '13.71' });
    const id = randomUUID();
    const slipped = await photoDevice(t, padang).sendPhoto(id, small);
    await sari.send(`/api/reports/${id}`, {
      method: 'PUT',
      body: reportInput(),
      headers: creating,
    });
    expect((await sari.send(`/api/reports/${id}`)).body.photos).toEqual([]);
    expect((await photoDevice(t, padang).fetchBytes(`/api/photos/${slipped.id}`)).status).toBe(404);
  });

  test('is given up after thirty days without it, and so are parts that never became whole', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const device = photoDevice(t, sari);
    const waiting = await device.sendPhoto(randomUUID(), small);
    const kept = await device.sendPhoto(await addReport(sari), picture);
    const half = randomUUID();
    const { body } = await device.put(await addReport(sari), half, declare(picture));
    await device.sendPart(half, 0, cut(picture, body)[0] ?? small);
    const files = createPhotoFiles(t.dataDir);
    const tidy = () => tidyPhotos({ db: t.db, clock: () => t.state.now, files });
    const rows = () => t.db.prepare('SELECT id FROM photo').pluck().all();

    t.state.now = new Date('2026-12-22T04:00:00Z');
    await tidy();
    expect(rows()).toHaveLength(3);
    t.state.now = new Date('2026-12-22T06:00:00Z');
    await tidy();
    expect(rows()).toEqual([kept.id]);
    expect([listFiles(t, 'photos').length, listFiles(t, 'uploads')]).toEqual([2, []]);
    expect((await device.fetchBytes(`/api/photos/${waiting.id}`)).status).toBe(404);
    const audit = t.db.prepare(`SELECT subject FROM audit WHERE action = 'photo.give-up'`).pluck();
    expect(new Set(audit.all())).toEqual(new Set([`photo:${half}`, `photo:${waiting.id}`]));
  });
});

describe('with its report', () => {
  test('a photo goes when the report is taken back, and none comes after', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = await addReport(sari);
    const device = photoDevice(t, sari);
    await device.sendPhoto(id, small);
    const half = randomUUID();
    const { body } = await device.put(id, half, declare(picture));
    await device.sendPart(half, 0, cut(picture, body)[0] ?? small);
    expect((await undo(sari, id)).status).toBe(200);
    expect(t.db.prepare('SELECT count(*) FROM photo').pluck().get()).toBe(0);
    expect([listFiles(t, 'photos'), listFiles(t, 'uploads')]).toEqual([[], []]);
    const late = await device.sendPhoto(id, small);
    expect([late.status, late.body.code]).toEqual([410, 'report_withdrawn']);
  });

  test('what a crash left behind is tidied, and nothing else is touched', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const sent = await photoDevice(t, sari).sendPhoto(await addReport(sari), small);
    const lost = 'ab'.repeat(32);
    mkdirSync(join(t.dataDir, 'photos', 'ab'), { recursive: true });
    mkdirSync(join(t.dataDir, 'uploads', randomUUID()), { recursive: true });
    for (const ending of ['jpg', 'thumb.webp'])
      writeFileSync(join(t.dataDir, 'photos', 'ab', `${lost}.${ending}`), 'x');
    writeFileSync(join(t.dataDir, 'photos', 'ab', 'catatan.txt'), 'milik admin');
    const files = createPhotoFiles(t.dataDir);
    await tidyPhotos({ db: t.db, clock: () => t.state.now, files });
    expect(listFiles(t, 'photos').toSorted()).toHaveLength(3);
    expect(listFiles(t, 'photos')).toContain('catatan.txt');
    expect(readdirSync(join(t.dataDir, 'uploads'))).toEqual([]);
    expect((await photoDevice(t, sari).fetchBytes(`/api/photos/${sent.id}`)).status).toBe(200);
  });

  test('a stored photo is told to open browsers, and stands in every list of its village', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const id = await addReport(sari);
    const over = { kind: 'signal_app', operatorId: 'telkomsel', exifDistanceM: 1500 } as const;
    await photoDevice(t, sari).sendPhoto(id, small, over);
    t.state.now = new Date('2026-11-22T05:00:01Z');
    await photoDevice(t, sari).sendPhoto(id, picture, { exifDistanceM: 1000 });
    expect(t.events.at(-1)).toEqual({
      type: 'report',
      reportId: id,
      villageCode: villages.inderapura,
      reportVersion: 1,
      byName: 'staff 1',
    });
    const { body } = await sari.send(`/api/reports?village=${villages.inderapura}`);
    expect(body[0].photos).toMatchObject([
      { ...over, isFarFromReport: true, widthPx: 80, heightPx: 60 },
      { kind: 'photo', exifDistanceM: 1000, isFarFromReport: false, widthPx: 1400 },
    ]);
  });
});
