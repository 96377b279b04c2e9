// What the tables of coverage ask: villages found by words, areas that nothing reaches, how old a layer is,
// and a file that was taken back.
import { expect, it, test } from 'vitest';
import { createTestApp } from '../../helpers/app.ts';
import { addWriter, fileAreas, putCell, rectangle } from '../../helpers/coverage-engine.ts';
import { villages } from '../../helpers/place.ts';

const { inderapura, mau, indarung } = villages;
const onAir = 'basis=filed&phase=on_air&operator=*&technology=4g';
const importId = 'aaaaaaaa-1111-4111-8111-111111111111';

/** Telkomsel's polygon over Inderapura, and one mast of which only the table says how far it reaches. */
async function createCovered() {
  const t = createTestApp();
  addWriter(t.db);
  fileAreas(t.db, [rectangle(100, -2, 100.1, -1.9)], { importId });
  putCell(t.db);
  t.coverage.start();
  await t.coverage.settled();
  return { ...t, sari: await t.person('staff') };
}

test.each([
  ['', [inderapura, mau, indarung]],
  ['&q=inde', [inderapura]],
  ['&q=MA%27U', [mau]],
  ['&q=besar%20pancung', [mau]],
  ['&q=pancung', [inderapura, mau]],
  ['&q=apura', []],
  ['&q=%22*%20OR%20%28', []],
  ['&q=---', [inderapura, mau, indarung]],
])('rows%s are those of %j', async (query, codes) => {
  const { sari } = await createCovered();
  const { status, body } = await sari.send(`/api/coverage/areas/13/rows?${onAir}${query}`);
  expect(status).toBe(200);
  const found = body.rows.map(({ code }: { code: string }) => code);
  expect(found.toSorted()).toEqual(codes.toSorted());
  expect(body.total).toBe(codes.length);
  const csv = await sari.send(`/api/coverage/areas/13/rows.csv?${onAir}${query}`);
  expect(csv.status).toBe(200);
});

it('refuses a search that no name is as long as', async () => {
  const { sari } = await createCovered();
  const { status } = await sari.send(`/api/coverage/areas/13/rows?${onAir}&q=${'a'.repeat(81)}`);
  expect(status).toBe(422);
});

it('tells of an area that nothing reaches how much there is', async () => {
  const { sari } = await createCovered();
  const { body } = await sari.send('/api/coverage/areas/13.71');
  expect(body.length).toBeGreaterThan(0);
  for (const sums of body)
    expect(sums).toMatchObject({
      ...{ villages: 1, villagesCovered: 0, villagesPartly: 0 },
      ...{ localitiesCovered: 0, populationCovered: 0 },
    });
});

it('tells as of when a layer is known', async () => {
  const { sari, db } = await createCovered();
  db.prepare("UPDATE site SET updated_at = '2026-03-04T20:00:00.000Z'").run();
  const { body } = await sari.send('/api/coverage');
  const days = body.layers.map((layer: Record<string, unknown>) => [
    ...[layer['basis'], layer['filedOn'] !== null, layer['sitesOn']],
  ]);
  expect(days).toContainEqual(['filed', true, null]);
  // The day as it is in Jakarta.
  expect(days).toContainEqual(['computed', false, '2026-03-05']);
});

it('lists a file that was taken back no more', async () => {
  const { sari, db } = await createCovered();
  const state = () => db.prepare('SELECT state FROM import WHERE id = ?').pluck().get(importId);
  expect(state()).toBe('stored');
  const undo = () => sari.send(`/api/coverage/imports/${importId}`, { method: 'DELETE' });
  expect((await undo()).status).toBe(204);
  expect(state()).toBe('discarded');
  expect((await undo()).status).toBe(404);
});
