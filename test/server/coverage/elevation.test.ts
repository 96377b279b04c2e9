// Elevation rasters of the admin: heights where they are known, broken files named, bounded reading.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { boxAround, createElevationKeeper } from '../../../server/coverage/elevation.ts';
import { openRaster } from '../../../server/coverage/raster-files.ts';
import { gridOf, groundOf, windowOf } from '../../../server/coverage/raster.ts';
import { hgtFile, tiffFile } from '../../helpers/raster.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'jangkau-elevation-'));
});
afterEach(() => rmSync(dir, { recursive: true }));
const put = (name: string, bytes: Uint8Array | string) => writeFileSync(join(dir, name), bytes);

/** A slope: 1,000 m for each degree to the east, 100 m for each to the north. */
const slope = (east: number, north: number) => Math.round(1000 * east + 100 * north);
const openElevation = (folder: string) => createElevationKeeper(folder)();
const world = { west: 95, south: -11, east: 141, north: 6 };

async function heightAt(lng: number, lat: number): Promise<number | null | undefined> {
  const elevation = await openElevation(dir);
  const ground = await elevation.load(boxAround([lng, lat], 1000));
  const height = ground?.([lng, lat]);
  return height === undefined || height === null ? height : Math.round(height * 1e3) / 1e3;
}

describe('.hgt', () => {
  it.each([
    ['N00E100.hgt', 100.25, 0.5, 300],
    ['s01e100.HGT', 100.25, -0.5, 300],
    ['S01E100.SRTMGL3.hgt', 100, -1, 0],
    ['S01E100.hgt', 101, 0, 1100],
  ])('%s: %d, %d', async (name, lng, lat, height) => {
    put(name, hgtFile(slope));
    expect(await heightAt(lng, lat)).toBeCloseTo(height, 3);
  });

  it('knows nothing at a void, beyond the edge, and where there is no file', async () => {
    put(
      'S01E100.hgt',
      hgtFile((east, north) => (east > 0.5 && north > 0.5 ? -32_768 : 7)),
    );
    expect(await heightAt(100.75, -0.25)).toBeNull();
    expect(await heightAt(100.25, -0.75)).toBe(7);
    expect(await heightAt(101.5, -0.25)).toBeUndefined();
    expect(await heightAt(100.999, 0.002)).toBeNull();
  });

  it('lies between its samples as the plane through them', async () => {
    put(
      'S01E100.hgt',
      hgtFile((east, north) => Math.round(east * 1200) * 10 + Math.round(north * 1200)),
    );
    const step = 1 / 1200;
    expect(await heightAt(100 + 10.5 * step, -1 + 20.25 * step)).toBeCloseTo(105 + 20.25, 3);
  });
});

describe('GeoTIFF', () => {
  const options = { west: 100, north: 0, step: 0.01, width: 100, height: 50 };

  it('takes a sample for the middle of its pixel', async () => {
    put(
      'a.tif',
      tiffFile(options, (lng, lat) => (lng - 100) * 1000 + lat * 100),
    );
    expect(await heightAt(100.123, -0.234)).toBeCloseTo(123 - 23.4, 2);
    const { files } = (await openElevation(dir)).terrain;
    expect(files).toMatchObject([{ name: 'a.tif', resolutionM: 1113.2, problem: null }]);
    expect(files[0]?.bounds?.map((edge) => Math.round(edge * 1e6) / 1e6)).toEqual([
      100.005, -0.495, 100.995, -0.005,
    ]);
  });

  it('leaves no gap between two sheets, and takes what has no data for unknown', async () => {
    put(
      'a.tif',
      tiffFile(options, () => 5),
    );
    put(
      'b.tiff',
      tiffFile({ ...options, west: 101, noData: -9999 }, (lng) => (lng > 101.5 ? -9999 : 6)),
    );
    expect([await heightAt(100.999, -0.2), await heightAt(101.001, -0.2)]).toEqual([5, 6]);
    expect(await heightAt(101.8, -0.2)).toBeNull();
  });

  it('believes the finer of two files, the coarser where that one has nothing', async () => {
    put(
      'S01E100.hgt',
      hgtFile(() => 1),
    );
    const fine = { west: 100.2, north: -0.2, step: 0.0001, width: 1000, height: 1000, noData: -1 };
    put(
      'fine.tif',
      tiffFile(fine, (lng) => (lng > 100.25 ? -1 : 2)),
    );
    expect([await heightAt(100.22, -0.25), await heightAt(100.28, -0.25)]).toEqual([2, 1]);
  });
});

