// Sends one photo: told first, then part by part what the server lacks. Whatever is repeated is harmless.
import type { PhotoProgress } from '#contract/evidence';
import { ApiProblem } from '../client.ts';
import type { OutboxPhoto, Transport } from './types.ts';

/** A photo whose parts were lost on the way is begun anew so often; then it is refused. */
const beginnings = 2;

type Heard = (progress: { sentParts: number; sentBytes: number }) => Promise<void>;

function heardOf({ bytes }: OutboxPhoto, { state, received, parts, partBytes }: PhotoProgress) {
  if (state === 'stored') return { sentParts: parts, sentBytes: bytes };
  const last = bytes - (parts - 1) * partBytes;
  const sizes = received.map((part) => (part === parts - 1 ? last : partBytes));
  return { sentParts: received.length, sentBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function sendOnce(
  transport: Transport,
  photo: OutboxPhoto,
  blob: Blob,
  onHeard: Heard,
): Promise<void> {
  const headers = { 'x-account': photo.accountId };
  const { kind, operatorId, bytes, sha256, exifDistanceM } = photo;
  let progress = await transport<PhotoProgress>(
    `/api/reports/${photo.reportId}/photos/${photo.id}`,
    { method: 'PUT', headers, body: { kind, operatorId, bytes, sha256, exifDistanceM } },
  );
  await onHeard(heardOf(photo, progress));
  const { parts, partBytes, received } = progress;
  const lacking = Array.from({ length: parts }, (_, part) => part).filter(
    (part) => !received.includes(part),
  );
  for (const part of lacking) {
    if (progress.state === 'stored') return;
    progress = await transport<PhotoProgress>(`/api/photos/${photo.id}/parts/${part}`, {
      method: 'PUT',
      headers,
      body: blob.slice(part * partBytes, (part + 1) * partBytes),
    });
    await onHeard(heardOf(photo, progress));
  }
  // Everything was sent, yet something is missing: the server lost a part, and is asked anew.
  if (progress.state !== 'stored') throw new ApiProblem(503, 'photo_incomplete', [], null);
}

/** The server forgets the parts of a photo whose bytes were not those that were told. */
function isToBeginAnew(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'photo_checksum_wrong';
}

/** Resolves when the server has stored the photo; rejects with ApiProblem. `onHeard` after every answer. */
export async function sendPhoto(
  transport: Transport,
  photo: OutboxPhoto,
  onHeard: Heard,
): Promise<void> {
  const { blob } = photo;
  if (blob === null) return;
  for (let left = beginnings; ; left -= 1)
    try {
      return await sendOnce(transport, photo, blob, onHeard);
    } catch (error) {
      if (left === 1 || !isToBeginAnew(error)) throw error;
    }
}
