// Places and the map over the real router.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { basemapOrigin } from '../../../server/regions/contract.ts';
import { createTestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';

type Named = { name: string };

describe('search', () => {
  test.each([
    ['ind', ['Indarung', 'Inderapura']],
    ['IND', ['Indarung', 'Inderapura']],
    ['inderapura', ['Inderapura']],
    ['ind pancung', ['Inderapura']],
    ['mau', ["Ma'u Besar"]],
    ["ma'u b", ["Ma'u Besar"]],
    ['nagari ind', ['Inderapura']],
    ['padang', ['Padang', 'Indarung', 'Lubuk Kilangan']],
    ['13.71', ['Padang', 'Lubuk Kilangan', 'Indarung']],
    ['1301012001', ['Inderapura']],
    ['', []],
    ['"*^', []],
    ['zzz', []],
  ])('%s', async (query, names) => {
    const sari = await createTestApp().person('leader');
    const { body } = await sari.send(`/api/search?q=${encodeURIComponent(query)}`);
    expect(body.map((hit: Named) => hit.name).toSorted()).toEqual(names.toSorted());
  });

  test('the whole name goes first, then names that begin so, then larger places', async () => {
    const sari = await createTestApp().person('leader');
    const { body } = await sari.send('/api/search?q=padang');
    expect(body[0]).toMatchObject({ name: 'Padang', level: 'regency' });
    expect(body[1].path.map((above: Named) => above.name)).toContain('Padang');
  });

  test.each(['/api/search', '/api/search?q=a&limit=0', `/api/search?q=${'a'.repeat(101)}`])(
    '%s is refused',
    async (path) => {
      const sari = await createTestApp().person('leader');
      expect((await sari.send(path)).status).toBe(422);
    },
  );
});

describe('a place', () => {
  test('names its path, point and boundary with its source', async () => {
    const sari = await createTestApp().person('leader');
    const { body } = await sari.send(`/api/regions/${villages.inderapura}`);
    expect(body).toMatchObject({
      kind: 'nagari',
      name: 'Inderapura',
      elevationM: 12,
      postalCode: '25671',
      boundary: { kind: 'approximate', source: 'made up', licence: null },
      villageCount: 1,
    });
    expect(body.path.map((above: Named) => above.name)).toEqual([
      'Pancung Soal',
      'Pesisir Selatan',
      'Sumatera Barat',
    ]);
  });

  test.each([
    ['13.01.01.2999', 404, 'region_unknown'],
    ['1301012001', 422, 'invalid'],
    ['13.1', 422, 'invalid'],
    ["13'--", 422, 'invalid'],
  ])('%s: %i %s', async (code, status, problem) => {
    const sari = await createTestApp().person('leader');
    const answer = await sari.send(`/api/regions/${encodeURIComponent(code)}`);
    expect([answer.status, answer.body.code]).toEqual([status, problem]);
  });

  test('lists what lies right below, and all its villages', async () => {
    const sari = await createTestApp().person('leader');
    const children = await sari.send('/api/regions/13/children');
    expect(children.body.map((child: Named) => child.name)).toEqual(['Padang', 'Pesisir Selatan']);
    const all = await sari.send('/api/regions/ID/villages');
    expect(all.body.map((row: { regencyName: string }) => row.regencyName)).toEqual([
      'Pesisir Selatan',
      'Pesisir Selatan',
      'Kota Padang',
    ]);
  });
});

describe('the village at a point', () => {
  test.each([
    [100.05, -1.95, villages.inderapura],
    [100.15, -1.95, villages.mau],
    [100.55, -1.95, villages.indarung],
  ])('%d, %d', async (lng, lat, code) => {
    const sari = await createTestApp().person('leader');
    expect((await sari.send(`/api/regions/at?lng=${lng}&lat=${lat}`)).body.code).toBe(code);
  });

  test('is none in the sea', async () => {
    const sari = await createTestApp().person('leader');
    const { status, body } = await sari.send('/api/regions/at?lng=98&lat=-4');
    expect([status, body.code]).toEqual([404, 'no_village_here']);
  });
});

describe('tiles', () => {
  async function tilePath(t: ReturnType<typeof createTestApp>, address: string) {
    const sari = await t.person('leader');
    const { body } = await sari.send('/api/map');
    return body.tileUrl.replace('{z}/{x}/{y}', address);
  }

  test('never change under their address: cached for good, made once', async () => {
    const t = createTestApp();
    const path = await tilePath(t, '8/199/129');
    const first = await t.send(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toContain('immutable');
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(t.db.prepare('SELECT count(*) FROM tile').pluck().get()).toBe(1);
    t.db.prepare('DELETE FROM boundary').run();
    expect((await t.send(path)).status).toBe(200);
    const etag = first.headers.get('etag') ?? '';
    expect((await t.send(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('hold the areas and names of the levels of their zoom', async () => {
    const t = createTestApp();
    const path = await tilePath(t, '8/199/129');
    const textOf = async (address: string) => {
      const response = await t.app.request(
        `http://jangkau.test${path.replace('8/199/129', address)}`,
      );
      return Buffer.from(await response.arrayBuffer()).toString('latin1');
    };
    const near = await textOf('8/199/129');
    for (const expected of ['province', 'regency', 'district', 'village', 'label', 'Inderapura'])
      expect(near).toContain(expected);
    const far = await textOf('3/6/4');
    expect(far).toContain('province');
    expect(far).not.toContain('village');
  });

  test('an empty one is 204; another version, zoom or column is none', async () => {
    const t = createTestApp();
    const path = await tilePath(t, '12/0/0');
    expect((await t.send(path)).status).toBe(204);
    for (const wrong of ['13/0/0', '3/8/0', '3/0/8'])
      expect((await t.send(path.replace('12/0/0', wrong))).status).toBe(404);
    expect((await t.send('/tiles/old/12/0/0.mvt')).status).toBe(404);
    expect((await t.send(path.replace('12/0', 'x/0'))).status).toBe(422);
  });
});

describe('the basemap', () => {
  test('is builtin until the admin sets another, and that is audited', async () => {
    const t = createTestApp();
    const admin = await t.person('admin');
    expect((await admin.send('/api/map')).body.basemap).toEqual({ kind: 'builtin' });
    const raster = {
      kind: 'raster',
      urlTemplate: 'https://tile.example.go.id/{z}/{x}/{y}.png',
      attribution: 'Contoh',
    };
    const set = await admin.send('/api/map/basemap', { method: 'PUT', body: raster });
    expect(set.body.basemap).toEqual(raster);
    const page = await t.send('/');
    expect(page.headers.get('content-security-policy')).toContain('https://tile.example.go.id');
    expect((await admin.send('/api/map')).body.attribution[0]).toBe('Contoh');
    expect(t.events.map((event) => event.type)).toEqual(['map']);
    expect(t.db.prepare('SELECT action FROM audit').pluck().all()).toEqual(['map.basemap']);
  });

  test('from an archive is served by ranges, and only the one in use', async () => {
    const t = createTestApp();
    const admin = await t.person('admin');
    writeFileSync(join(t.dataDir, 'basemap/sumbar.pmtiles'), 'PMTiles and more');
    writeFileSync(join(t.dataDir, 'basemap/other.pmtiles'), 'secret');
    expect((await admin.send('/api/map/basemaps')).body.files).toEqual([
      'other.pmtiles',
      'sumbar.pmtiles',
    ]);
    const body = { kind: 'pmtiles', file: 'sumbar.pmtiles', attribution: '© OpenStreetMap' };
    await admin.send('/api/map/basemap', { method: 'PUT', body });
    const part = await t.app.request('http://jangkau.test/basemap/sumbar.pmtiles', {
      headers: { range: 'bytes=0-6' },
    });
    expect([part.status, await part.text()]).toEqual([206, 'PMTiles']);
    for (const other of ['other.pmtiles', '..%2Fjangkau.db', 'sumbar.pmtiles.bak'])
      expect((await t.send(`/basemap/${other}`)).status).toBe(404);
  });

  test.each([
    ['https://tile.contoh.id/{z}/{x}/{y}.png', 'https://tile.contoh.id'],
    ['https://Tile.Contoh.ID:443/{z}/{x}/{y}.png', 'https://tile.contoh.id'],
    ['https://tile.contoh.id:8443/{z}/{x}/{y}.png', 'https://tile.contoh.id:8443'],
  ])('%s may come from %s, which the page is told', async (urlTemplate, origin) => {
    const t = createTestApp();
    const admin = await t.person('admin');
    const body = { kind: 'raster', urlTemplate, attribution: 'Contoh' } as const;
    expect((await admin.send('/api/map/basemap', { method: 'PUT', body })).status).toBe(200);
    expect(basemapOrigin(body)).toBe(origin);
    const page = await t.app.request('http://jangkau.test/');
    expect(page.headers.get('content-security-policy')).toContain(`connect-src 'self' ${origin};`);
    expect(await page.text()).toContain(`content="${origin}"`);
  });

  test.each([
    [{ kind: 'pmtiles', file: 'none.pmtiles', attribution: '' }, 'file', 'file_not_found'],
    [{ kind: 'pmtiles', file: '../x.pmtiles', attribution: '' }, 'file', 'wrong_format'],
    [
      { kind: 'raster', urlTemplate: 'http://tile.example/{z}/{x}/{y}', attribution: '' },
      'urlTemplate',
      'wrong_format',
    ],
    [
      { kind: 'raster', urlTemplate: 'https://a.example; script-src */{z}', attribution: '' },
      'urlTemplate',
      'wrong_format',
    ],
    [
      { kind: 'raster', urlTemplate: 'https://tile.example/{z}.png', attribution: '' },
      'urlTemplate',
      'wrong_format',
    ],
    [
      { kind: 'raster', urlTemplate: 'https://a.example:99999/{z}/{x}/{y}', attribution: '' },
      'urlTemplate',
      'wrong_format',
    ],
    [
      { kind: 'raster', urlTemplate: 'https://a.example;x/{z}/{x}/{y}', attribution: '' },
      'urlTemplate',
      'wrong_format',
    ],
    [{ kind: 'moon' }, 'kind', 'wrong_value'],
  ])('%j is refused', async (body, field, code) => {
    const admin = await createTestApp().person('admin');
    const answer = await admin.send('/api/map/basemap', { method: 'PUT', body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ field, code }));
  });
});

test('every page carries a strict policy and a nonce of its own', async () => {
  const t = createTestApp();
  const first = await t.app.request('http://jangkau.test/?place=13.01');
  const policy = first.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe');
  expect(await first.text()).toContain(nonce);
  const second = await t.app.request('http://jangkau.test/');
  expect(second.headers.get('content-security-policy')).not.toBe(policy);
  expect(first.headers.get('x-frame-options')).toBe('DENY');
});
