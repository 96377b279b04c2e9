// A photo that the form holds: shrunk, without EXIF, with where its camera was. Pure, and read from drafts.
import { z } from 'zod';
import { PhotoDeclared, PhotoKind } from '#contract/evidence';
import { Position } from '#contract/regions';
import type { NewOutboxPhoto, OutboxPhoto } from '../../../api/outbox/types.ts';
import { metresFrom } from './photo-rules.ts';

export const FormPhoto = z.object({
  id: z.uuid(),
  kind: PhotoKind,
  /** The operator whose signal it shows. */
  operatorId: z.string().nullable(),
  sha256: PhotoDeclared.shape.sha256,
  /** Null once the server has it. */
  blob: z.instanceof(Blob).nullable(),
  /** [lng, lat] as the camera wrote it; null when it did not, or when it is forgotten already. */
  cameraPosition: Position.nullable(),
  /** Worked out earlier; counts where the camera's position is not known any more. */
  exifDistanceM: z.number().nullable(),
  /** Why the server did not take it: a code. */
  refusalCode: z.string().nullable(),
});
export type FormPhoto = z.infer<typeof FormPhoto>;

/** Metres to the report's point as it stands now; null: nobody knows. */
export function distanceOf(photo: FormPhoto, point: Position | null): number | null {
  return photo.cameraPosition ? metresFrom(photo.cameraPosition, point) : photo.exifDistanceM;
}

/** What goes into the outbox; photos that the server has are not sent again. */
export function toSend(photos: readonly FormPhoto[], point: Position | null): NewOutboxPhoto[] {
  return photos.flatMap((photo) => {
    const { id, kind, operatorId, sha256, blob } = photo;
    if (!blob) return [];
    return [{ id, kind, operatorId, sha256, blob, exifDistanceM: distanceOf(photo, point) }];
  });
}

/** A photo of a report that waits on this device. */
export function fromOutbox(photo: OutboxPhoto): FormPhoto {
  const { id, kind, operatorId, sha256, blob, exifDistanceM, refusal } = photo;
  return {
    id,
    kind,
    operatorId,
    sha256,
    blob,
    exifDistanceM,
    cameraPosition: null,
    refusalCode: refusal?.code ?? null,
  };
}
