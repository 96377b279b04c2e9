// The engine over a small made district, whose fractions can be checked by hand, and what changes it.
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../server/coverage/engine.ts';
import { insertSettings } from '../../../server/coverage/settings-store.ts';
import { defaultSettings } from '../../../server/coverage/rules.ts';
import { deleteSite } from '../../../server/coverage/site-store.ts';
import { isBehind, markEveryCell, markEverything } from '../../../server/coverage/work-store.ts';
import { savePeople } from '../../../server/people/store.ts';
import type { Db } from '../../../server/platform/database.ts';
import { prepareSaveBoundary } from '../../../server/regions/boundary-store.ts';
import { insertLocality, updateLocality } from '../../../server/regions/locality-store.ts';
import {
  addWriter,
  fileAreas,
  makeCoverage,
  putCell,
  readFractions,
  readMade,
  rectangle,
} from '../../helpers/coverage-engine.ts';
import { openPlaces, square, villages } from '../../helpers/place.ts';

const { inderapura, mau, indarung } = villages;
const at = new Date('2026-11-22T05:00:00Z');
const siteId = (db: Db) => db.prepare('SELECT id FROM site').pluck().get() as string;
const footprints = (db: Db) =>
  db
    .prepare(
      `SELECT l.phase, l.operator_id AS operator, f.since_on AS since, f.until_on AS until
       FROM footprint f JOIN coverage_layer l ON l.id = f.layer_id ORDER BY f.id`,
    )
    .all();

describe('golden: rectangles over square villages', () => {
  it('counts fractions per operator and of all together, across the edges of blocks', async () => {
    const db = openPlaces();
    // Inderapura is [100, −2] to [100.1, −1.9], Ma'u east of it, Indarung from 100.5 on.
    fileAreas(db, [rectangle(99.9, -2.1, 100.05, -1.8)]);
    fileAreas(db, [rectangle(100.025, -2.1, 100.125, -1.95)], {
      operatorId: 'indosat',
      importId: 'i2',
    });
    await makeCoverage(db);
    expect(readFractions(db, 'filed.on_air.telkomsel.4g')).toEqual({ [inderapura]: 0.5 });
    expect(readFractions(db, 'filed.on_air.indosat.4g')).toEqual({
      [inderapura]: 0.375,
      [mau]: 0.125,
    });
    // Half of it, and of the other half the southern half.
    expect(readFractions(db, 'filed.on_air.*.4g')).toEqual({ [inderapura]: 0.75, [mau]: 0.125 });
    expect(isBehind(db)).toBe(false);
  });

  it('counts a village that lies wholly inside as 1, and the area of blocks in km²', async () => {
    const db = openPlaces();
    fileAreas(db, [rectangle(99.5, -2.5, 101, -1.5)]);
    await makeCoverage(db);
    const fractions = readFractions(db, 'filed.on_air.telkomsel.4g');
    expect(fractions).toEqual({ [inderapura]: 1, [mau]: 1, [indarung]: 1 });
    const { n, area } = db
      .prepare('SELECT count(*) AS n, sum(area_km2) AS area FROM coverage_block WHERE layer_id = 1')
      .get() as { n: number; area: number };
    expect(n).toBe(24);
    // PostGIS: ST_Area of this rectangle, cut to pieces of 0.01°, as geography.
    expect(area / 18_452.43).toBeCloseTo(1, 5);
  });

  it('draws a circle of 5 km as 0.6346 of a village of 0.1°', async () => {
    const db = openPlaces();
    putCell(db);
    await makeCoverage(db);
    const circleKm2 = 32 * 25 * Math.sin(Math.PI / 32);
    const villageKm2 = (0.1 * 111.195) ** 2 * Math.cos((1.95 * Math.PI) / 180);
    const fraction = readFractions(db, 'computed.on_air.telkomsel.4g')[inderapura] ?? 0;
    expect(fraction).toBeCloseTo(circleKm2 / villageKm2, 4);
  });
});

