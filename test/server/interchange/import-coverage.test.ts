// Maps of an operator's coverage from file to filing: areas that are mended or refused, filings that take
// the place of earlier ones, and what a liaison may file.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportDetail } from '#contract/interchange';
import { findLayer, listFootprints } from '../../../server/coverage/layer-store.ts';
import { checkArea } from '../../../server/interchange/area-check.ts';
import { createAreaChecker } from '../../../server/interchange/area-checker.ts';
import { findInvalidReason, type Multi, type Ring } from '../../../server/regions/geos.ts';
import { multiArea } from '../../../server/regions/planar.ts';
import { unpackStatusList } from '../../../server/status/contract.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { csv, importer } from '../../helpers/imports.ts';
import { square } from '../../helpers/place.ts';
import type { Person } from '../../helpers/verify.ts';

const everywhere = { west: 90, south: -20, east: 150, north: 20 };

/** A ring that crosses itself in its middle: two triangles. */
const bowTie: Ring = [
  [100, -1],
  [100.2, -1.2],
  [100.2, -1],
  [100, -1.2],
  [100, -1],
];

function area(coordinates: unknown, properties: object = {}) {
  return { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates }, properties };
}

const geojson = (features: object[]) =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));

const said = { operatorId: 'telkomsel', technology: '4g', siteState: 'on_air' };

/** Sends areas and says what they are of. */
async function openAreas(t: TestApp, who: Person, features: object[], more: object = {}) {
  const { sendFile, change } = importer(t, who);
  const { body: first } = await sendFile('coverage', geojson(features), 'peta.geojson');
  const { body } = await change(first as ImportDetail, {
    ...said,
    datedOn: '2026-10-01',
    ...more,
  });
  return body as ImportDetail;
}

function listAreas({ db }: TestApp, onDay: string | null = null): Multi[] {
  const key = {
    basis: 'filed',
    phase: 'on_air',
    operatorId: 'telkomsel',
    technology: '4g',
  } as const;
  const layer = findLayer(db, key);
  return layer ? listFootprints(db, layer.id, everywhere, onDay) : [];
}

async function setUp() {
  const t = createTestApp();
  const sari = await t.person('staff');
  return { t, sari, ...importer(t, sari) };
}

const [[ring = []] = []] = square(100, -2, 0.1);

