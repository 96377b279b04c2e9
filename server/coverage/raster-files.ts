// Files of elevation: SRTM's .hgt and GeoTIFF. What a file covers is told by its beginning; heights are
// read in windows, so that a file of any size costs no more memory than its window.
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { fromFile, type GeoTIFFImage } from 'geotiff';
import { type Grid, gridOf, type GridWindow, type Heights } from './raster.ts';

/** Why a file is not used; the settings page has a text for each. */
export const rasterProblems = [
  'elevation_name_unknown',
  'elevation_size_wrong',
  'elevation_not_in_degrees',
  'elevation_unreadable',
] as const;
export type RasterProblemCode = (typeof rasterProblems)[number];

export class RasterProblem extends Error {
  readonly code: RasterProblemCode;

  constructor(code: RasterProblemCode) {
    super(code);
    this.code = code;
  }
}

export type RasterFile = {
  grid: Grid;
  read(window: GridWindow): Promise<Heights>;
};

/** SRTM's mark for a sample without a height; also DEMNAS' and others' lie below any ground. */
const lowestM = -1000;
const highestM = 9000;
const toHeight = (sample: number) => (sample > lowestM && sample < highestM ? sample : NaN);

/** Samples a side by the file's size: 3 and 1 seconds of arc. Two bytes each. */
const hgtSides = [1201, 3601];

/** N00E100.hgt: its south-west corner. Reads nothing but the name and the size. */
async function openHgt(path: string, bytes: number): Promise<RasterFile> {
  const match = /^([NS])(\d{2})([EW])(\d{3})\b.*\.hgt$/i.exec(basename(path));
  if (!match) throw new RasterProblem('elevation_name_unknown');
  const [, northOrSouth = '', lat = '', eastOrWest = '', lng = ''] = match;
  const side = hgtSides.find((samples) => samples ** 2 * 2 === bytes);
  if (side === undefined) throw new RasterProblem('elevation_size_wrong');
  const south = Number(lat) * (northOrSouth.toUpperCase() === 'S' ? -1 : 1);
  const west = Number(lng) * (eastOrWest.toUpperCase() === 'W' ? -1 : 1);
  const step = 1 / (side - 1);
  const grid = { west, north: south + 1, lngStep: step, latStep: step, width: side, height: side };
  return { grid, read: (window) => readHgt(path, grid, window) };
}

async function readHgt(path: string, grid: Grid, window: GridWindow): Promise<Heights> {
  const { fromX, fromY, toY, stride } = window;
  const part = gridOf(grid, window);
  const samples = new Float32Array(part.width * part.height);
  const bytes = Buffer.alloc((toY - fromY) * grid.width * 2);
  const file = await open(path);
  try {
    await file.read(bytes, 0, bytes.length, fromY * grid.width * 2);
  } finally {
    await file.close();
  }
  for (let y = 0; y < part.height; y += 1)
    for (let x = 0; x < part.width; x += 1)
      samples[y * part.width + x] = toHeight(
        bytes.readInt16BE((y * stride * grid.width + fromX + x * stride) * 2),
      );
  return { ...part, samples };
}

/** GeoTIFF's codes for coordinates in degrees, and for pixels that are points; else they are areas. */
const modelInDegrees = 2;
const pixelIsPoint = 2;

function tiffGrid(image: GeoTIFFImage): Grid {
  const keys = image.getGeoKeys();
  const model: unknown = keys?.GTModelTypeGeoKey;
  if (model !== undefined && model !== modelInDegrees)
    throw new RasterProblem('elevation_not_in_degrees');
  const [west = NaN, north = NaN] = image.getOrigin();
  const [lngStep = NaN, latStep = NaN] = image.getResolution();
  // The origin is a pixel's corner where pixels are areas, else the sample itself.
  const half = keys?.GTRasterTypeGeoKey === pixelIsPoint ? 0 : 0.5;
  const grid = {
    west: west + half * lngStep,
    north: north + half * latStep,
    lngStep,
    latStep: -latStep,
    width: image.getWidth(),
    height: image.getHeight(),
  };
  const isInDegrees = Math.abs(grid.west) <= 180 && Math.abs(grid.north) <= 90;
  if (!isInDegrees || !(grid.lngStep > 0 && grid.latStep > 0))
    throw new RasterProblem('elevation_not_in_degrees');
  return grid;
}

async function withImage<T>(path: string, use: (image: GeoTIFFImage) => T): Promise<Awaited<T>> {
  const tiff = await fromFile(path);
  try {
    return await use(await tiff.getImage());
  } finally {
    await tiff.close();
  }
}

async function openTiff(path: string): Promise<RasterFile> {
  const grid = await withImage(path, tiffGrid);
  return { grid, read: (window) => readTiff(path, grid, window) };
}

/** Read at a time where samples are thinned out: what is unpacked stays below 32 MB. */
const bandSamples = 8_000_000;

async function readTiff(path: string, grid: Grid, window: GridWindow): Promise<Heights> {
  const { fromX, toX, fromY, toY, stride } = window;
  const part = gridOf(grid, window);
  const samples = new Float32Array(part.width * part.height);
  const bandRows = Math.max(1, Math.floor(bandSamples / (toX - fromX) / stride)) * stride;
  await withImage(path, async (image) => {
    const none = image.getGDALNoData();
    for (let top = fromY; top < toY; top += bandRows) {
      const bottom = Math.min(top + bandRows, toY);
      const band = await image.readRasters({
        window: [fromX, top, toX, bottom],
        samples: [0],
        interleave: true,
      });
      for (let row = 0; row < bottom - top; row += stride)
        for (let x = 0; x < part.width; x += 1) {
          const sample = band[row * (toX - fromX) + x * stride] ?? NaN;
          const y = (top + row - fromY) / stride;
          samples[y * part.width + x] = sample === none ? NaN : toHeight(sample);
        }
    }
  });
  return { ...part, samples };
}

/** Throws RasterProblem where the file cannot be used; `bytes` is its size. */
export async function openRaster(path: string, bytes: number): Promise<RasterFile> {
  try {
    return /\.hgt$/i.test(path) ? await openHgt(path, bytes) : await openTiff(path);
  } catch (error) {
    throw error instanceof RasterProblem ? error : new RasterProblem('elevation_unreadable');
  }
}
