// Sites over HTTP: who sees, saves and removes which, and what an import that is taken back leaves.
import { describe, expect, it } from 'vitest';
import type { SiteInput } from '../../../server/coverage/contract.ts';
import { createTestApp } from '../../helpers/app.ts';
import { fileAreas, readFractions, rectangle } from '../../helpers/coverage-engine.ts';
import { villages } from '../../helpers/place.ts';

const { inderapura } = villages;
const view = 'west=99&south=-3&east=101&north=-1';

const cell = (over: Partial<SiteInput['cells'][number]> = {}): SiteInput['cells'][number] => ({
  ...{ ref: '1', technology: '4g', bandMhz: 1800, heightM: 42, azimuthDeg: null },
  ...{ beamwidthDeg: null, radiusM: null, state: 'on_air', onAirOn: '2025-01-01' },
  ...over,
});
const site = (over: Partial<SiteInput> = {}): SiteInput => ({
  ...{ operatorId: 'telkomsel', ref: 'PSS001', name: 'Inderapura' },
  ...{ position: [100.05, -1.95], cells: [cell()] },
  ...over,
});
const post = (body: unknown) => ({ method: 'POST', body });
const put = (body: unknown, version: number) => ({
  ...{ method: 'PUT', body, headers: { 'if-match': `"${version}"` } },
});
const remove = (version: number) => ({
  method: 'DELETE',
  headers: { 'if-match': `"${version}"` },
});

describe('saving a site', () => {
  it('adds it, covers with it, changes and removes it, each with its trail', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const added = await sari.send(
      '/api/sites',
      post(site({ cells: [cell(), cell({ ref: '2', technology: '2g' })] })),
    );
    expect([added.status, added.body.version, added.body.mayEdit]).toEqual([201, 1, true]);
    expect(added.body.cells[1]).toMatchObject({ technology: '4g', reachM: 4000, isEstimate: true });
    await t.coverage.settled();
    expect(Object.keys(readFractions(t.db, 'computed.on_air.telkomsel.2g'))).toEqual([inderapura]);

    const path = `/api/sites/${added.body.id}`;
    const moved = site({ ref: 'PSS002', position: [100.55, -1.95] });
    const changed = await sari.send(path, put(moved, 1));
    expect([changed.status, changed.body.ref, changed.body.cells.length]).toEqual([
      200,
      'PSS002',
      1,
    ]);
    await t.coverage.settled();
    expect(readFractions(t.db, 'computed.on_air.telkomsel.2g')).toEqual({});
    expect(Object.keys(readFractions(t.db, 'computed.on_air.*.4g'))).toEqual([villages.indarung]);

    const stale = await sari.send(path, put(moved, 1));
    expect([stale.status, stale.body.code, stale.body.current.ref]).toEqual([
      412,
      'changed_meanwhile',
      'PSS002',
    ]);
    expect((await sari.send(path, remove(changed.body.version))).status).toBe(204);
    await t.coverage.settled();
    expect(readFractions(t.db, 'computed.on_air.*.4g')).toEqual({});
    const trail = t.db.prepare(
      "SELECT action FROM audit WHERE subject LIKE 'site:%' ORDER BY rowid",
    );
    expect(trail.pluck().all()).toEqual(['site.create', 'site.change', 'site.remove']);
  });

  it.each([
    ['an operator that nobody knows', { operatorId: 'starlink' }, 'operatorId', 'operator_unknown'],
    [
      'a point in Africa',
      { position: [10, 10] as [number, number] },
      'position',
      'position_outside_indonesia',
    ],
    [
      'latitude and longitude swapped',
      { position: [-1.95, 89] as [number, number] },
      'position',
      undefined,
    ],
    ['two cells of one name', { cells: [cell(), cell()] }, 'cells.1.ref', 'cell_ref_twice'],
    [
      'on air before its day',
      { cells: [cell({ onAirOn: '2026-11-30' })] },
      'cells.0.onAirOn',
      'on_air_too_early',
    ],
    ['no cell', { cells: [] }, 'cells', 'too_short'],
    ['a radius of 100 km', { cells: [cell({ radiusM: 100_000 })] }, 'cells.0.radiusM', 'too_big'],
  ])('refuses %s', async (_, over, field, code) => {
    const t = createTestApp();
    const sari = await t.person('admin');
    const { status, body } = await sari.send('/api/sites', post(site(over)));
    expect([status, body.errors[0].field]).toEqual([422, field]);
    if (code !== undefined) expect(body.errors[0].code).toBe(code);
  });

  it('refuses a ref that the operator has given already, not that of another', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    await sari.send('/api/sites', post(site()));
    const twice = await sari.send('/api/sites', post(site({ name: 'Lain' })));
    expect(twice.body.errors[0]).toMatchObject({ field: 'ref', code: 'site_ref_taken' });
    expect((await sari.send('/api/sites', post(site({ operatorId: 'indosat' })))).status).toBe(201);
  });
});

