// Coordinates as people type them: a table of spellings, and a round trip over all of Indonesia.
import { describe, expect, it } from 'vitest';
import {
  mirroredInto,
  readCoordinates,
  writeCoordinates,
  writeDms,
} from '../../../web/lib/coordinates.ts';

/** [typed, lat, lng]. */
const readable: [string, number, number][] = [
  ['-1.234, 100.567', -1.234, 100.567],
  ['-1.234,100.567', -1.234, 100.567],
  ['-1.234 100.567', -1.234, 100.567],
  ['-1.234;100.567', -1.234, 100.567],
  ['  (-1.234, 100.567)  ', -1.234, 100.567],
  ['[-1.234, 100.567]', -1.234, 100.567],
  ['−1.234, 100.567', -1.234, 100.567],
  ['-1,234 100,567', -1.234, 100.567],
  ['-1,234, 100,567', -1.234, 100.567],
  ['-1,234; 100,567', -1.234, 100.567],
  ['-1,234,100,567', -1.234, 100.567],
  ['-1, 100', -1, 100],
  ['-1.5,100', -1.5, 100],
  ['0.5 , 101.2', 0.5, 101.2],
  ['-1.234°, 100.567°', -1.234, 100.567],
  ['1.234° S, 100.567° E', -1.234, 100.567],
  ['1°14\'02"S 100°34\'01"E', -(1 + 14 / 60 + 2 / 3600), 100 + 34 / 60 + 1 / 3600],
  ['1°14′02″S, 100°34′01″E', -(1 + 14 / 60 + 2 / 3600), 100 + 34 / 60 + 1 / 3600],
  ["1° 14,5' LS 100° 34,2' BT", -(1 + 14.5 / 60), 100 + 34.2 / 60],
  ['1º14\'02,5" LS / 100º34\'01" BT', -(1 + 14 / 60 + 2.5 / 3600), 100 + 34 / 60 + 1 / 3600],
  ['0° 30\' 00" LU 101° 15\' 00" BT', 0.5, 101.25],
  ['S 1°14\'02" E 100°34\'01"', -(1 + 14 / 60 + 2 / 3600), 100 + 34 / 60 + 1 / 3600],
  ['LS 1,5 BT 100,25', -1.5, 100.25],
  ['1 14 02 S 100 34 01 E', -(1 + 14 / 60 + 2 / 3600), 100 + 34 / 60 + 1 / 3600],
  ['-1°14\'02" 100°34\'01"', -(1 + 14 / 60 + 2 / 3600), 100 + 34 / 60 + 1 / 3600],
  ["-1°14,5' 100°34,2'", -(1 + 14.5 / 60), 100 + 34.2 / 60],
  ["1°14'02''S 100°34'01''E", -(1 + 14 / 60 + 2 / 3600), 100 + 34 / 60 + 1 / 3600],
  ['1 derajat 30 menit lintang selatan 100 derajat 15 menit bujur timur', -1.5, 100.25],
  ['100.567 BT, 1.234 LS', -1.234, 100.567],
  ['lat: -1.234, lng: 100.567', -1.234, 100.567],
  ['longitude=100.567 latitude=-1.234', -1.234, 100.567],
  ['-1.234 S, 100.567 E', -1.234, 100.567],
  ['https://www.google.com/maps/@-1.234,100.567,15z', -1.234, 100.567],
  ['https://maps.google.com/?q=-1.234,100.567', -1.234, 100.567],
  ['geo:-1.234,100.567', -1.234, 100.567],
];

describe('readCoordinates', () => {
  it.each(readable)('reads %s', (typed, lat, lng) => {
    const reading = readCoordinates(typed);
    expect(reading.kind).toBe('position');
    if (reading.kind !== 'position') return;
    expect(reading.position[0]).toBeCloseTo(lng, 6);
    expect(reading.position[1]).toBeCloseTo(lat, 6);
  });

  it.each([
    ['100.567, -1.234', 100.567, -1.234],
    ['100,567 -1,234', 100.567, -1.234],
    ['100°34\'01" -1°14\'02"', 100.566944, -1.233889],
    ['110.4, 7.5', 110.4, -7.5],
  ])('offers %s the other way round', (typed, lng, lat) => {
    const reading = readCoordinates(typed);
    expect(reading.kind).toBe('swapped');
    if (reading.kind !== 'swapped') return;
    expect(reading.fixed[0]).toBeCloseTo(lng, 5);
    expect(reading.fixed[1]).toBeCloseTo(lat, 5);
  });

  it('offers the minus that was lost where the mirrored point alone is Indonesian', () => {
    expect(readCoordinates('7.5, 110.4')).toEqual({ kind: 'minus_lost', fixed: [110.4, -7.5] });
  });

  it.each(['48.85, 2.35', '-33.9, 151.2', '91, 200', '1.234 S, 2.5 E'])('refuses %s', (typed) => {
    expect(readCoordinates(typed).kind).toBe('outside');
  });

  it.each(['-1.234', '-1,100', '1', '-1.234,', '100.5 E'])('waits for the rest of %s', (typed) => {
    expect(readCoordinates(typed).kind).toBe('partial');
  });

  it.each([
    'Inderapura',
    '1.2.3, 100',
    '1°75\'00"S 100°34\'01"E',
    "1.5°30' S 100° E",
    '-1.2 N, 100.5 E',
    '1.2 S, 100.5 S',
    '-1.2, 100.5, 7',
    '1e2, 3',
    '=1+1',
    '°°',
  ])('does not guess at %s', (typed) => {
    expect(readCoordinates(typed).kind).toBe('unreadable');
  });

  it('knows an empty field', () => {
    expect(readCoordinates('   ')).toEqual({ kind: 'empty' });
  });

  it('reads back what it writes, all over Indonesia', () => {
    let seed = 7;
    const next = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 2000; round++) {
      const lng = 94.6 + next() * 46.8;
      const lat = -11.4 + next() * 17.8;
      for (const written of [
        writeCoordinates([lng, lat]),
        writeDms([lng, lat], 'id'),
        writeDms([lng, lat], 'en'),
      ]) {
        const reading = readCoordinates(written);
        expect(reading.kind, written).toBe('position');
        if (reading.kind !== 'position') return;
        expect(Math.abs(reading.position[0] - lng), written).toBeLessThan(2e-5);
        expect(Math.abs(reading.position[1] - lat), written).toBeLessThan(2e-5);
      }
    }
  });
});

describe('mirroredInto', () => {
  it('finds the village on the other side of the equator, and only there', () => {
    const bounds: [number, number, number, number] = [100.5, -1.3, 100.7, -1.1];
    expect(mirroredInto([100.6, 1.2], bounds)).toEqual([100.6, -1.2]);
    expect(mirroredInto([100.6, -1.2], bounds)).toBeNull();
    expect(mirroredInto([101.6, 1.2], bounds)).toBeNull();
    expect(mirroredInto([100.6, 1.2], null)).toBeNull();
  });
});