describe('cells that change', () => {
  it('a cell of an operator that was taken over counts for the one that took over', async () => {
    const db = openPlaces();
    putCell(db, { operatorId: 'xl' });
    await makeCoverage(db);
    expect(Object.keys(readFractions(db, 'computed.on_air.xlsmart.4g'))).toEqual([inderapura]);
  });

  it('a plan goes on air: it leaves one layer for the other, and is remembered from that day on', async () => {
    const db = openPlaces();
    putCell(db, { state: 'planned' });
    await makeCoverage(db);
    expect(Object.keys(readFractions(db, 'computed.planned.*.4g'))).toEqual([inderapura]);
    putCell(db, { state: 'on_air' });
    await makeCoverage(db);
    expect(readFractions(db, 'computed.planned.*.4g')).toEqual({});
    expect(Object.keys(readFractions(db, 'computed.on_air.*.4g'))).toEqual([inderapura]);
    expect(footprints(db)).toEqual([
      { phase: 'on_air', operator: 'telkomsel', since: '2026-11-22', until: null },
    ]);
  });

  it('a cell that is switched off leaves nothing but its history', async () => {
    const db = openPlaces();
    putCell(db, { onAirOn: '2025-03-01' });
    await makeCoverage(db);
    putCell(db, { onAirOn: '2025-03-01', state: 'off' });
    await makeCoverage(db);
    expect(readMade(db)).toEqual({ blocks: [], shares: [], localities: [] });
    expect(footprints(db)).toEqual([
      { phase: 'on_air', operator: 'telkomsel', since: '2025-03-01', until: '2026-11-22' },
    ]);
  });

  it('a site that is deleted leaves nothing at all', async () => {
    const db = openPlaces();
    putCell(db);
    await makeCoverage(db);
    deleteSite(db, siteId(db));
    await makeCoverage(db);
    expect(readMade(db)).toEqual({ blocks: [], shares: [], localities: [] });
    expect(footprints(db)).toEqual([]);
  });

  it('a site far out at sea changes nothing of the villages', async () => {
    const db = openPlaces();
    putCell(db);
    await makeCoverage(db);
    const before = readMade(db).shares;
    putCell(db, { siteRef: 'B', position: [98, -4], radiusM: 30_000 });
    await makeCoverage(db);
    expect(readMade(db).shares).toEqual(before);
  });

  it('what is written again as it was changes no version and wakes no village', async () => {
    const db = openPlaces();
    putCell(db);
    await makeCoverage(db);
    const version = () =>
      db.prepare("SELECT value FROM meta WHERE key = 'coverage_version'").pluck().get();
    expect(version()).toBe('1');
    markEveryCell(db);
    await makeCoverage(db);
    expect(version()).toBe('1');
    putCell(db, { radiusM: 5001 });
    await makeCoverage(db);
    expect(version()).toBe('2');
  });

  it('other settings draw cells without a radius of their own anew', async () => {
    const db = openPlaces();
    putCell(db, { radiusM: null });
    putCell(db, { siteRef: 'B', position: [100.55, -1.95] });
    await makeCoverage(db);
    const before = readFractions(db, 'computed.on_air.telkomsel.4g');
    insertSettings(db, { ...defaultSettings, defaultRadiusM: 4000 }, addWriter(db), at);
    markEveryCell(db);
    await makeCoverage(db);
    const after = readFractions(db, 'computed.on_air.telkomsel.4g');
    expect((after[inderapura] ?? 0) / (before[inderapura] ?? 1)).toBeCloseTo((4 / 3) ** 2, 3);
    expect(after[indarung]).toBe(before[indarung]);
  });

  it('draws nothing of a cell that sees nothing', async () => {
    const db = openPlaces();
    putCell(db);
    await makeCoverage(db);
    insertSettings(db, { ...defaultSettings, cutsByTerrain: true }, addWriter(db), at);
    markEveryCell(db);
    await makeCoverage(db, createEngine(db, { prepareCut: async () => async () => [] }));
    expect(readMade(db).blocks).toEqual([]);
  });

  it('cuts footprints by the terrain where the settings say so', async () => {
    const db = openPlaces();
    putCell(db, { radiusM: 50_000 });
    insertSettings(db, { ...defaultSettings, cutsByTerrain: true }, addWriter(db), at);
    const prepareCut = async () => async () => rectangle(100, -2, 100.02, -1.9);
    await makeCoverage(db, createEngine(db, { prepareCut }));
    expect(readFractions(db, 'computed.on_air.telkomsel.4g')).toEqual({ [inderapura]: 0.2 });
  });
});