describe('a liaison', () => {
  it('saves sites of its own operator only', async () => {
    const t = createTestApp();
    const lia = await t.person('liaison', { operatorId: 'indosat' });
    const foreign = await lia.send('/api/sites', post(site()));
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign_operator']);
    const own = await lia.send('/api/sites', post(site({ operatorId: 'indosat' })));
    expect(own.status).toBe(201);
    const taken = await lia.send(`/api/sites/${own.body.id}`, put(site(), own.body.version));
    expect([taken.status, taken.body.code]).toEqual([403, 'foreign_operator']);
  });

  it.each([
    ['switched off', { state: 'off' as const }, 'cells.0.state', 'state_not_yours'],
    ['on air without a day', { onAirOn: null }, 'cells.0.onAirOn', 'on_air_date_missing'],
    ['on air tomorrow', { onAirOn: '2026-11-24' }, 'cells.0.onAirOn', 'on_air_too_early'],
  ])('does not say: %s', async (_, over, field, code) => {
    const t = createTestApp();
    const lia = await t.person('liaison', { operatorId: 'telkomsel' });
    const { body } = await lia.send('/api/sites', post(site({ cells: [cell(over)] })));
    expect(body.errors).toEqual([expect.objectContaining({ field, code })]);
  });

  it('sees another operator’s sites without its plans', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const lia = await t.person('liaison', { operatorId: 'indosat' });
    const plan = cell({ ref: '5g', technology: '5g', state: 'planned', onAirOn: null });
    const both = await sari.send('/api/sites', post(site({ cells: [cell(), plan] })));
    const only = await sari.send('/api/sites', post(site({ ref: 'PSS009', cells: [plan] })));
    const own = await lia.send('/api/sites', post(site({ operatorId: 'indosat', cells: [plan] })));

    const { body } = await lia.send(`/api/sites?${view}`);
    const seen = body.sites.map(({ id, technology, state }: Record<string, string>) => [
      id,
      technology,
      state,
    ]);
    expect(new Set(seen)).toEqual(
      new Set([
        [both.body.id, '4g', 'on_air'],
        [own.body.id, '5g', 'planned'],
      ]),
    );
    expect((await sari.send(`/api/sites?${view}`)).body.sites).toHaveLength(3);
    const shown = await lia.send(`/api/sites/${both.body.id}`);
    expect(shown.body.cells.map(({ ref }: { ref: string }) => ref)).toEqual(['1']);
    expect((await lia.send(`/api/sites/${only.body.id}`)).status).toBe(404);
    expect((await lia.send(`/api/sites/${only.body.id}`, remove(1))).status).toBe(404);
    await t.coverage.settled();
    expect((await lia.send('/api/coverage')).body.siteCount).toBe(2);
    expect((await sari.send('/api/coverage')).body.siteCount).toBe(3);
  });
});

describe('sites in a view', () => {
  it('are those of an operator and with a technology when asked, the view being a box', async () => {
    const t = createTestApp();
    const sari = await t.person('leader');
    const staff = await t.person('staff');
    await staff.send('/api/sites', post(site()));
    await staff.send(
      '/api/sites',
      post(site({ operatorId: 'indosat', cells: [cell({ technology: '2g' })] })),
    );
    const count = async (query: string) =>
      (await sari.send(`/api/sites?${query}`)).body.sites.length;
    expect(await count(view)).toBe(2);
    expect(await count(`${view}&operator=indosat`)).toBe(1);
    expect(await count(`${view}&technology=4g`)).toBe(1);
    expect(await count('west=101&south=-3&east=102&north=-1')).toBe(0);
    expect((await sari.send('/api/sites?west=x')).status).toBe(422);
  });
});

describe('taking an import back', () => {
  const layer = 'filed.on_air.telkomsel.4g';
  const [west, middle, east] = [
    rectangle(100, -2, 100.025, -1.9),
    rectangle(100, -2, 100.05, -1.9),
    rectangle(100, -2, 100.075, -1.9),
  ];
  const ids = ['a', 'b', 'c'].map((letter) => `${letter.repeat(8)}-1111-4111-8111-111111111111`);

  async function createFiled() {
    const t = createTestApp();
    for (const [index, area] of [west, middle, east].entries())
      fileAreas(t.db, [area], { importId: ids[index] ?? '', filedOn: `2026-0${index + 1}-01` });
    t.coverage.start();
    await t.coverage.settled();
    const sari = await t.person('staff');
    const undo = async (index: number) => {
      const { status } = await sari.send(`/api/coverage/imports/${ids[index]}`, {
        method: 'DELETE',
      });
      await t.coverage.settled();
      return [status, readFractions(t.db, layer)[inderapura]];
    };
    return { ...t, undo };
  }

  it('lets the filing before stand again', async () => {
    const { db, undo } = await createFiled();
    expect(readFractions(db, layer)[inderapura]).toBe(0.75);
    expect(await undo(2)).toEqual([204, 0.5]);
    expect(await undo(1)).toEqual([204, 0.25]);
    expect(await undo(0)).toEqual([204, undefined]);
    expect(await undo(0)).toEqual([404, undefined]);
  });

  it('from the midst leaves the newest, and hands its end on', async () => {
    const { db, undo } = await createFiled();
    expect(await undo(1)).toEqual([204, 0.75]);
    const ends = db.prepare('SELECT until_on FROM footprint ORDER BY id').pluck().all();
    expect(ends).toEqual(['2026-03-01', null]);
    expect(await undo(2)).toEqual([204, 0.25]);
  });

  it('is not for another operator’s liaison', async () => {
    const t = createTestApp();
    fileAreas(t.db, [west], { importId: ids[0] ?? '' });
    const lia = await t.person('liaison', { operatorId: 'indosat' });
    const refused = await lia.send(`/api/coverage/imports/${ids[0]}`, { method: 'DELETE' });
    expect([refused.status, refused.body.code]).toEqual([403, 'foreign_operator']);
    const own = await t.person('liaison', { operatorId: 'telkomsel' });
    const taken = await own.send(`/api/coverage/imports/${ids[0]}`, { method: 'DELETE' });
    expect(taken.status).toBe(204);
  });
});
