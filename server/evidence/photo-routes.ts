// Photos of reports over HTTP: declared, sent in parts, shown, removed.
import { bodyLimit } from 'hono/body-limit';
import type { Context } from 'hono';
import { z } from 'zod';
import { recordAudit } from '../audit/store.ts';
import type { Account } from '../auth/contract.ts';
import {
  getCaller,
  jsonAnswer,
  jsonBody,
  newRouter,
  refusals,
  route,
  type AppEnv,
} from '../auth/guard.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import type { StatusFeed } from '../status/feed.ts';
import { maxPhotosOfReport, PhotoDeclared, PhotoProgress } from './contract.ts';
import type { PhotoFiles } from './photo-files.ts';
import { createPhotoIntake, tellReport } from './photo-intake.ts';
import {
  countParts,
  declaresTheSame,
  maxUnfinished,
  partBytes,
  partLength,
} from './photo-rules.ts';
import * as photos from './photo-store.ts';
import { removeTraces } from './photo-tidy.ts';
import { mayEdit } from './report-view.ts';
import { maySeeReport } from './rules.ts';
import { findReport, isWithdrawn, listOperators } from './store.ts';

type Deps = { db: Db; clock: Clock; feed: StatusFeed; photoFiles: PhotoFiles };
type StoredPhoto = photos.PhotoRecord & { image: photos.PhotoImage };

/** Where parts arrive: raw bytes, longer than any JSON that the app sends. */
export const photoPartPath = '/api/photos/:photoId/parts/:n';

const signedIn = { may: 'signed-in' } as const;
const reporters = { may: ['admin', 'staff', 'regency'] } as const;
const photoParams = z.object({ photoId: z.uuid() });
const binary = { schema: { type: 'string', format: 'binary' } } as const;
const picture = {
  200: { description: 'The picture', content: { 'image/jpeg': binary, 'image/webp': binary } },
  304: { description: 'Not modified' },
  ...refusals,
};
const mediaTypes = { jpg: 'image/jpeg', webp: 'image/webp' } as const;

/** The body of a request; a connection that breaks off is the visitor's trouble, not ours. */
async function readBody(context: Context): Promise<Uint8Array> {
  try {
    return new Uint8Array(await context.req.arrayBuffer());
  } catch {
    throw new ProblemError(400, 'upload_interrupted');
  }
}

