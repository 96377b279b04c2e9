// Makes of uploaded bytes a clean picture: looked at by content, turned upright, made smaller and
// written anew, so that nothing but its pixels is left. Pixels are worked on in libuv's threads.
import exifr from 'exifr';
import sharp, { type Sharp } from 'sharp';
import type { PhotoKind } from './contract.ts';
import type { PhotoImage } from './photo-store.ts';

// oxlint-disable-next-line import/no-named-as-default-member -- Node gives this package only a default
const { gps: readGps } = exifr;

/** Bytes that are not a picture we keep; the message is the refusal's code. */
export class PhotoRefusal extends Error {}

export type DecodedPhoto = Pick<PhotoImage, 'extension' | 'widthPx' | 'heightPx'> & {
  image: Uint8Array;
  thumb: Uint8Array;
  /** Where the camera says it was, [lng, lat]; null when it does not say. */
  cameraPosition: [lng: number, lat: number] | null;
};

/** The best phones make 50 MP pictures; what claims more is made to fill the memory. */
const maxPixels = 50_000_000;
const longSidePx = 1600;
const thumbSidePx = 320;
/** The largest takes about three seconds; what takes longer is made to take long. */
const maxSeconds = 30;

const formats = [
  { name: 'jpeg', isOne: (start: string) => start.startsWith('\xff\xd8\xff') },
  { name: 'png', isOne: (start: string) => start.startsWith('\x89PNG\r\n\x1a\n') },
  { name: 'webp', isOne: (start: string) => /^RIFF[^]{4}WEBP/.test(start) },
];

/** Kept from libvips's other readers (SVG, PDF, TIFF…), which do far more than pixels. */
function checkFormat(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (!formats.some((format) => format.isOne(start)))
    throw new PhotoRefusal('photo_format_refused');
}

function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels });
}

/** EXIF as libvips gives it; JPEG and WebP put "Exif\0\0" before it. */
async function readCameraPosition(
  exif: Buffer | undefined,
): Promise<DecodedPhoto['cameraPosition']> {
  if (!exif) return null;
  const start = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0;
  const gps = await readGps(exif.subarray(start)).catch(() => undefined);
  const isPlace = Math.abs(gps?.latitude ?? NaN) <= 90 && Math.abs(gps?.longitude ?? NaN) <= 180;
  return gps && isPlace ? [gps.longitude, gps.latitude] : null;
}

function limitSide(image: Sharp, sidePx: number): Sharp {
  return image.resize(sidePx, sidePx, { fit: 'inside', withoutEnlargement: true });
}

/** JPEG for what a camera sees; WebP without blurred colours for a screen's small letters. */
function encode(image: Sharp, kind: PhotoKind): Sharp {
  return kind === 'signal_app'
    ? image.webp({ quality: 90, smartSubsample: true })
    : image.flatten({ background: 'white' }).jpeg({ quality: 82, mozjpeg: true });
}

/** The failure of libvips as a refusal; it tells them apart by words only. */
function refusalOf(error: unknown): PhotoRefusal {
  if (error instanceof PhotoRefusal) return error;
  const isBomb = error instanceof Error && error.message.includes('pixel limit');
  return new PhotoRefusal(isBomb ? 'photo_too_many_pixels' : 'photo_unreadable');
}

/**
 * The picture in `bytes`: upright, at most 1600 px on its long side, without any metadata, and a
 * thumbnail of at most 320 px (WebP). Throws PhotoRefusal: photo_format_refused (not JPEG, PNG or
 * WebP), photo_too_many_pixels (over 50 megapixels), photo_unreadable (broken or cut off).
 */
export async function decodePhoto(bytes: Uint8Array, kind: PhotoKind): Promise<DecodedPhoto> {
  checkFormat(bytes);
  try {
    const { exif } = await open(bytes).metadata();
    const upright = limitSide(open(bytes).autoOrient(), longSidePx);
    const { data, info } = await encode(upright, kind)
      .timeout({ seconds: maxSeconds })
      .toBuffer({ resolveWithObject: true });
    return {
      image: data,
      extension: kind === 'signal_app' ? 'webp' : 'jpg',
      widthPx: info.width,
      heightPx: info.height,
      thumb: await limitSide(sharp(data), thumbSidePx).webp({ quality: 72 }).toBuffer(),
      cameraPosition: await readCameraPosition(exif),
    };
  } catch (error) {
    throw refusalOf(error);
  }
}
