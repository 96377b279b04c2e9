// Pictures made up on the spot, and sending them as a device does: declared, then part by part.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { PhotoDeclared, PhotoProgress } from '../../server/evidence/contract.ts';
import type { Answer, TestApp } from './app.ts';
import { creating, reportInput } from './report.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

/** A noisy picture, so that it is as large as a real one. */
export function noise(widthPx: number, heightPx: number) {
  return sharp({
    create: {
      width: widthPx,
      height: heightPx,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
}

/** EXIF of a phone at 1°57′ S 100°3′ E, which is where the made-up report stands. */
export const phoneExif = {
  IFD0: { Make: 'Ponsel', Model: 'X1', Software: 'Sari Kamera', Artist: 'Sari' },
  IFD2: { DateTimeOriginal: '2026:11:15 08:00:00' },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '1/1 57/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '100/1 3/1 0/1',
  },
};

export function declare(bytes: Uint8Array, over: Partial<PhotoDeclared> = {}): PhotoDeclared {
  return {
    kind: 'photo',
    operatorId: null,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    exifDistanceM: null,
    ...over,
  };
}

/** Cuts `bytes` as `progress` asks for. */
export function cut(bytes: Uint8Array, { parts, partBytes }: PhotoProgress): Uint8Array[] {
  return Array.from({ length: parts }, (_, n) =>
    bytes.subarray(n * partBytes, (n + 1) * partBytes),
  );
}

/** Stores a new report of `who` and gives back its id. */
export async function addReport(
  who: Person,
  over: Parameters<typeof reportInput>[0] = {},
): Promise<string> {
  const id = randomUUID();
  const body = reportInput(over);
  await who.send(`/api/reports/${id}`, { method: 'PUT', body, headers: creating });
  return id;
}

/** The names of all files below a folder of DATA_DIR. */
export function listFiles({ dataDir }: Pick<TestApp, 'dataDir'>, folder: string): string[] {
  const dir = join(dataDir, folder);
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

/** A device of `who`: sends and fetches bytes over the real router. */
export function photoDevice({ app }: Pick<TestApp, 'app'>, who: Person) {
  async function sendPart(photoId: string, n: number, bytes: Uint8Array): Promise<Answer> {
    const response = await app.request(
      `http://jangkau.test/api/photos/${photoId}/parts/${n}`,
      {
        method: 'PUT',
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(bytes.length),
          'sec-fetch-site': 'same-origin',
          cookie: who.cookie,
        },
        body: new Uint8Array(bytes),
      },
      { incoming: { socket: { remoteAddress: '192.0.2.7', remotePort: 1, remoteFamily: 'IPv4' } } },
    );
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  const put = (reportId: string, photoId: string, declared: PhotoDeclared) =>
    who.send(`/api/reports/${reportId}/photos/${photoId}`, { method: 'PUT', body: declared });

  /** Declares and sends all parts; gives back the photo's id and the last answer. */
  async function sendPhoto(
    reportId: string,
    bytes: Uint8Array,
    over: Partial<PhotoDeclared> = {},
  ): Promise<Answer & { id: string }> {
    const id = randomUUID();
    let last = await put(reportId, id, declare(bytes, over));
    if (last.status !== 200) return { ...last, id };
    for (const [n, part] of cut(bytes, last.body).entries()) last = await sendPart(id, n, part);
    return { ...last, id };
  }

  /** Fetches a picture; `bytes` is empty where there is none. */
  async function fetchBytes(path: string, headers: Record<string, string> = {}) {
    const response = await app.request(`http://jangkau.test${path}`, {
      headers: { cookie: who.cookie, ...headers },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, bytes };
  }

  return { put, sendPart, sendPhoto, fetchBytes };
}
