// Photos in SQL: what was declared, what became of it, and which stored files are in use.
import type { Db } from '../platform/database.ts';
import type { Photo, PhotoDeclared } from './contract.ts';
import { isFarFromReport } from './photo-rules.ts';

/** The file that was made of a photo; `content` is its SHA-256 and its name. */
export type PhotoImage = {
  content: string;
  extension: 'jpg' | 'webp';
  widthPx: number;
  heightPx: number;
  bytes: number;
};

/** A photo from its declaration on. */
export type PhotoRecord = {
  id: string;
  reportId: string;
  declared: PhotoDeclared;
  /** The account that sends it. */
  declaredBy: string;
  /** The code with which its bytes were refused; null: they were not. */
  refusal: string | null;
  /** Null until it is stored. */
  image: PhotoImage | null;
};

/** What a removed row may have left on the disk. */
export type PhotoTrace = { id: string; content: string | null };

type PhotoRow = {
  id: string;
  report_id: string;
  kind: PhotoDeclared['kind'];
  operator_id: string | null;
  declared_bytes: number;
  declared_sha256: string;
  declared_distance_m: number | null;
  declared_by: string;
  refusal: string | null;
  content: string | null;
  extension: PhotoImage['extension'];
  width_px: number;
  height_px: number;
  stored_bytes: number;
};

function toRecord(row: PhotoRow): PhotoRecord {
  return {
    id: row.id,
    reportId: row.report_id,
    declared: {
      kind: row.kind,
      operatorId: row.operator_id,
      bytes: row.declared_bytes,
      sha256: row.declared_sha256,
      exifDistanceM: row.declared_distance_m,
    },
    declaredBy: row.declared_by,
    refusal: row.refusal,
    image:
      row.content === null
        ? null
        : {
            content: row.content,
            extension: row.extension,
            widthPx: row.width_px,
            heightPx: row.height_px,
            bytes: row.stored_bytes,
          },
  };
}

/** The stored photos of a report `r` as a column of its select; to be read with readPhotos. */
export const photosOfReport = `
  (SELECT json_group_array(json_object('id', p.id, 'reportId', p.report_id, 'kind', p.kind,
     'operatorId', p.operator_id, 'widthPx', p.width_px, 'heightPx', p.height_px,
     'bytes', p.stored_bytes, 'exifDistanceM', p.exif_distance_m, 'createdAt', p.declared_at)
     ORDER BY p.declared_at, p.id)
   FROM photo p WHERE p.report_id = r.id AND p.content IS NOT NULL)`;

/** What photosOfReport selected, in the order in which the photos were declared. */
export function readPhotos(json: string): Photo[] {
  const photos = JSON.parse(json) as Omit<Photo, 'isFarFromReport'>[];
  return photos.map((photo) => ({
    ...photo,
    isFarFromReport: isFarFromReport(photo.exifDistanceM),
  }));
}

export function findPhoto(db: Db, id: string): PhotoRecord | null {
  const row = db.prepare('SELECT * FROM photo WHERE id = ?').get(id) as PhotoRow | undefined;
  return row ? toRecord(row) : null;
}

/** How many photos a report has or is about to get; refused ones do not count. */
export function countPhotosOf(db: Db, reportId: string): number {
  return db
    .prepare('SELECT count(*) FROM photo WHERE report_id = ? AND refusal IS NULL')
    .pluck()
    .get(reportId) as number;
}

/** How many photos of an account wait for their bytes or for their report. */
export function countUnfinished(db: Db, accountId: string): number {
  return db
    .prepare(
      `SELECT count(*) FROM photo p WHERE p.declared_by = ? AND p.refusal IS NULL
       AND (p.content IS NULL OR NOT EXISTS (SELECT 1 FROM report r WHERE r.id = p.report_id))`,
    )
    .pluck()
    .get(accountId) as number;
}

type NewPhoto = Pick<PhotoRecord, 'id' | 'reportId' | 'declared' | 'declaredBy'> & { at: Date };

export function insertPhoto(db: Db, { id, reportId, declared, declaredBy, at }: NewPhoto): void {
  db.prepare(
    `INSERT INTO photo (id, report_id, kind, operator_id, declared_bytes, declared_sha256,
       declared_distance_m, declared_by, declared_at)
     VALUES (@id, @reportId, @kind, @operatorId, @bytes, @sha256, @exifDistanceM, @declaredBy, @at)`,
  ).run({ id, reportId, ...declared, declaredBy, at: at.toISOString() });
}

export function markStored(
  db: Db,
  id: string,
  image: PhotoImage,
  exifDistanceM: number | null,
): void {
  db.prepare(
    `UPDATE photo SET content = @content, extension = @extension, width_px = @widthPx,
       height_px = @heightPx, stored_bytes = @bytes, exif_distance_m = @exifDistanceM
     WHERE id = @id`,
  ).run({ id, ...image, exifDistanceM });
}

export function markRefused(db: Db, id: string, code: string): void {
  db.prepare('UPDATE photo SET refusal = ? WHERE id = ?').run(code, id);
}

export function deletePhoto(db: Db, id: string): void {
  db.prepare('DELETE FROM photo WHERE id = ?').run(id);
}

/** Removes the rows of a report that is removed; its files go after the commit. */
export function deletePhotosOf(db: Db, reportId: string): void {
  db.prepare('DELETE FROM photo WHERE report_id = ?').run(reportId);
}

/** Removes the rows of all samples, before the samples go; the next tidying finds their files. */
export function deletePhotosOfSamples(db: Db): void {
  db.prepare(
    'DELETE FROM photo WHERE report_id IN (SELECT id FROM report WHERE is_sample = 1)',
  ).run();
}

/** Removes what others had declared under the id of a report that `accountId` has just written. */
export function deletePhotosOfStrangers(db: Db, reportId: string, accountId: string): void {
  db.prepare('DELETE FROM photo WHERE report_id = ? AND declared_by <> ?').run(reportId, accountId);
}

/** What the photos of a report keep on the disk. */
export function listTraces(db: Db, reportId: string): PhotoTrace[] {
  return db
    .prepare('SELECT id, content FROM photo WHERE report_id = ?')
    .all(reportId) as PhotoTrace[];
}

/** Photos declared before `before` whose bytes or whose report never came. */
export function listGivenUp(db: Db, before: Date): PhotoTrace[] {
  return db
    .prepare(
      `SELECT p.id, p.content FROM photo p WHERE p.declared_at < ?
       AND (p.content IS NULL OR NOT EXISTS (SELECT 1 FROM report r WHERE r.id = p.report_id))`,
    )
    .all(before.toISOString()) as PhotoTrace[];
}

/** Whether any photo shows the stored file `content`. */
export function isContentInUse(db: Db, content: string): boolean {
  return db.prepare('SELECT 1 FROM photo WHERE content = ?').get(content) !== undefined;
}

/** Whether parts of the photo may still come. */
export function isReceiving(db: Db, id: string): boolean {
  return (
    db
      .prepare('SELECT 1 FROM photo WHERE id = ? AND content IS NULL AND refusal IS NULL')
      .get(id) !== undefined
  );
}

/** The stored files that the photos show, each once. */
export function listContents(db: Db): string[] {
  return db
    .prepare('SELECT DISTINCT content FROM photo WHERE content IS NOT NULL')
    .pluck()
    .all() as string[];
}
