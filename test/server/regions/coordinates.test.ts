// Coordinates as people type them: tables of spellings, and a round trip over all of Indonesia.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoordinatePair } from '../../../server/regions/coordinate-columns.ts';
import { fromUtm } from '../../../server/regions/utm.ts';
import {
  isInBounds,
  isInIndonesia,
  mirrorsInto,
  readCoordinates,
  writeCoordinates,
  writeDms,
} from '../../../server/regions/coordinates.ts';

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

/** [where, zone, isSouth, easting, northing, lat, lng], made with PROJ 9 (EPSG:326xx and 327xx). */
const surveyed: [string, number, boolean, number, number, number, number][] = [
  ['Padang', 47, true, 650689.92, 9895050.86, -0.94924, 100.35427],
  ['Inderapura', 47, true, 719460.27, 9773000.73, -2.0525, 100.9731],
  ['Monas', 48, true, 702178.1, 9317060.24, -6.1753924, 106.8271528],
  ['Sabang', 46, false, 745411.89, 653302.27, 5.906, 95.2166],
  ['Merauke', 54, true, 434159.35, 9061126.7, -8.4932, 140.4018],
  ['Pontianak', 49, false, 313276.0, 33.17, 0.0003, 109.3222],
  ['the western edge of zone 49', 49, true, 166641.37, 9612606.85, -3.5, 108],
];

describe('UTM', () => {
  it.each(surveyed)('finds %s to the metre', (_name, zone, isSouth, east, north, lat, lng) => {
    const position = fromUtm(zone, isSouth, east, north);
    expect(Math.abs(position[0] - lng) * 111_320).toBeLessThan(0.1);
    expect(Math.abs(position[1] - lat) * 110_574).toBeLessThan(0.1);
  });

  it.each([
    '47S 650690 9895051',
    '47M 650690 9895051',
    '47 M 650690, 9895051',
    '47S 650690,9895051',
    'zona 47 S E 650690 N 9895051',
    'Zona: 47 Selatan, X: 650690, Y: 9895051',
    'WGS84 UTM 47S 650690.0 9895051.0',
    'UTM 47L 650690,0 9895051,0',
    '47 S 650.690 9.895.051',
    '650690 9895051 47S',
    '650690 mE 9895051 mN zona 47S',
    'N 9895051 E 650690 47S',
    '47 9895051 N 650690 E',
    '47 650690 9895051',
  ])('reads %s as Padang', (typed) => {
    const reading = readCoordinates(typed);
    expect(reading.kind).toBe('position');
    if (reading.kind !== 'position') return;
    expect(reading.position[0]).toBeCloseTo(100.35427, 4);
    expect(reading.position[1]).toBeCloseTo(-0.94924, 4);
  });

  it.each([
    ['47N 650690 9895051', 'hemisphere_wrong'],
    ['47P 650690 9895051', 'hemisphere_wrong'],
    ['47S 9895051 650690', 'swapped'],
  ])('offers what %s means: %s', (typed, kind) => {
    const reading = readCoordinates(typed);
    expect(reading.kind).toBe(kind);
    if (!('fixed' in reading)) return;
    expect(reading.fixed[0]).toBeCloseTo(100.35427, 4);
    expect(reading.fixed[1]).toBeCloseTo(-0.94924, 4);
  });

  it.each([
    ['650690 9895051', 'zone_missing'],
    ['31N 650690 4895051', 'unreadable'],
    ['47S 650690 5895051', 'outside'],
    ['47S 650690', 'unreadable'],
  ])('does not guess at %s: %s', (typed, kind) => expect(readCoordinates(typed).kind).toBe(kind));
});

