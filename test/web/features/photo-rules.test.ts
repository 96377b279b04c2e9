// Which files may be decoded, how small they become, and how far from the report they were taken.
import * as fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  distanceOf,
  toSend,
  type FormPhoto,
} from '../../../web/features/evidence/photo/form-photo.ts';
import {
  fitted,
  formatOf,
  isFar,
  judgeBytes,
  judgeContent,
  metresFrom,
  sizeOf,
} from '../../../web/features/evidence/photo/photo-rules.ts';

const text = (words: string) => new TextEncoder().encode(words.padEnd(40));
const heic = text('\0\0\0\x18ftypheic\0\0\0\0');

/** A PNG that claims a size it does not have. */
function pngOf(widthPx: number, heightPx: number): Uint8Array {
  const bytes = new Uint8Array(40);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  new DataView(bytes.buffer).setUint32(16, widthPx);
  new DataView(bytes.buffer).setUint32(20, heightPx);
  return bytes;
}

describe('a file', () => {
  const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: '#468' } });
  const kinds: [string, () => Promise<Uint8Array>][] = [
    ['jpeg', () => picture.clone().jpeg().toBuffer()],
    [
      'jpeg',
      () =>
        picture
          .clone()
          .jpeg({ progressive: true })
          .withExif({ IFD0: { Make: 'X' } })
          .toBuffer(),
    ],
    ['png', () => picture.clone().png().toBuffer()],
    ['webp', () => picture.clone().webp().toBuffer()],
    ['webp', () => picture.clone().webp({ lossless: true }).toBuffer()],
    [
      'webp',
      () =>
        picture
          .clone()
          .webp()
          .withExif({ IFD0: { Make: 'X' } })
          .toBuffer(),
    ],
  ];
  it.each(kinds)('of %s is known by its content, with its size', async (format, make) => {
    const bytes = new Uint8Array(await make());
    expect(formatOf(bytes)).toBe(format);
    expect(sizeOf(bytes, format as 'jpeg')).toEqual({ widthPx: 300, heightPx: 200 });
    expect(judgeContent(bytes)).toBeNull();
  });

  it.each([
    ['a GIF', text('GIF89a'), 'format'],
    ['an SVG', text('<svg xmlns='), 'format'],
    ['a PDF', text('%PDF-1.7'), 'format'],
    ['an AVIF', text('\0\0\0\x18ftypavif'), 'format'],
    ['a film of the same family', text('\0\0\0\x18ftypmp42'), 'format'],
    ['HEIC, which only the browser can judge', heic, null],
    ['a JPEG that ends after three bytes', Uint8Array.of(0xff, 0xd8, 0xff), 'unreadable'],
    ['a picture of 50 megapixels', pngOf(10_000, 5000), null],
    ['one row more', pngOf(10_000, 5001), 'too_many_pixels'],
  ])('%s', (_name, bytes, expected) => {
    expect(judgeContent(bytes)).toBe(expected);
  });

  it.each([
    [0, 'empty'],
    [1, null],
    [15_000_000, null],
    [15_000_001, 'too_large'],
  ])('of %i bytes', (bytes, expected) => {
    expect(judgeBytes(bytes)).toBe(expected);
  });

  it('of any bytes at all is judged without falling over', () => {
    const starts = [
      [],
      [0xff, 0xd8, 0xff],
      [0x89, 0x50],
      [...text('RIFF____WEBPVP8X').slice(0, 16)],
    ];
    const bytes = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 80 }))
      .map(([start, rest]) => Uint8Array.from([...start, ...rest]));
    fc.assert(fc.property(bytes, (some) => void judgeContent(some)));
  });
});

it.each([
  [4000, 3000, 1600, 1200],
  [3000, 4000, 1200, 1600],
  [1600, 900, 1600, 900],
  [320, 240, 320, 240],
  [20_000, 2, 1600, 1],
])('%i × %i is drawn at %i × %i', (widthPx, heightPx, width, height) => {
  expect(fitted({ widthPx, heightPx })).toEqual({ widthPx: width, heightPx: height });
});

describe('the distance', () => {
  const photo: FormPhoto = {
    id: '00000000-0000-4000-8000-000000000001',
    kind: 'photo',
    operatorId: null,
    sha256: 'a'.repeat(64),
    blob: new Blob(['x']),
    cameraPosition: [100.05, -1.95],
    exifDistanceM: null,
    refusalCode: null,
  };

  it('follows the point as long as the camera’s position is known', () => {
    expect(distanceOf(photo, [100.05, -1.95])).toBe(0);
    expect(distanceOf(photo, [100.05, -1.98])).toBe(3336);
    expect(distanceOf(photo, null)).toBeNull();
  });

  it('stays what it was where only the metres are left', () => {
    const kept = { ...photo, cameraPosition: null, exifDistanceM: 420 };
    expect(distanceOf(kept, [100.05, -1.98])).toBe(420);
  });

  it('is far beyond a kilometre only, and unknown is not far', () => {
    expect([null, 0, 1000, 1001].map(isFar)).toEqual([false, false, false, true]);
    expect(metresFrom(null, [100, -1])).toBeNull();
  });

  it('goes out with each photo that the server lacks', () => {
    const sent = toSend([photo, { ...photo, blob: null }], [100.05, -1.98]);
    expect(sent.map(({ exifDistanceM }) => exifDistanceM)).toEqual([3336]);
  });
});
