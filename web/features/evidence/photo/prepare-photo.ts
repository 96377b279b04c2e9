// Makes of a chosen file a small picture without EXIF, on the device itself. What may be decided without
// a browser stands in photo-rules.ts.
import type { PhotoKind } from '#contract/evidence';
import type { Position } from '#contract/regions';
import { sha256Of } from '../../../api/outbox/checksum.ts';
import type { FormPhoto } from './form-photo.ts';
import {
  fitted,
  formatOf,
  hasTooManyPixels,
  judgeBytes,
  judgeContent,
  type PhotoProblem,
} from './photo-rules.ts';

/** A file that is not taken. */
export class PhotoRefused extends Error {
  readonly problem: PhotoProblem;

  constructor(problem: PhotoProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Where the camera says it was; null when it does not say. The reader is loaded with the first photo. */
async function readCameraPosition(bytes: Uint8Array): Promise<Position | null> {
  try {
    const { gps } = await import('exifr');
    const place = await gps(bytes);
    const { longitude, latitude } = place ?? { longitude: NaN, latitude: NaN };
    const isOnEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    return isOnEarth ? [longitude, latitude] : null;
  } catch {
    // EXIF that cannot be read says nothing; the picture may be fine.
    return null;
  }
}

async function decode(file: Blob, bytes: Uint8Array): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new PhotoRefused(formatOf(bytes) === 'heic' ? 'heic_unsupported' : 'unreadable');
  }
}

/** JPEG for what a camera sees; WebP for a screen's small letters (PNG where a browser writes none). */
const encodings: Record<PhotoKind, [type: string, quality: number]> = {
  photo: ['image/jpeg', 0.82],
  signal_app: ['image/webp', 0.9],
};

async function shrink(bitmap: ImageBitmap, kind: PhotoKind): Promise<Blob> {
  const { widthPx, heightPx } = fitted({ widthPx: bitmap.width, heightPx: bitmap.height });
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  const context = canvas.getContext('2d');
  if (!context) throw new PhotoRefused('unreadable');
  // What is transparent would turn black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, widthPx, heightPx);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, widthPx, heightPx);
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, ...encodings[kind]),
  );
  if (!blob) throw new PhotoRefused('unreadable');
  return blob;
}

/**
 * The picture in `file`: upright, at most 1,600 px on its long side, without any metadata. Rejects
 * with PhotoRefused.
 */
export async function preparePhoto(
  file: Blob,
  kind: PhotoKind,
  operatorId: string | null,
): Promise<FormPhoto> {
  const tooHeavy = judgeBytes(file.size);
  if (tooHeavy) throw new PhotoRefused(tooHeavy);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const problem = judgeContent(bytes);
  if (problem) throw new PhotoRefused(problem);
  const cameraPosition = await readCameraPosition(bytes);
  const bitmap = await decode(file, bytes);
  try {
    const { width: widthPx, height: heightPx } = bitmap;
    if (hasTooManyPixels({ widthPx, heightPx })) throw new PhotoRefused('too_many_pixels');
    const blob = await shrink(bitmap, kind);
    return {
      id: crypto.randomUUID(),
      kind,
      operatorId,
      blob,
      sha256: await sha256Of(blob),
      cameraPosition,
      exifDistanceM: null,
      refusalCode: null,
    };
  } finally {
    bitmap.close();
  }
}