describe('what shares rest on besides', () => {
  const by = (db: Db) => ({ accountId: addWriter(db), at });
  const jorong = (over = {}) => ({
    ...{ villageCode: inderapura, kind: 'jorong', name: 'Pasar', source: 'survei' },
    position: [100.01, -1.95] as [number, number],
    ...over,
  });
  it('localities that are added, moved and peopled, and the people of the village', async () => {
    const db = openPlaces();
    fileAreas(db, [rectangle(100, -2, 100.05, -1.9)]);
    await makeCoverage(db);
    const read = async () => {
      expect(isBehind(db)).toBe(true);
      await makeCoverage(db);
      return db
        .prepare(
          `SELECT localities, localities_covered AS covered, population,
             population_fraction AS fraction, population_basis AS basis
           FROM village_coverage v JOIN region r ON r.id = v.id AND r.code = ? AND v.layer_id = 1`,
        )
        .get(inderapura);
    };
    insertLocality(db, 'l1', jorong(), by(db));
    expect(await read()).toMatchObject({ localities: 1, covered: 1, fraction: null, basis: null });
    updateLocality(db, 'l1', jorong({ position: [100.09, -1.95] }), by(db));
    expect(await read()).toMatchObject({ localities: 1, covered: 0 });
    const people = { datedOn: '2026-01-01', source: 'BPS', households: null };
    savePeople(db, [{ unit: inderapura, population: 1000, ...people }], by(db));
    expect(await read()).toMatchObject({ population: 1000, fraction: 0.5, basis: 'area' });
    savePeople(db, [{ unit: 'l1', population: 300, ...people }], by(db));
    expect(await read()).toMatchObject({ population: 1000, fraction: 0, basis: 'localities' });
    insertLocality(db, 'l2', jorong({ name: 'Hulu' }), by(db));
    savePeople(db, [{ unit: 'l2', population: 100, ...people }], by(db));
    expect(await read()).toMatchObject({ localities: 2, covered: 1, fraction: 0.25 });
    db.prepare("DELETE FROM people WHERE unit = 'l2'").run();
    db.prepare("DELETE FROM locality WHERE id = 'l2'").run();
    expect(await read()).toMatchObject({ localities: 1, covered: 0, fraction: 0 });
  });

  it('a locality that lies outside the boundary of its village', async () => {
    const db = openPlaces();
    insertLocality(db, 'l1', jorong({ position: [100.3, -1.95] }), by(db));
    putCell(db, { position: [100.3, -1.95], radiusM: 2000 });
    await makeCoverage(db);
    const points = () =>
      db.prepare('SELECT DISTINCT locality_id FROM locality_coverage').pluck().all();
    expect(points()).toEqual(['l1']);
    putCell(db, { position: [100.35, -1.95], radiusM: 2000 });
    await makeCoverage(db);
    expect(points()).toEqual([]);
  });

  it('another boundary', async () => {
    const db = openPlaces();
    fileAreas(db, [rectangle(100, -2, 100.05, -1.9)]);
    await makeCoverage(db);
    const sourceId = db.prepare('SELECT id FROM boundary_source').pluck().get() as number;
    prepareSaveBoundary(db)(inderapura, 'approximate', sourceId, square(100, -2, 0.05));
    await makeCoverage(db);
    expect(readFractions(db, 'filed.on_air.telkomsel.4g')).toEqual({ [inderapura]: 1 });
  });
});

describe('an interrupted run', () => {
  it('goes on where it stopped, also after another process was started', async () => {
    const whole = openPlaces();
    const db = openPlaces();
    for (const some of [whole, db])
      for (const [index, lng] of [100.02, 100.08, 100.13, 100.55].entries())
        putCell(some, { siteRef: `S${index}`, position: [lng, -1.95] });
    await makeCoverage(whole);
    let pieces = 0;
    while (isBehind(db)) {
      pieces += 1;
      await createEngine(db).next('2026-11-22');
    }
    expect(pieces).toBeGreaterThan(4);
    await makeCoverage(db);
    expect(readMade(db)).toEqual(readMade(whole));
    expect(db.prepare("SELECT value FROM meta WHERE key = 'coverage_version'").pluck().get()).toBe(
      '1',
    );
  });

  it('made everything again, it is the same', async () => {
    const db = openPlaces();
    putCell(db);
    fileAreas(db, [rectangle(100.02, -2, 100.12, -1.93)]);
    await makeCoverage(db);
    const before = readMade(db);
    db.exec(
      'DELETE FROM village_coverage WHERE area_fraction < 0.5; UPDATE coverage_block SET area_km2 = 0',
    );
    db.exec("UPDATE coverage_block SET shape = x''");
    markEverything(db);
    await makeCoverage(db);
    expect(readMade(db).blocks).toEqual(before.blocks);
    expect(readMade(db).shares).toEqual(before.shares);
  });
});