it('names what is wrong with a file, and uses the others', async () => {
  const tiff = tiffFile({ west: 100, north: 0, step: 0.1, width: 10, height: 10 }, () => 3);
  put(
    'S01E101.hgt',
    hgtFile(() => 4),
  );
  put(
    'sumbar.hgt',
    hgtFile(() => 4),
  );
  put('S02E101.hgt', 'short');
  put('half.tif', tiff.subarray(0, 60));
  put('text.tif', 'hello');
  put('utm.tif', tiffFile({ west: 6e5, north: 9.9e6, step: 30, width: 4, height: 4, model: 1 }, () => 3)); // prettier-ignore
  put('readme.txt', 'x');
  mkdirSync(join(dir, 'folder.tif'));
  put('folder.tif/a.tif', tiff);
  const elevation = await openElevation(dir);
  const { terrain } = elevation;
  expect(terrain.isAvailable).toBe(true);
  expect(terrain.files.map(({ name, problem }) => [name, problem])).toEqual([
    ['S01E101.hgt', null],
    ['S02E101.hgt', 'elevation_size_wrong'],
    ['folder.tif/a.tif', null],
    ['half.tif', 'elevation_unreadable'],
    ['sumbar.hgt', 'elevation_name_unknown'],
    ['text.tif', 'elevation_unreadable'],
    ['utm.tif', 'elevation_not_in_degrees'],
  ]);
  const ground = await elevation.load(world);
  expect([ground?.([101.5, -0.5]), ground?.([100.5, -0.5])]).toEqual([4, 3]);
});

it('without a folder, or with nothing usable in it, there is no elevation', async () => {
  const none = await openElevation(join(dir, 'none'));
  expect([none.terrain, await none.load(world)]).toEqual([{ isAvailable: false, files: [] }, null]);
  put('text.tif', 'hello');
  expect((await openElevation(dir)).terrain.isAvailable).toBe(false);
});

it('sees files that come, change and go, and opens the others no second time', async () => {
  const keep = createElevationKeeper(dir);
  put(
    'S01E100.hgt',
    hgtFile(() => 4),
  );
  const first = await keep();
  expect(await keep()).toBe(first);
  put('S01E101.hgt', 'short');
  expect((await keep()).terrain.files).toHaveLength(2);
  put(
    'S01E101.hgt',
    hgtFile(() => 5),
  );
  expect((await (await keep()).load(world))?.([101.5, -0.5])).toBe(5);
  rmSync(join(dir, 'S01E101.hgt'));
  expect((await keep()).terrain.files).toHaveLength(1);
});

it('reads no second time what lies within what it has read', async () => {
  put(
    'S01E100.hgt',
    hgtFile(() => 4),
  );
  const elevation = await openElevation(dir);
  const first = await elevation.load(boxAround([100.5, -0.5], 3000));
  expect(await elevation.load(boxAround([100.505, -0.5], 3000))).toBe(first);
  expect(await elevation.load(boxAround([100.6, -0.5], 3000))).not.toBe(first);
  expect(await elevation.load(boxAround([100.5, -0.5], 3000))).toBe(first);
});

test('a window that is too large is thinned out and still lies where it should', () => {
  const grid = { west: 100, north: 0, lngStep: 1e-4, latStep: 1e-4, width: 10_000, height: 10_000 };
  const window = windowOf(grid, { west: 100, south: -1, east: 101, north: 0 });
  if (!window) throw new Error('no window');
  const part = gridOf(grid, window);
  expect(window.stride).toBe(5);
  expect(part.width * part.height).toBeLessThanOrEqual(4_000_000);
  const samples = Float32Array.from(
    { length: part.width * part.height },
    (_, at) =>
    (part.west + (at % part.width) * part.lngStep - 100) * 1000, // prettier-ignore
  );
  expect(groundOf({ ...part, samples })([100.4321, -0.5])).toBeCloseTo(432.1, 1);
});

test.each([
  ['S01E100.hgt', hgtFile((east, north) => Math.round(1200 * (east + north)))],
  [
    'a.tif',
    tiffFile(
      { west: 100, north: 0, step: 1 / 1200, width: 1200, height: 1200 },
      (lng, lat) =>
      1200 * (lng - 100 + lat + 1), // prettier-ignore
    ),
  ],
])('%s thinned out has the heights that it has whole', async (name, bytes) => {
  put(name, bytes);
  const raster = await openRaster(join(dir, name), bytes.length);
  const window = { fromX: 100, toX: 700, fromY: 11, toY: 1100, stride: 7 };
  const thin = await raster.read(window);
  expect([thin.width, thin.height]).toEqual([86, 156]);
  for (const position of [
    [100.1234, -0.4321],
    [100.5, -0.05],
  ] as [number, number][])
    // prettier-ignore
    expect(groundOf(thin)(position)).toBeCloseTo(1200 * (position[0] - 100 + position[1] + 1), 0);
});
