// Makes small elevation rasters with known heights: .hgt and GeoTIFF.
import { writeArrayBuffer } from 'geotiff';

/** An .hgt file of 1201 × 1201 samples; `heightAt` gets degrees from the south-west corner. */
export function hgtFile(heightAt: (east: number, north: number) => number): Buffer {
  const side = 1201;
  const bytes = Buffer.alloc(side * side * 2);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      bytes.writeInt16BE(heightAt(x / (side - 1), 1 - y / (side - 1)), (y * side + x) * 2);
  return bytes;
}

export type TiffOptions = {
  west: number;
  north: number;
  /** Degrees between samples. */
  step: number;
  width: number;
  height: number;
  noData?: number;
  /** GeoTIFF's model: 2 in degrees, 1 projected. */
  model?: number;
};

/** A GeoTIFF whose pixels are areas; `heightAt` gets the middle of each, [lng, lat]. */
export function tiffFile(
  { west, north, step, width, height, noData, model = 2 }: TiffOptions,
  heightAt: (lng: number, lat: number) => number,
): Buffer {
  const samples = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      samples[y * width + x] = heightAt(west + (x + 0.5) * step, north - (y + 0.5) * step);
  const bytes = writeArrayBuffer(samples, {
    width,
    height,
    ModelPixelScale: [step, step, 0],
    ModelTiepoint: [0, 0, 0, west, north, 0],
    GTModelTypeGeoKey: model,
    GeographicTypeGeoKey: 4326,
    SampleFormat: [3],
    BitsPerSample: [32],
    ...(noData !== undefined && { GDAL_NODATA: `${noData}\0` }),
  });
  return Buffer.from(bytes);
}
