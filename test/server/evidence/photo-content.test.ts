// What a photo is when it is stored: its pixels upright and nothing else; and what is no photo at all.
import { randomUUID } from 'node:crypto';
import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PhotoDeclared } from '../../../server/evidence/contract.ts';
import { createTestApp } from '../../helpers/app.ts';
import { declare, noise, phoneExif, photoDevice } from '../../helpers/photo.ts';
import { creating, reportInput } from '../../helpers/report.ts';

// oxlint-disable-next-line import/no-named-as-default-member -- Node gives this package only a default
const { gps, parse, thumbnail } = exifr;

/** A staff member with a report, ready to send photos. */
async function start(over: Parameters<typeof reportInput>[0] = {}) {
  const t = createTestApp();
  const sari = await t.person('staff');
  const id = randomUUID();
  await sari.send(`/api/reports/${id}`, {
    method: 'PUT',
    body: reportInput(over),
    headers: creating,
  });
  const device = photoDevice(t, sari);
  return {
    id,
    device,
    send: (bytes: Uint8Array, declared?: Partial<PhotoDeclared>) =>
      device.sendPhoto(id, bytes, declared),
    photos: async () => (await sari.send(`/api/reports/${id}`)).body.photos,
  };
}

/** Lies on its side: the left half is red and the right half blue; upright, red is on top. */
async function sideways(format: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array> {
  const red = await sharp({
    create: { width: 1000, height: 1000, channels: 3, background: '#e02020' },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#2020e0' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withMetadata({ orientation: 6, icc: 'p3' })
    .withExifMerge(phoneExif)
    .toFormat(format)
    .toBuffer();
}

const everything = { tiff: true, xmp: true, icc: true, iptc: true, jfif: false, ihdr: false };

describe('what is stored', () => {
  test.each(['jpeg', 'png', 'webp'] as const)(
    'of a %s: upright, 1600 px, without a trace of who, where and with what',
    async (format) => {
      const { send, device, photos } = await start();
      const bytes = await sideways(format);
      const { orientation, exif } = await sharp(bytes).metadata();
      expect([orientation, exif?.includes('Ponsel')]).toEqual([6, true]);
      const sent = await send(bytes, { exifDistanceM: 5000 });
      expect(sent.body.state).toBe('stored');
      for (const path of [`/api/photos/${sent.id}`, `/api/photos/${sent.id}/thumb`]) {
        const { bytes: stored } = await device.fetchBytes(path);
        const metadata = await sharp(stored).metadata();
        expect(metadata).not.toHaveProperty('exif');
        expect(metadata).not.toHaveProperty('xmp');
        expect(metadata).not.toHaveProperty('icc');
        expect(metadata.orientation).toBeUndefined();
        if (metadata.format === 'jpeg') {
          expect(await parse(Buffer.from(stored), everything)).toBeUndefined();
          expect(await gps(Buffer.from(stored))).toBeUndefined();
          expect(await thumbnail(Buffer.from(stored))).toBeUndefined();
        }
        for (const word of ['Ponsel', 'Sari', 'Exif', '2026:11:15'])
          expect(Buffer.from(stored).includes(word), word).toBe(false);
        const isThumb = path.endsWith('thumb');
        expect([metadata.width, metadata.height]).toEqual(isThumb ? [160, 320] : [800, 1600]);
        const corner = { left: 10, top: 10, width: 20, height: 20 };
        const top = await sharp(stored).extract(corner).png().toBuffer();
        const { dominant } = await sharp(top).stats();
        expect(dominant.r).toBeGreaterThan(dominant.b);
      }
      const [photo] = await photos();
      expect(photo).toMatchObject({ widthPx: 800, heightPx: 1600 });
      // The bytes still said where the camera was, so the device's word does not count.
      expect(photo.exifDistanceM).toBeLessThan(20);
      expect(photo.isFarFromReport).toBe(false);
    },
  );

  test('a picture taken elsewhere is said to be far; without a position the device’s word counts', async () => {
    const bytes = await sideways('jpeg');
    const far = await start({ position: [100.09, -1.91] });
    await far.send(bytes);
    const [photo] = await far.photos();
    expect(photo.exifDistanceM).toBeGreaterThan(6000);
    expect(photo.isFarFromReport).toBe(true);
    const nowhere = await start({ position: null, positionSource: null });
    await nowhere.send(bytes, { exifDistanceM: 12 });
    expect((await nowhere.photos())[0].exifDistanceM).toBe(12);
  });

  test('a small picture stays as large as it is; a screenshot becomes WebP, a photo JPEG', async () => {
    const { send, device } = await start();
    const bytes = await noise(300, 200).png().toBuffer();
    for (const [kind, format] of [
      ['photo', 'jpeg'],
      ['signal_app', 'webp'],
    ] as const) {
      const { id } = await send(bytes, { kind });
      const { bytes: stored, headers } = await device.fetchBytes(`/api/photos/${id}`);
      expect(await sharp(stored).metadata()).toMatchObject({ format, width: 300, height: 200 });
      expect(headers.get('content-type')).toBe(`image/${format}`);
    }
  });

  test('travels with headers that keep it private, kept and never run', async () => {
    const { send, device } = await start();
    const { id } = await send(await noise(40, 40).jpeg().toBuffer());
    const { headers } = await device.fetchBytes(`/api/photos/${id}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename="${id}.jpg"`,
      'cache-control': 'private, max-age=31536000, immutable',
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
    });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const etag = headers.get('etag') ?? '';
    const again = await device.fetchBytes(`/api/photos/${id}`, { 'if-none-match': etag });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    const thumb = await device.fetchBytes(`/api/photos/${id}/thumb`, { 'if-none-match': etag });
    expect([thumb.status, thumb.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });
});

const text = (words: string) => async () => new Uint8Array(Buffer.from(words, 'latin1'));
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>';
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } });
const truncated = async (picture: Promise<Buffer>, share: number) => {
  const bytes = await picture;
  return new Uint8Array(bytes.subarray(0, Math.floor(bytes.length * share)));
};

describe('what is no photo is refused for good, and leaves nothing behind', () => {
  test.each<[string, string, () => Promise<Uint8Array>]>([
    ['text', 'photo_format_refused', text('bukan foto')],
    ['HTML', 'photo_format_refused', text('<html><script>alert(1)</script></html>')],
    ['SVG', 'photo_format_refused', text(svg)],
    ['a PDF', 'photo_format_refused', text('%PDF-1.7\n1 0 obj')],
    ['GIF', 'photo_format_refused', () => flat(9, 9).gif().toBuffer()],
    ['TIFF', 'photo_format_refused', () => flat(9, 9).tiff().toBuffer()],
    ['AVIF', 'photo_format_refused', () => flat(9, 9).avif().toBuffer()],
    ['HTML behind a JPEG’s first bytes', 'photo_unreadable', text('\xff\xd8\xff<html></html>')],
    ['SVG behind a WebP’s first bytes', 'photo_unreadable', text(`RIFF\x80\0\0\0WEBP${svg}`)],
    ['half a JPEG', 'photo_unreadable', () => truncated(noise(900, 700).jpeg().toBuffer(), 0.5)],
    [
      'nearly all of a progressive JPEG',
      'photo_unreadable',
      () => truncated(noise(900, 700).jpeg({ progressive: true }).toBuffer(), 0.98),
    ],
    ['half a PNG', 'photo_unreadable', () => truncated(noise(300, 200).png().toBuffer(), 0.5)],
    ['half a WebP', 'photo_unreadable', () => truncated(noise(300, 200).webp().toBuffer(), 0.5)],
    [
      '60 megapixels in 190 kB',
      'photo_too_many_pixels',
      () => flat(10_000, 6000).png({ compressionLevel: 9 }).toBuffer(),
    ],
  ])('%s: %s', async (_name, code, make) => {
    const { id, send, device, photos } = await start();
    const bytes = await make();
    const refused = await send(bytes);
    expect([refused.status, refused.body.code]).toEqual([422, code]);
    const asked = await device.put(id, refused.id, declare(bytes));
    expect([asked.status, asked.body.code]).toEqual([422, code]);
    const repeated = await device.sendPart(refused.id, 0, bytes.subarray(0, 131_072));
    expect([repeated.status, repeated.body.code]).toEqual([422, code]);
    expect((await device.fetchBytes(`/api/photos/${refused.id}`)).status).toBe(404);
    expect(await photos()).toEqual([]);
  });
});
