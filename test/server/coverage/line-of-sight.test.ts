// Line of sight over made-up ground with known answers: a plain, a ridge, a cone, a hole in the data.
import { area as areaM2, distance, multiPolygon } from '@turf/turf';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  canSee,
  cutByTerrain,
  fresnelRadiusM,
  profileOf,
} from '../../../server/coverage/line-of-sight.ts';
import type { Ground } from '../../../server/coverage/raster.ts';
import { footprintOf } from '../../../server/coverage/rules.ts';
import type { SitePosition } from '../../../server/coverage/contract.ts';
import { difference } from '../../../server/regions/geos.ts';
import type { Area } from '../../../server/coverage/layer-store.ts';

const metre = 1 / 111_195;
const site: SitePosition = [100, 0];
const eastOf = (metres: number): SitePosition => [100 + metres * metre, 0];
const eastM = ([lng]: SitePosition) => (lng - 100) / metre;
const heights = { antennaHeightM: 40, receiverHeightM: 1.5, frequencyMhz: 900 };
const omni = { azimuthDeg: null, beamwidthDeg: null };
const disc = (radiusM: number) => footprintOf(site, omni, radiusM);
const antenna = { position: site, antennaHeightM: 40, receiverHeightM: 1.5 };
const areaOf = (area: Area) => (area.length === 0 ? 0 : areaM2(multiPolygon(area)));

const plain: Ground = () => 100;
/** A wall from 1,000 to 1,100 m east of the site. */
const wall =
  (heightM: number): Ground =>
  (position) => {
    const away = eastM(position);
    return away >= 1000 && away <= 1100 ? 100 + heightM : 100;
  };

test('Fresnel zones by the formula', () => {
  // 900 MHz, the middle of 10 km: √(0.3331 × 5000 × 5000 / 10000) = 28.86 m.
  expect(fresnelRadiusM(1, 900, 5000, 5000)).toBeCloseTo(28.86, 2);
  expect(fresnelRadiusM(4, 900, 5000, 5000)).toBeCloseTo(2 * 28.86, 1);
  expect(fresnelRadiusM(1, 900, 0, 10_000)).toBe(0);
  expect(fresnelRadiusM(1, 900, 0, 0)).toBe(0);
});

describe('a profile', () => {
  it('over a plain is free; the Earth stands up in its middle', () => {
    const profile = profileOf(site, eastOf(10_000), heights, plain);
    expect(profile).toMatchObject({ hasLineOfSight: true, blockedAt: null, frequencyMhz: 900 });
    expect(profile?.distanceM).toBeCloseTo(10_000, -1);
    const middle = profile?.samples[Math.round((profile.samples.length - 1) / 2)];
    // 5000 × 5000 / (2 × 4/3 × 6,371,000) = 1.4715 m.
    expect(middle?.groundM).toBeCloseTo(101.47, 1);
    expect(middle?.lineM).toBeCloseTo((140 + 101.5) / 2, 0);
    expect(profile?.samples[0]).toEqual({ distanceM: 0, groundM: 100, lineM: 140, fresnelM: 0 });
    expect(profile?.samples.at(-1)?.lineM).toBeCloseTo(101.5, 6);
  });

  it('ends at the horizon: 26 km for the ground, by 40 m of antenna', () => {
    // √(2 × 4/3 × 6,371,000 × 40) = 26,069 m, and 5,048 m for a receiver at 1.5 m.
    expect(profileOf(site, eastOf(30_900), heights, plain)?.hasLineOfSight).toBe(true);
    expect(profileOf(site, eastOf(31_400), heights, plain)?.hasLineOfSight).toBe(false);
  });

  it('is blocked by a wall, at the wall, by what stands above the line', () => {
    const profile = profileOf(site, eastOf(5000), heights, wall(60));
    // The line falls from 140 to 101.5 m: at 1,100 m it is at 131.53 m, the Earth 0.25 m up.
    expect(profile?.hasLineOfSight).toBe(false);
    expect(profile?.blockedAt?.distanceM).toBeGreaterThanOrEqual(1000 - 1);
    expect(profile?.blockedAt?.distanceM).toBeLessThan(1031);
    expect(profile?.blockedAt?.byM).toBeCloseTo(160.25 - 131.53, 0);
    expect(distance(profile?.blockedAt?.position ?? [0, 0], eastOf(1015), { units: 'meters' })).toBeLessThan(16); // prettier-ignore
  });

  it('passes above a low wall, but not with its Fresnel zone', () => {
    const tall = { antennaHeightM: 60, receiverHeightM: 60, frequencyMhz: 900 };
    const free = profileOf(site, eastOf(5000), tall, plain);
    expect([free?.hasLineOfSight, free?.isFresnelClear]).toEqual([true, true]);
    // At 1,050 m the zone's radius is 16.6 m: 0.6 of it reach down to 50 m.
    const low = profileOf(site, eastOf(5000), tall, wall(52));
    expect([low?.hasLineOfSight, low?.isFresnelClear]).toEqual([true, false]);
    const lower = profileOf(site, eastOf(5000), tall, wall(48));
    expect(lower?.isFresnelClear).toBe(true);
  });

  it('is unknown where the ground is, and a point for a path of no length', () => {
    const hole: Ground = (position) =>
      eastM(position) > 2000 && eastM(position) < 2100 ? null : 5;
    expect(profileOf(site, eastOf(5000), heights, hole)).toBeNull();
    expect(profileOf(site, eastOf(1900), heights, hole)).not.toBeNull();
    expect(profileOf(site, site, heights, plain)).toMatchObject({
      distanceM: 0,
      hasLineOfSight: true,
    });
  });

  it('has at most 600 samples', () => {
    expect(profileOf(site, eastOf(100_000), heights, plain)?.samples).toHaveLength(600);
    expect(profileOf(site, eastOf(299), heights, plain)?.samples).toHaveLength(11);
  });
});

