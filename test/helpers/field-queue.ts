// A full queue of a week in the field: many reports with photos, sent over a bad line to the real router,
// and what the server has of them afterwards.
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { ReportInput } from '../../server/evidence/contract.ts';
import type { NewOutboxItem, NewOutboxPhoto } from '../../web/api/outbox/types.ts';
import type { TestApp } from './app.ts';
import type { Line, Luck } from './line.ts';
import { reportInput } from './report.ts';

/** One request in five is lost: half of them before the server, half of the answers after it. */
export function oneInFive(random: () => number): () => Luck {
  return () => {
    const drawn = random();
    if (drawn >= 0.2) return 'through';
    return drawn < 0.1 ? 'request-lost' : 'answer-lost';
  };
}

/** Noise hardly compresses: about as many bytes as a photo of the field, and no two are alike. */
async function makePhoto(widthPx: number, heightPx: number): Promise<NewOutboxPhoto> {
  const noise = { type: 'gaussian', mean: 128, sigma: 25 } as const;
  const size = { width: widthPx, height: heightPx, channels: 3, background: '#585' } as const;
  const bytes = new Uint8Array(
    await sharp({ create: { ...size, noise } })
      .jpeg()
      .toBuffer(),
  );
  return {
    id: crypto.randomUUID(),
    kind: 'photo',
    operatorId: null,
    blob: new Blob([bytes]),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    exifDistanceM: null,
  };
}

export type QueuedReport = { item: NewOutboxItem; photos: NewOutboxPhoto[] };

/** `count` reports of an account with `photosEach` photos of that size each. */
export async function makeQueue(
  accountId: string,
  count: number,
  photosEach: number,
  [widthPx, heightPx]: [number, number],
): Promise<QueuedReport[]> {
  const queue: QueuedReport[] = [];
  for (let n = 0; n < count; n += 1) {
    const photos: NewOutboxPhoto[] = [];
    for (let each = 0; each < photosEach; each += 1)
      photos.push(await makePhoto(widthPx, heightPx));
    const input = ReportInput.parse(reportInput({ note: `laporan ${n}` }));
    const id = crypto.randomUUID();
    queue.push({ item: { id, accountId, input, version: null, label: 'Inderapura' }, photos });
  }
  return queue;
}

/** Of reports and photos: how many arrived as they were sent, and how many the server took too often. */
export function countArrived(t: TestApp, queue: readonly QueuedReport[]) {
  const reports = t.db.prepare('SELECT id, version, note FROM report').all() as {
    id: string;
    version: number;
    note: string;
  }[];
  const photos = t.db
    .prepare('SELECT id, report_id AS reportId FROM photo WHERE content IS NOT NULL')
    .all() as { id: string; reportId: string }[];
  const sent = new Map(queue.map(({ item }) => [item.id, item.input.note]));
  const sentPhotos = new Map(
    queue.flatMap(({ item, photos: own }) => own.map(({ id }) => [id, item.id])),
  );
  const created = t.db
    .prepare("SELECT count(*) FROM audit WHERE action = 'report.create'")
    .pluck()
    .get() as number;
  const tooMany = (there: number, wanted: number) => Math.max(0, there - wanted);
  return {
    reports: reports.filter(({ id, note }) => sent.get(id) === note).length,
    photos: photos.filter(({ id, reportId }) => sentPhotos.get(id) === reportId).length,
    twice:
      tooMany(reports.length, sent.size) +
      tooMany(photos.length, sentPhotos.size) +
      tooMany(created, sent.size) +
      reports.filter(({ version }) => version !== 1).length,
  };
}

/** Requests that were made, and how many of them repeat one that was lost. */
export function countRequests({ log }: Pick<Line, 'log'>) {
  const distinct = new Set(log.map(({ method, path }) => `${method} ${path}`)).size;
  return { requests: log.length, repeats: log.length - distinct };
}
