// What lies on the device is each account's own, and map settings fit what is kept there.
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { MapInfo } from '#contract/regions';
import { withDeviceDatabase, type KeptPack } from '../../../web/api/device-store.ts';
import { dropDraft, findDraft, keepDraft, listDrafts } from '../../../web/api/drafts.ts';
import { dropAnswersOfOthers, findAnswer, putAnswer } from '../../../web/api/kept-answers.ts';
import { fitToDevice, listKeptLocalities } from '../../../web/api/kept-places.ts';

test('an answer is found by the account it was given to, until another one signs in', async () => {
  await putAnswer('sari', 'operators', ['telkomsel']);
  await putAnswer('budi', 'operators', ['indosat']);
  expect((await findAnswer('sari', 'operators'))?.value).toEqual(['telkomsel']);
  expect(await findAnswer('sari', 'map')).toBeNull();

  await dropAnswersOfOthers('budi');
  expect(await findAnswer('sari', 'operators')).toBeNull();
  expect((await findAnswer('budi', 'operators'))?.value).toEqual(['indosat']);
  await dropAnswersOfOthers(null);
  expect(await findAnswer('budi', 'operators')).toBeNull();
});

test('drafts belong to an account and a report, the latest first', async () => {
  const draft = (accountId: string, id: string, savedAt: number) => ({
    accountId,
    id,
    savedAt,
    content: { note: id },
  });
  await keepDraft(draft('sari', 'lama', 1));
  await keepDraft(draft('sari', 'baru', 2));
  await keepDraft(draft('budi', 'lama', 3));
  expect((await listDrafts('sari')).map(({ id }) => id)).toEqual(['baru', 'lama']);
  await dropDraft('sari', 'lama');
  expect(await findDraft('sari', 'lama')).toBeNull();
  expect(await findDraft('budi', 'lama')).toEqual(draft('budi', 'lama', 3));
});

test('the localities of a village are those of its kept regency; of another one nothing is known', async () => {
  const of = (villageCode: string, name: string) => ({
    id: crypto.randomUUID(),
    villageCode,
    kind: 'jorong',
    name,
  });
  const localities = [of('13.01.01.2001', 'Koto Tuo'), of('13.01.01.2002', 'Pasar')];
  await withDeviceDatabase((database) =>
    database.put('places', { code: '13.01', places: [], localities }),
  );
  expect(await listKeptLocalities('13.01.01.2001')).toEqual([localities[0]]);
  expect(await listKeptLocalities('13.01.01.2003')).toEqual([]);
  expect(await listKeptLocalities('13.02.01.2001')).toBeNull();
});

const info: MapInfo = {
  province: null,
  bounds: [95, -11, 141, 6],
  villageCount: 3,
  officialCount: 0,
  boundaryVersion: 'new',
  tileUrl: '/tiles/new/{z}/{x}/{y}.mvt',
  firstTiles: ['/tiles/new/5/24/16.mvt'],
  zooms: { maxZoom: 12, regency: 4, district: 8, village: 8 },
  basemap: { kind: 'raster', urlTemplate: 'https://tile.example/{z}/{x}/{y}', attribution: 'x' },
  attribution: [],
};

const pack = (code: string, boundaryVersion: string, completedAt: string | null): KeptPack => ({
  code,
  kind: 'kabupaten',
  name: code,
  boundaryVersion,
  tileUrls: [],
  bytes: 0,
  completedAt,
  formerTileUrls: [],
});

test.each([
  ['no regency at all', [], 'new'],
  ['one of this version', [pack('13.01', 'new', null), pack('13.02', 'old', '2026-11-01')], 'new'],
  [
    'only whole ones of earlier versions',
    [pack('13.01', 'old', '2026-11-02'), pack('13.02', 'older', '2026-11-01')],
    'old',
  ],
  ['only half of an earlier one', [pack('13.01', 'old', null)], 'new'],
])('with %s kept, the map asks for the tiles that are here', async (_name, packs, version) => {
  await withDeviceDatabase(async (database) => {
    await database.clear('packs');
    for (const kept of packs) await database.put('packs', kept);
  });
  const fit = await fitToDevice(info);
  expect(fit.tileUrl).toBe(`/tiles/${version}/{z}/{x}/{y}.mvt`);
  expect(fit.boundaryVersion).toBe(version);
  expect(fit.basemap).toEqual({ kind: 'builtin' });
});
