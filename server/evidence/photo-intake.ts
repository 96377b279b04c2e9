// Takes a photo in: declared, part by part in any order, and once it is whole checked, cleaned and
// stored. What was sent survives a restart; whatever is repeated changes nothing.
import { createHash } from 'node:crypto';
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { createGate } from '../platform/gate.ts';
import { ProblemError } from '../platform/problem.ts';
import type { StatusFeed, Written } from '../status/feed.ts';
import type { PhotoProgress } from './contract.ts';
import { decodePhoto, PhotoRefusal, type DecodedPhoto } from './photo-decode.ts';
import type { PhotoFiles } from './photo-files.ts';
import { countParts, metresBetween, partBytes } from './photo-rules.ts';
import * as photos from './photo-store.ts';
import { findReport } from './store.ts';

type Deps = { db: Db; clock: Clock; feed: StatusFeed; files: PhotoFiles };

/** A 50-megapixel picture takes up to 300 MB while it is worked on. */
const decodesAtOnce = 2;

/** What the browsers are told when the photos of a report change. */
export function tellReport(db: Db, reportId: string, byName: string): Written {
  const report = findReport(db, reportId);
  if (!report) return { villages: [] };
  const { villageCode, version } = report;
  return { villages: [], report: { reportId, villageCode, reportVersion: version, byName } };
}

export function createPhotoIntake({ db, clock, feed, files }: Deps) {
  const gate = createGate(decodesAtOnce);
  /** The photos that are being checked right now; the last part may come twice at once, but only one may write. */
  const finishing = new Map<string, Promise<void>>();

  function refuse({ id }: photos.PhotoRecord, code: string, by: Account): void {
    db.transaction(() => {
      photos.markRefused(db, id, code);
      recordAudit(db, {
        at: clock(),
        accountId: by.id,
        action: 'photo.refuse',
        subject: `photo:${id}`,
        after: { code },
      });
    })();
    files.dropUpload(id);
  }

  /** All parts one after the other; throws photo_checksum_wrong and forgets them if they are not what was declared. */
  async function readWhole({ id, declared }: photos.PhotoRecord): Promise<Uint8Array> {
    const hash = createHash('sha256');
    const parts: Uint8Array[] = [];
    for (let n = 0; n < countParts(declared.bytes); n += 1) {
      const part = await files.readPart(id, n);
      hash.update(part);
      parts.push(part);
    }
    const sha256 = hash.digest('hex');
    if (sha256 !== declared.sha256) {
      files.dropUpload(id);
      throw new ProblemError(422, 'photo_checksum_wrong', {
        errors: [{ field: 'sha256', code: 'photo_checksum_wrong', value: sha256 }],
      });
    }
    return Buffer.concat(parts);
  }

  /** The device's word for the distance, unless the bytes still say it themselves. */
  function distanceOf(photo: photos.PhotoRecord, decoded: DecodedPhoto): number | null {
    const position = findReport(db, photo.reportId)?.position;
    return decoded.cameraPosition && position
      ? metresBetween(decoded.cameraPosition, position)
      : photo.declared.exifDistanceM;
  }

  function keep(photo: photos.PhotoRecord, decoded: DecodedPhoto, by: Account): void {
    const { extension, widthPx, heightPx, image } = decoded;
    const content = createHash('sha256').update(image).digest('hex');
    const stored = { content, extension, widthPx, heightPx, bytes: image.length };
    feed.change(() => {
      if (!photos.isReceiving(db, photo.id)) throw new ProblemError(404, 'not_found');
      files.keep(photo.id, stored);
      photos.markStored(db, photo.id, stored, distanceOf(photo, decoded));
      recordAudit(db, {
        at: clock(),
        accountId: by.id,
        action: 'photo.store',
        subject: `photo:${photo.id}`,
        after: { reportId: photo.reportId, ...stored },
      });
      return tellReport(db, photo.reportId, by.name);
    });
    files.dropUpload(photo.id);
  }

  async function check(photo: photos.PhotoRecord, by: Account): Promise<void> {
    if (!photos.isReceiving(db, photo.id)) return;
    try {
      const decoded = await decodePhoto(await readWhole(photo), photo.declared.kind);
      await files.stage(photo.id, decoded.image, decoded.thumb);
      keep(photo, decoded, by);
    } catch (error) {
      // Its report may have been taken back meanwhile, and the photo with it.
      if (!photos.isReceiving(db, photo.id)) files.dropUpload(photo.id);
      else if (error instanceof PhotoRefusal) refuse(photo, error.message, by);
      else throw error;
    }
  }

  function finish(photo: photos.PhotoRecord, by: Account): Promise<void> {
    const running = finishing.get(photo.id);
    if (running) return running;
    const started = gate.run(() => check(photo, by)).finally(() => finishing.delete(photo.id));
    finishing.set(photo.id, started);
    return started;
  }

  async function tell({
    id,
    declared,
    refusal,
    image,
  }: photos.PhotoRecord): Promise<PhotoProgress> {
    if (refusal !== null) throw new ProblemError(422, refusal);
    const parts = countParts(declared.bytes);
    const received = image ? [...Array(parts).keys()] : await files.listParts(id);
    return { id, state: image ? 'stored' : 'receiving', partBytes, parts, received };
  }

  return {
    /** Keeps part `n` (of the right length) of a photo that is still on its way. */
    keepPart({ id }: photos.PhotoRecord, n: number, bytes: Uint8Array): Promise<void> {
      return files.writePart(id, n, bytes);
    },

    /**
     * How far `photo` has come; when all its parts are there, it is checked and stored first.
     * Throws 422: photo_checksum_wrong (to be sent anew), photo_format_refused, photo_unreadable,
     * photo_too_many_pixels (final, and said again whenever it is asked for).
     */
    async advance(photo: photos.PhotoRecord, by: Account): Promise<PhotoProgress> {
      const progress = await tell(photo);
      if (progress.state === 'stored' || progress.received.length < progress.parts) return progress;
      await finish(photo, by);
      const after = photos.findPhoto(db, photo.id);
      if (!after) throw new ProblemError(404, 'not_found');
      return tell(after);
    },
  };
}
