// What holds for a photo before it is decoded, and where it was taken. Pure: bytes in, verdicts out.
import { distance } from '@turf/turf';
import { maxPhotoBytes } from '#contract/evidence';
import type { Position } from '#contract/regions';

/** Why a file is not taken; i18n has words for each. */
export const photoProblems = [
  'format',
  'too_large',
  'empty',
  'too_many_pixels',
  'heic_unsupported',
  'unreadable',
  'too_many',
] as const;
export type PhotoProblem = (typeof photoProblems)[number];

export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'heic';

/** The best phones make 50 MP pictures; what claims more is made to fill the memory. */
const maxPixels = 50_000_000;

/** Longest side of what is kept, pixels. */
export const longSidePx = 1600;

/** Beyond this a photo is said to be far from its report, metres. */
const farM = 1000;

const heicBrands = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/;

/** By content, never by name; null for everything else. `bytes` may be the beginning only. */
export function formatOf(bytes: Uint8Array): PhotoFormat | null {
  const text = String.fromCharCode(...bytes.subarray(0, 16));
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  return text.slice(4, 8) === 'ftyp' && heicBrands.test(text.slice(8)) ? 'heic' : null;
}

type Size = { widthPx: number; heightPx: number };

function sizeOfJpeg(view: DataView): Size | null {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Start of frame, whatever its coding; the other markers of this row are tables.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { widthPx: view.getUint16(at + 7), heightPx: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function sizeOfWebp(view: DataView): Size | null {
  const chunk = view.getUint32(12);
  if (chunk === 0x56503858)
    return {
      widthPx: 1 + (view.getUint32(24, true) & 0xffffff),
      heightPx: 1 + (view.getUint32(26, true) >>> 8),
    };
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { widthPx: 1 + (bits & 0x3fff), heightPx: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return {
    widthPx: view.getUint16(26, true) & 0x3fff,
    heightPx: view.getUint16(28, true) & 0x3fff,
  };
}

/** The size that a file claims; null where it does not say (HEIC) or is broken. */
export function sizeOf(bytes: Uint8Array, format: PhotoFormat): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 30) return null;
  if (format === 'jpeg') return sizeOfJpeg(view);
  if (format === 'png') return { widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
  return format === 'webp' ? sizeOfWebp(view) : null;
}

export function hasTooManyPixels({ widthPx, heightPx }: Size): boolean {
  return widthPx * heightPx > maxPixels;
}

/** Whether the number of bytes alone forbids it; asked before anything is read. */
export function judgeBytes(bytes: number): PhotoProblem | null {
  if (bytes === 0) return 'empty';
  return bytes > maxPhotoBytes ? 'too_large' : null;
}

/** Whether it may be decoded. */
export function judgeContent(bytes: Uint8Array): PhotoProblem | null {
  const format = formatOf(bytes);
  if (!format) return 'format';
  const size = sizeOf(bytes, format);
  if (!size) return format === 'heic' ? null : 'unreadable';
  return hasTooManyPixels(size) ? 'too_many_pixels' : null;
}

/** The size drawn: the long side at most 1,600 px, never enlarged, never less than a pixel. */
export function fitted({ widthPx, heightPx }: Size): Size {
  const scale = Math.min(1, longSidePx / Math.max(widthPx, heightPx));
  return {
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  };
}

/** Metres from where the camera was to the report's point, rounded; null where one is not known. */
export function metresFrom(camera: Position | null, point: Position | null): number | null {
  return camera && point ? Math.round(distance(camera, point, { units: 'meters' })) : null;
}

/** Taken too far away to show what the report says. */
export function isFar(distanceM: number | null): boolean {
  return distanceM !== null && distanceM > farM;
}
