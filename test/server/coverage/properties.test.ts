// What holds whatever sites there are: over random ones, small and near each other, across blocks.
import { area as areaM2, featureCollection, multiPolygon, union } from '@turf/turf';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellInput } from '../../../server/coverage/contract.ts';
import { createEngine } from '../../../server/coverage/engine.ts';
import { footprintOf } from '../../../server/coverage/rules.ts';
import { deleteSite } from '../../../server/coverage/site-store.ts';
import { markEverything } from '../../../server/coverage/work-store.ts';
import type { Db } from '../../../server/platform/database.ts';
import { difference, intersection, merge, mergeWkb } from '../../../server/regions/geos.ts';
import { multiArea } from '../../../server/regions/planar.ts';
import { fromWkb, toWkb } from '../../../server/regions/wkb.ts';
import {
  makeCoverage,
  putCell,
  readFractions,
  readMade,
  type CellOf,
} from '../../helpers/coverage-engine.ts';
import { openPlaces } from '../../helpers/place.ts';

/** Degrees to six decimals, as files have them. */
const degrees = (min: number, max: number) =>
  fc
    .integer({ min: Math.round(min * 1e6), max: Math.round(max * 1e6) })
    .map((micro) => micro / 1e6);

const anyCell: fc.Arbitrary<CellOf> = fc.record({
  siteRef: fc.constantFrom('A', 'B', 'C', 'D'),
  operatorId: fc.constantFrom('telkomsel', 'indosat', 'xl'),
  position: fc.tuple(degrees(99.95, 100.3), degrees(-2.05, -1.85)),
  technology: fc.constantFrom('2g', '4g'),
  radiusM: fc.integer({ min: 500, max: 9000 }),
  azimuthDeg: fc.constantFrom(null, 0, 90, 200),
  beamwidthDeg: fc.constantFrom(null, 65, 120),
  state: fc.constantFrom<CellInput['state']>('planned', 'on_air', 'on_air', 'off'),
});

type Step = { put: CellOf } | { remove: number } | { make: true };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: anyCell.map((put) => ({ put })) },
  { weight: 1, arbitrary: fc.nat(9).map((remove) => ({ remove })) },
  { weight: 3, arbitrary: fc.constant({ make: true as const }) },
);

async function take(db: Db, step: Step): Promise<void> {
  if ('put' in step) return putCell(db, step.put);
  if ('make' in step) return makeCoverage(db);
  const ids = db.prepare('SELECT id FROM site ORDER BY operator_id, ref').pluck().all() as string[];
  const id = ids[step.remove % Math.max(1, ids.length)];
  if (id !== undefined) deleteSite(db, id);
}

describe('the engine', () => {
  it('step by step comes to what a rebuild from nothing comes to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 14 }), async (steps) => {
        const db = openPlaces();
        for (const step of steps) await take(db, step);
        await makeCoverage(db);
        const made = readMade(db);
        db.exec(`DELETE FROM coverage_block; DELETE FROM village_coverage;
          DELETE FROM footprint WHERE until_on IS NULL; DELETE FROM footprint_box`);
        markEverything(db);
        await makeCoverage(db);
        const again = readMade(db);
        db.close();
        expect(again).toEqual(made);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same whatever the order of the sites', async () => {
    const cells = fc.uniqueArray(anyCell, {
      maxLength: 8,
      selector: (cell) => `${cell.operatorId} ${cell.siteRef}`,
    });
    await fc.assert(
      fc.asyncProperty(cells, fc.infiniteStream(fc.nat()), async (list, keys) => {
        const shuffled = list
          .map((cell) => ({ cell, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ cell }) => cell);
        const made = [];
        for (const order of [list, shuffled]) {
          const db = openPlaces();
          for (const cell of order) putCell(db, cell);
          await makeCoverage(db);
          made.push(readMade(db));
          db.close();
        }
        expect(made[1]).toEqual(made[0]);
      }),
      { numRuns: 30 },
    );
  });

  it('covers no less with a larger radius', async () => {
    await fc.assert(
      fc.asyncProperty(anyCell, fc.integer({ min: 1, max: 5000 }), async (cell, moreM) => {
        const onAir = { ...cell, operatorId: 'indosat', state: 'on_air' as const };
        const db = openPlaces();
        putCell(db, onAir);
        await makeCoverage(db);
        const layer = `computed.on_air.indosat.${cell.technology}`;
        const before = readFractions(db, layer);
        putCell(db, { ...onAir, radiusM: (cell.radiusM ?? 0) + moreM });
        await makeCoverage(db, createEngine(db));
        const after = readFractions(db, layer);
        db.close();
        // A corner of the circle's 64 may swing by a millionth of a degree.
        for (const [code, fraction] of Object.entries(before))
          expect(after[code] ?? 0).toBeGreaterThanOrEqual(fraction - 1e-4);
      }),
      { numRuns: 30 },
    );
  });
});

describe('merging', () => {
  const circles = fc
    .array(fc.tuple(degrees(100, 100.2), degrees(-1, -0.8), fc.integer({ min: 200, max: 6000 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((list) =>
      list.map(([lng, lat, radiusM]) =>
        footprintOf([lng, lat], { azimuthDeg: null, beamwidthDeg: null }, radiusM),
      ),
    );

  it('comes to the area that Turf’s union has, in any order', () => {
    fc.assert(
      fc.property(circles, (parts) => {
        const merged = merge(parts);
        expect(merge(parts.toReversed())).toEqual(merged);
        const [first = [], ...others] = parts;
        const reference =
          others.length === 0
            ? multiPolygon(first)
            : union(featureCollection(parts.map((part) => multiPolygon(part))));
        expect(areaM2(multiPolygon(merged)) / areaM2(reference ?? multiPolygon([]))).toBeCloseTo(
          1,
          6,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('covered and uncovered together are the area', () => {
    const village = [
      [
        [
          [100.05, -0.95],
          [100.15, -0.95],
          [100.15, -0.85],
          [100.05, -0.85],
          [100.05, -0.95],
        ],
      ],
    ] as [number, number][][][];
    fc.assert(
      fc.property(circles, (parts) => {
        const merged = merge(parts);
        const both =
          multiArea(intersection(village, merged)) + multiArea(difference(village, merged));
        expect(both / multiArea(village)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('blocks side by side have the area of the whole', () => {
    fc.assert(
      fc.property(circles, (parts) => {
        const packed = parts.map(toWkb);
        const whole = mergeWkb(packed)?.area ?? 0;
        const edges = [99.75, 100, 100.25];
        const sum = edges.reduce((total, west) => {
          const blocks = [-1.25, -1, -0.75].map((south) => ({
            west,
            south,
            east: west + 0.25,
            north: south + 0.25,
          }));
          return total + blocks.reduce((area, box) => area + (mergeWkb(packed, box)?.area ?? 0), 0);
        }, 0);
        expect(sum / whole).toBeCloseTo(1, 9);
      }),
    );
  });

  it('nothing merged is nothing, and WKB gives back what it was given', () => {
    expect(merge([])).toEqual([]);
    expect(mergeWkb([])).toBeNull();
    const [part = []] = fc.sample(circles, 1)[0] ?? [];
    expect(fromWkb(toWkb(part))).toEqual(part);
    expect(() => fromWkb(new Uint8Array([1, 9, 0, 0, 0]))).toThrow('WKB type 9 is no area');
  });
});