describe('a footprint cut by the terrain', () => {
  it('stays as it is over a plain, and where nobody knows the ground', () => {
    const whole = disc(10_000);
    expect(cutByTerrain(whole, antenna, 10_000, plain)).toBe(whole);
    expect(cutByTerrain(whole, antenna, 10_000, () => null)).toBe(whole);
    const blind: Ground = (position) => (eastM(position) < 500 ? 100 : null);
    expect(cutByTerrain(whole, antenna, 10_000, blind)).toBe(whole);
  });

  it('loses its shadow behind a wall, and only that', () => {
    const whole = disc(5000);
    const cut = cutByTerrain(whole, antenna, 5000, wall(60));
    const lost = difference(whole, cut);
    // What is west of the wall stays. East of it, everything lies lower than the wall's top.
    for (const [lng] of lost.flat(2)) expect((lng - 100) / metre).toBeGreaterThan(1000);
    const sees = (at: SitePosition) => canSee(antenna, at, wall(60));
    expect([sees(eastOf(900)), sees(eastOf(1050)), sees(eastOf(1300))]).toEqual([
      true,
      true,
      false,
    ]);
    // The circle's part east of 1,150 m: R² acos(d/R) − d √(R² − d²) = 27.9 km².
    expect(areaOf(lost) / 1e6).toBeGreaterThan(26.5);
    expect(areaOf(lost) / 1e6).toBeLessThan(28.6);
  });

  it('sees again beyond a low wall: the shadow ends where the line comes down', () => {
    // From 140 m over 120 m at 1,100 m: 20 m in 1,100 m, down to a receiver at 101.5 m after 2,117 m.
    const cut = cutByTerrain(disc(5000), antenna, 5000, wall(20));
    const lost = difference(disc(5000), cut);
    const farthest = Math.max(...lost.flat(2).map(([lng, lat]) => (Math.abs(lat) < 3e-4 ? (lng - 100) / metre : 0))); // prettier-ignore
    expect(farthest).toBeGreaterThan(2040);
    expect(farthest).toBeLessThan(2180);
    expect([canSee(antenna, eastOf(1900), wall(20)), canSee(antenna, eastOf(2300), wall(20))]).toEqual([false, true]); // prettier-ignore
  });

  it('from the foot of a cone sees its near side, from its top all of it', () => {
    const top: SitePosition = eastOf(3000);
    const cone: Ground = (at) => Math.max(0, 500 - distance(at, top, { units: 'meters' }) / 2);
    const cut = cutByTerrain(disc(5000), antenna, 5000, cone);
    expect(areaOf(cut)).toBeLessThan(areaOf(disc(5000)) * 0.95);
    const [seen, hidden] = [eastOf(2900), eastOf(3300)].map((at) => canSee(antenna, at, cone));
    expect([seen, hidden]).toEqual([true, false]);
    const onTop = { ...antenna, position: top };
    const around = footprintOf(top, omni, 900);
    expect(cutByTerrain(around, onTop, 900, cone)).toBe(around);
  });

  it('cuts a sector as it cuts the circle that it is part of', () => {
    const sector = footprintOf(site, { azimuthDeg: 90, beamwidthDeg: 60 }, 5000);
    const cut = cutByTerrain(sector, antenna, 5000, wall(60));
    expect(areaOf(cut)).toBeLessThan(areaOf(sector) * 0.15);
    expect(areaOf(difference(cut, sector))).toBeLessThan(1);
    const west = footprintOf(site, { azimuthDeg: 270, beamwidthDeg: 60 }, 5000);
    expect(areaOf(cutByTerrain(west, antenna, 5000, wall(60)))).toBeCloseTo(areaOf(west), -3);
  });

  it('a larger radius never uncovers, a higher antenna sees no less', () => {
    const hills =
      (seed: number): Ground =>
      ([lng, lat]) =>
        150 +
        80 * Math.sin(lng * 400 + seed) * Math.cos(lat * 350 + seed * 2) +
        40 * Math.sin(lng * 1100 + lat * 900 + seed);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 500, max: 4000 }),
        fc.integer({ min: 100, max: 3000 }),
        (seed, radiusM, moreM) => {
          const ground = hills(seed);
          const small = cutByTerrain(disc(radiusM), antenna, radiusM, ground);
          const large = cutByTerrain(disc(radiusM + moreM), antenna, radiusM + moreM, ground);
          expect(areaOf(difference(small, large))).toBeLessThan(areaOf(disc(radiusM)) * 1e-4);
          const higher = { ...antenna, antennaHeightM: 80 };
          const more = cutByTerrain(disc(radiusM), higher, radiusM, ground);
          expect(areaOf(difference(small, more))).toBeLessThan(areaOf(disc(radiusM)) * 1e-4);
          expect(areaOf(difference(small, disc(radiusM)))).toBeLessThan(
            areaOf(disc(radiusM)) * 1e-5,
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});