describe('readCoordinatePair', () => {
  it.each<[string, string, string, number, number]>([
    ['-1.234', '100.567', '', -1.234, 100.567],
    ['-1,234', '100,567', '', -1.234, 100.567],
    [' 1,234 LS ', '100,567 BT', '', -1.234, 100.567],
    ['S 1.234', '100.567', '', -1.234, 100.567],
    ['1°14\'02" LS', '100°34\'01" BT', '', -(1 + 14 / 60 + 2 / 3600), 100 + 34 / 60 + 1 / 3600],
    ['−0.5', '101.2', '', -0.5, 101.2],
    ['100.567 BT', '1.234 LS', '', -1.234, 100.567],
    ['9895051', '650690', '47S', -0.94924, 100.35427],
    ['9.895.051', '650.690', 'zona 47 M', -0.94924, 100.35427],
    ['33.17', '313276', '49 N', 0.0003, 109.3222],
    ['9895051 mN', '650690 mE', '47', -0.94924, 100.35427],
    ['9895051', '47S 650690', '', -0.94924, 100.35427],
  ])('reads %s | %s | %s', (latText, lngText, zoneText, lat, lng) => {
    const reading = readCoordinatePair(latText, lngText, zoneText);
    expect(reading.kind).toBe('position');
    if (reading.kind !== 'position') return;
    expect(reading.position[1]).toBeCloseTo(lat, 4);
    expect(reading.position[0]).toBeCloseTo(lng, 4);
  });

  it.each<[string, string, string, string, number, number]>([
    ['100.567', '-1.234', '', 'swapped', -1.234, 100.567],
    ['7.5', '110.4', '', 'minus_lost', -7.5, 110.4],
    ['-1.234.567', '100.567.890', '', 'digits_mangled', -1.234567, 100.56789],
    ['-1234567', '100567890', '', 'digits_mangled', -1.234567, 100.56789],
    ['-1,234,567', '100,567,890', '', 'digits_mangled', -1.234567, 100.56789],
    ['-1012345', '100567890', '', 'digits_mangled', -1.012345, 100.56789],
    ['-1012345', '123.56789', '', 'digits_mangled', -10.12345, 123.56789],
    ['-1.234567', '100567890', '', 'digits_mangled', -1.234567, 100.56789],
    ['7234567', '110567890', '', 'digits_mangled', -7.234567, 110.56789],
    ['100567890', '-1234567', '', 'digits_mangled', -1.234567, 100.56789],
    ['650690', '9895051', '47S', 'swapped', -0.94924, 100.35427],
    ['9895051', '650690', '47N', 'hemisphere_wrong', -0.94924, 100.35427],
  ])('offers what %s | %s | %s means: %s', (latText, lngText, zoneText, kind, lat, lng) => {
    const reading = readCoordinatePair(latText, lngText, zoneText);
    expect(reading.kind).toBe(kind);
    if (!('fixed' in reading)) return;
    expect(reading.fixed[1]).toBeCloseTo(lat, 4);
    expect(reading.fixed[0]).toBeCloseTo(lng, 4);
  });

  it.each([
    ['', '', '', 'empty'],
    ['-1.234', ' ', '', 'partial'],
    ['9895051', '650690', '', 'zone_missing'],
    ['9895051', '650690', 'zona 99', 'zone_missing'],
    ['48.85', '2.35', '', 'outside'],
    ['1.2 LS', '1.3 LS', '', 'unreadable'],
    ['#REF!', '100.5', '', 'unreadable'],
    ['Inderapura', '=1+1', '', 'unreadable'],
    ['1'.repeat(5000), '1', '', 'unreadable'],
  ])('does not guess at %s | %s | %s: %s', (latText, lngText, zoneText, kind) =>
    expect(readCoordinatePair(latText, lngText, zoneText).kind).toBe(kind),
  );

  it('never throws, and what it gives back lies in Indonesia', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.double({ min: -200, max: 200, noNaN: true }).map(String),
      fc.integer({ min: -2e9, max: 2e9 }).map(String),
    );
    fc.assert(
      fc.property(cell, cell, cell, (latText, lngText, zoneText) => {
        const reading = readCoordinatePair(latText, lngText, zoneText);
        if (reading.kind === 'position') expect(isInIndonesia(reading.position)).toBe(true);
        if ('fixed' in reading) expect(isInIndonesia(reading.fixed)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('mirrorsInto', () => {
  const isInside = (position: [number, number]) => isInBounds(position, [100.5, -1.3, 100.7, -1.1]);

  it('finds the village on the other side of the equator, and only there', () => {
    expect(mirrorsInto([100.6, 1.2], isInside)).toEqual({
      kind: 'minus_lost',
      fixed: [100.6, -1.2],
    });
    expect(mirrorsInto([100.6, -1.2], isInside)).toBeNull();
    expect(mirrorsInto([101.6, 1.2], isInside)).toBeNull();
  });

  it.each<[number, number]>([
    [-1.2, 100.6],
    [1.2, 100.6],
  ])('finds it when the two are swapped: %s, %s', (lng, lat) =>
    expect(mirrorsInto([lng, lat], isInside)).toEqual({ kind: 'swapped', fixed: [100.6, -1.2] }),
  );
});