export function photoRoutes({ db, clock, feed, photoFiles: files }: Deps) {
  const router = newRouter();
  const intake = createPhotoIntake({ db, clock, feed, files });

  function getPhoto(id: string): photos.PhotoRecord {
    const photo = photos.findPhoto(db, id);
    if (!photo) throw new ProblemError(404, 'not_found');
    return photo;
  }

  /** A photo on its way is its sender's business only. */
  function getOwnPhoto(caller: Account, id: string): photos.PhotoRecord {
    const photo = getPhoto(id);
    if (photo.declaredBy !== caller.id) throw new ProblemError(404, 'not_found');
    return photo;
  }

  /** A stored photo that the caller may see: with its report, and before its report only the own. */
  function getShownPhoto(caller: Account, id: string): StoredPhoto {
    const { image, ...photo } = getPhoto(id);
    const report = findReport(db, photo.reportId);
    const isShown = report ? maySeeReport(caller, report) : photo.declaredBy === caller.id;
    if (!image || !isShown) throw new ProblemError(404, 'not_found');
    return { ...photo, image };
  }

  /** Whether one more photo may be declared for a report, which may not be here yet. */
  function checkNewPhoto(caller: Account, reportId: string, declared: PhotoDeclared): void {
    const { operatorId } = declared;
    if (operatorId !== null && !listOperators(db).some(({ id }) => id === operatorId))
      throw refuseField('operatorId', 'operator_unknown', operatorId);
    if (isWithdrawn(db, reportId)) throw new ProblemError(410, 'report_withdrawn');
    const report = findReport(db, reportId);
    if (report && !mayEdit(caller, report)) throw new ProblemError(403, 'not_allowed');
    if (photos.countPhotosOf(db, reportId) >= maxPhotosOfReport)
      throw new ProblemError(409, 'too_many_photos');
    if (photos.countUnfinished(db, caller.id) >= maxUnfinished)
      throw new ProblemError(429, 'too_many_unfinished_photos', {
        headers: { 'retry-after': '60' },
      });
  }

  function declare(caller: Account, id: string, reportId: string, declared: PhotoDeclared): void {
    db.transaction(() => {
      const before = photos.findPhoto(db, id);
      if (before) {
        const isSame =
          before.declaredBy === caller.id &&
          before.reportId === reportId &&
          declaresTheSame(before.declared, declared);
        if (isSame) return;
        throw new ProblemError(409, 'id_taken');
      }
      checkNewPhoto(caller, reportId, declared);
      const at = clock();
      photos.insertPhoto(db, { id, reportId, declared, declaredBy: caller.id, at });
      recordAudit(db, {
        at,
        accountId: caller.id,
        action: 'photo.declare',
        subject: `photo:${id}`,
        after: { reportId, ...declared },
      });
    })();
  }

  /** Answers with a stored file; its content never changes under its name. */
  async function sendPicture(
    context: Context<AppEnv>,
    photo: StoredPhoto,
    ending: 'jpg' | 'webp',
    read: () => Promise<Uint8Array>,
    variant = '',
  ): Promise<Response> {
    const etag = `"${photo.image.content}${variant}"`;
    context.header('cache-control', 'private, max-age=31536000, immutable');
    context.header('etag', etag);
    if (context.req.header('if-none-match') === etag) return context.body(null, 304);
    const bytes = await read();
    context.header('content-type', mediaTypes[ending]);
    context.header('content-disposition', `inline; filename="${photo.id}${variant}.${ending}"`);
    return context.body(new Uint8Array(bytes), 200);
  }

  router.openapi(
    route(reporters, {
      method: 'put',
      path: '/api/reports/{id}/photos/{photoId}',
      summary:
        'Declare a photo, before its bytes and perhaps before its report; repeats tell how far it is',
      request: { params: photoParams.extend({ id: z.uuid() }), body: jsonBody(PhotoDeclared) },
      responses: { 200: jsonAnswer('How far it has come', PhotoProgress), ...refusals },
    }),
    async (context) => {
      const caller = getCaller(context);
      const { id, photoId } = context.req.valid('param');
      declare(caller, photoId, id, context.req.valid('json'));
      return context.json(await intake.advance(getPhoto(photoId), caller), 200);
    },
  );

  router.use(
    photoPartPath,
    bodyLimit({
      maxSize: partBytes,
      onError: () => {
        throw new ProblemError(413, 'body_too_large');
      },
    }),
  );
  router.openapi(
    route(reporters, {
      method: 'put',
      path: '/api/photos/{photoId}/parts/{n}',
      summary: 'Send part n (from 0) of a photo; the last one to arrive stores it',
      request: {
        params: photoParams.extend({ n: z.coerce.number().int().min(0).max(10_000) }),
        body: { required: true, content: { 'application/octet-stream': binary } },
      },
      responses: { 200: jsonAnswer('How far it has come', PhotoProgress), ...refusals },
    }),
    async (context) => {
      const caller = getCaller(context);
      const { photoId, n } = context.req.valid('param');
      const photo = getOwnPhoto(caller, photoId);
      if (n >= countParts(photo.declared.bytes)) throw refuseField('n', 'too_big', n);
      const bytes = await readBody(context);
      const expectedBytes = partLength(photo.declared.bytes, n);
      if (bytes.length !== expectedBytes)
        throw new ProblemError(422, 'part_length_wrong', {
          detail: `part ${n} has ${bytes.length} bytes instead of ${expectedBytes}`,
          errors: [{ field: `parts.${n}`, code: 'part_length_wrong', value: String(bytes.length) }],
          more: { part: n, expectedBytes, actualBytes: bytes.length },
        });
      if (photos.isReceiving(db, photoId)) await intake.keepPart(photo, n, bytes);
      return context.json(await intake.advance(getPhoto(photoId), caller), 200);
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/photos/{photoId}',
      summary: 'A photo, without any metadata',
      request: { params: photoParams },
      responses: picture,
    }),
    (context) => {
      const photo = getShownPhoto(getCaller(context), context.req.valid('param').photoId);
      const { image } = photo;
      return sendPicture(context, photo, image.extension, () => files.read(image));
    },
  );

  router.openapi(
    route(signedIn, {
      method: 'get',
      path: '/api/photos/{photoId}/thumb',
      summary: 'A photo at 320 pixels',
      request: { params: photoParams },
      responses: picture,
    }),
    (context) => {
      const photo = getShownPhoto(getCaller(context), context.req.valid('param').photoId);
      return sendPicture(context, photo, 'webp', () => files.readThumb(photo.image), '-thumb');
    },
  );

  router.openapi(
    route(reporters, {
      method: 'delete',
      path: '/api/photos/{photoId}',
      summary: 'Remove a photo from a report that one may edit, or an own one that has none yet',
      request: { params: photoParams },
      responses: { 204: { description: 'Removed' }, ...refusals },
    }),
    (context) => {
      const caller = getCaller(context);
      const photo = getPhoto(context.req.valid('param').photoId);
      const report = findReport(db, photo.reportId);
      if (!report && photo.declaredBy !== caller.id) throw new ProblemError(404, 'not_found');
      if (report && !mayEdit(caller, report)) throw new ProblemError(403, 'not_allowed');
      feed.change(() => {
        photos.deletePhoto(db, photo.id);
        recordAudit(db, {
          at: clock(),
          accountId: caller.id,
          action: 'photo.delete',
          subject: `photo:${photo.id}`,
          before: photo,
        });
        return tellReport(db, photo.reportId, caller.name);
      });
      removeTraces({ db, files }, [{ id: photo.id, content: photo.image?.content ?? null }]);
      return context.body(null, 204);
    },
  );

  return router;
}