describe('one area', () => {
  const cases: [string, unknown, string | null][] = [
    ['plain', square(100, -2, 0.1), null],
    ['with a hole', [[ring, square(100.02, -1.98, 0.02)[0]?.[0]]], null],
    ['crossing itself', [[bowTie]], 'geometry_mended'],
    [
      'of parts that overlap',
      [...square(100, -2, 0.1), ...square(100.05, -2, 0.1)],
      'geometry_mended',
    ],
    ['open', [[ring.slice(0, -1)]], 'ring_open'],
    ['of three points', [[[ring[0], ring[1], ring[0]]]], 'ring_too_short'],
    ['of nothing', [], 'geometry_empty'],
    ['without extent', [[[ring[0], ring[1], ring[0], ring[0]]]], 'geometry_empty'],
    ['abroad', square(2, 48, 0.1), 'position_outside_indonesia'],
  ];

  it.each(cases)('%s', (_, coordinates, code) => {
    const checked = checkArea(coordinates as Multi);
    expect(checked.finding?.code ?? null).toBe(code);
    const isKept = code === null || code === 'geometry_mended';
    expect(checked.coordinates.length > 0).toBe(isKept);
    if (isKept) expect(findInvalidReason(checked.coordinates)).toBe(null);
  });

  it('keeps both triangles of a bow tie, and what overlaps once', () => {
    expect(multiArea(checkArea([[bowTie]]).coordinates)).toBeCloseTo(0.02, 6);
    const overlapping = [...square(100, -2, 0.1), ...square(100.05, -2, 0.1)];
    expect(multiArea(checkArea(overlapping).coordinates)).toBeCloseTo(0.015, 6);
  });

  it('of a tangle or of too many corners is refused before the engine sees it', () => {
    const corners = 4001;
    const star = Array.from({ length: corners }, (_, index): [number, number] => {
      const turn = (index * 2 * Math.PI * 2000) / corners;
      return [101 + Math.cos(turn), -1 + Math.sin(turn)];
    });
    expect(checkArea([[[...star, star[0] ?? [0, 0]]]]).finding?.code).toBe('geometry_tangled');
    const many = Array.from({ length: 200_001 }, (): [number, number] => [100, -1]);
    expect(checkArea([[many]]).finding?.code).toBe('geometry_too_detailed');
  });

  it('is valid and drawn with few corners, whatever its rings are', () => {
    const position = fc.tuple(
      fc.double({ min: 100, max: 101, noNaN: true }),
      fc.double({ min: -2, max: -1, noNaN: true }),
    );
    const closed = fc
      .array(position, { minLength: 3, maxLength: 12 })
      .map((points): Ring => [...points, points[0] ?? [100, -1]]);
    fc.assert(
      fc.property(
        fc.array(fc.array(closed, { minLength: 1, maxLength: 2 }), { maxLength: 4 }),
        (multi) => {
          const { coordinates, outline, finding } = checkArea(multi);
          if (finding?.isRefused) {
            expect(coordinates).toEqual([]);
            return;
          }
          expect(findInvalidReason(coordinates)).toBe(null);
          expect(outline.flat(2).length).toBeLessThanOrEqual(600);
          expect(outline.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('that takes too long is refused, and the thread goes on', async () => {
    const checker = createAreaChecker({ timeoutMs: 1 });
    expect((await checker.check(square(100, -2, 0.1))).finding?.code).toBe('geometry_too_slow');
    await checker.close();
    const patient = createAreaChecker();
    expect((await patient.check(square(100, -2, 0.1))).finding).toBe(null);
    await patient.close();
  });
});

describe('a filing', () => {
  it('comes from its polygons; others are refused by row', async () => {
    const { t, sari, listRows, confirm } = await setUp();
    const detail = await openAreas(t, sari, [
      area(square(100, -2, 0.1), { name: '<i>Utara</i>' }),
      area([[bowTie]]),
      { type: 'Feature', geometry: { type: 'Point', coordinates: [100, -1] }, properties: {} },
      area(square(2, 48, 0.1)),
      area(square(100, -2, 0.1)),
    ]);
    expect(detail).toMatchObject({
      counts: { certain: 2, same: 1, wrong: 2 },
      missing: { settings: [], columns: [] },
      hasMap: true,
    });
    const wrong = await listRows(detail, 'wrong');
    expect(wrong.map(({ errors }) => [errors[0]?.code, errors[0]?.value])).toEqual([
      ['geometry_not_area', 'titik'],
      ['position_outside_indonesia', '48, 2'],
    ]);
    const certain = await listRows(detail, 'certain');
    expect(certain.map(({ warnings }) => warnings)).toEqual([[], ['geometry_mended']]);
    const { body: shown } = await sari.send(`/api/imports/${detail.id}/features`);
    expect(
      shown.features.map((one: { number: number; part: string }) => [one.number, one.part]),
    ).toEqual([
      [1, 'certain'],
      [2, 'certain'],
      [3, 'wrong'],
      [4, 'wrong'],
      [5, 'same'],
    ]);
    expect(shown.features[0].label).toBe('<i>Utara</i>');
    expect((await confirm(detail)).body.outcome).toMatchObject({ inserted: 2, wrong: 2 });
    expect(listAreas(t)).toHaveLength(2);
  });

  it('needs its day, and no file without polygons is one', async () => {
    const { t, sari, sendFile, confirm } = await setUp();
    const detail = await openAreas(t, sari, [area(square(100, -2, 0.1))], { datedOn: null });
    expect(detail.missing.settings).toEqual(['datedOn']);
    expect((await confirm(detail)).body.code).toBe('import_not_ready');
    const { status, body } = await sendFile(
      'coverage',
      csv([
        ['a', 'b'],
        ['1', '2'],
      ]),
    );
    expect([status, body.code]).toEqual([422, 'import_without_areas']);
  });

  it('again adds nothing; a later one takes its place, an earlier one is refused', async () => {
    const { t, sari, confirm, listRows } = await setUp();
    const north = area(square(100, -1.5, 0.1));
    const south = area(square(100, -2, 0.1));
    await confirm(await openAreas(t, sari, [north, south]));
    const again = await openAreas(t, sari, [south, north]);
    expect(again.counts).toMatchObject({ certain: 0, same: 2 });
    // One polygon less is another filing, and all of it is filed.
    const later = await openAreas(t, sari, [north, area(square(100.3, -2, 0.1))], {
      datedOn: '2026-11-01',
    });
    expect(later.counts).toMatchObject({ certain: 2, same: 0 });
    await confirm(later);
    expect(listAreas(t)).toHaveLength(2);
    expect(listAreas(t, '2026-10-15')).toHaveLength(2);
    expect(listAreas(t, '2026-09-15')).toHaveLength(0);
    const earlier = await openAreas(t, sari, [area(square(100.5, -2, 0.1))]);
    const [wrong] = await listRows(earlier, 'wrong');
    expect(wrong?.errors[0]).toMatchObject({ code: 'filing_older', value: '2026-11-01' });
  });

  it('names its technology and state by row, too', async () => {
    const { t, sari, listRows, confirm } = await setUp();
    const detail = await openAreas(t, sari, [
      area(square(100, -2, 0.1), { teknologi: '4G', status: 'on air' }),
      area(square(100, -2, 0.1), { teknologi: '2G', status: 'rencana' }),
      area(square(100, -2, 0.1), { teknologi: '2G/4G', status: 'aktif' }),
      area(square(100, -2, 0.1), { teknologi: '4G', status: 'mati' }),
    ]);
    const wrong = await listRows(detail, 'wrong');
    expect(wrong.map(({ errors }) => errors[0]?.code)).toEqual([
      'technology_twice',
      'coverage_without_signal',
    ]);
    await confirm(detail);
    const layers = t.db
      .prepare(
        "SELECT phase, technology FROM coverage_layer WHERE basis = 'filed' AND operator_id <> '*' ORDER BY phase",
      )
      .all();
    expect(layers).toEqual([
      { phase: 'on_air', technology: '4g' },
      { phase: 'planned', technology: '2g' },
    ]);
  });

  it('may be complete for a regency, which the trail keeps', async () => {
    const { t, sari, confirm } = await setUp();
    const detail = await openAreas(t, sari, [area(square(100, -2, 0.1))], {
      ...{ isComplete: true, regencyCode: '13.01' },
    });
    expect(detail).toMatchObject({ isComplete: true, regencyCode: '13.01' });
    await confirm(detail);
    expect(
      t.db.prepare('SELECT is_complete, regency_code, operator_id, technology FROM import').get(),
    ).toEqual({
      ...{ is_complete: 1, regency_code: '13.01', operator_id: 'telkomsel', technology: '4g' },
    });
    const audit = t.db
      .prepare("SELECT after FROM audit WHERE action = 'import.store'")
      .pluck()
      .get() as string;
    expect(JSON.parse(audit)).toMatchObject({ operatorId: 'telkomsel', isComplete: true });
  });

  it('says of the villages outside that there is nothing, until it is taken back', async () => {
    const { t, sari, confirm } = await setUp();
    const statuses = async () => {
      await t.coverage.settled();
      const { body } = await sari.send('/api/statuses?operator=telkomsel');
      return [...unpackStatusList(body)].map(({ id, status }) => [id, status]);
    };
    const detail = await openAreas(t, sari, [area(square(100, -2, 0.1))], {
      ...{ isComplete: true, regencyCode: '13.01' },
    });
    await confirm(detail);
    expect(await statuses()).toEqual([
      [1301012001, 'served'],
      [1301012002, 'blankspot'],
    ]);
    await sari.send(`/api/coverage/imports/${detail.id}`, { method: 'DELETE' });
    expect((await statuses()).filter(([, status]) => status !== 'unknown')).toEqual([]);
  });
});

describe('a liaison', () => {
  it('files for its own operator only', async () => {
    const t = createTestApp();
    const dewi = await t.person('liaison', { operatorId: 'indosat' });
    const { sendFile, listRows } = importer(t, dewi);
    const features = [
      area(square(100, -2, 0.1), { operator: 'Telkomsel' }),
      area(square(100.2, -2, 0.1)),
    ];
    const { body } = await sendFile('coverage', geojson(features), 'peta.geojson');
    expect(body.operatorId).toBe('indosat');
    expect((await listRows(body, 'wrong')).map(({ errors }) => errors[0])).toEqual([
      { header: 'operator', code: 'foreign_operator', value: 'Telkomsel' },
    ]);
  });
});
