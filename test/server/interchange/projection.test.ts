// Coordinate systems of files: which are known, that they agree with each other, which are refused.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findProjection, projectionOfWkt } from '../../../server/interchange/projection.ts';
import { fromUtm } from '../../../server/regions/utm.ts';

/** So far apart on the ground, metres; close together a degree is 111 km. */
const apartM = ([a = 0, b = 0]: number[], [c = 0, d = 0]: number[]) =>
  Math.hypot(a - c, b - d) * 111_320;

const systems = [
  { name: 'WGS 84, north', code: 32_646, from: 46, to: 54, isSouth: false },
  { name: 'WGS 84, south', code: 32_746, from: 46, to: 54, isSouth: true },
  { name: 'DGN95, north', code: 23_866, from: 46, to: 52, isSouth: false },
  { name: 'DGN95, south', code: 23_877, from: 47, to: 54, isSouth: true },
  { name: 'SRGI2013, north', code: 9476, from: 46, to: 52, isSouth: false },
  { name: 'SRGI2013, south', code: 9487, from: 47, to: 54, isSouth: true },
];

test.each(systems)('UTM on $name is the one that typed coordinates are read by', (system) => {
  const { code, from, to, isSouth } = system;
  const northing = isSouth
    ? fc.double({ min: 8_700_000, max: 10_000_000, noNaN: true })
    : fc.double({ min: 0, max: 900_000, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: from, max: to }),
      fc.double({ min: 150_000, max: 850_000, noNaN: true }),
      northing,
      (zone, east, north) => {
        const read = findProjection(code + zone - from)?.([east, north]) ?? [];
        expect(apartM(read, fromUtm(zone, isSouth, east, north))).toBeLessThan(0.01);
      },
    ),
  );
  expect(findProjection(code - 1) === null || code - 1 === 32_745).toBe(true);
});

const utm = (name: string, datum: string, more = '') =>
  `PROJCS["${name}",GEOGCS["x",DATUM["${datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]${more}],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",10000000.0],PARAMETER["Central_Meridian",99.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
const degrees = (datum: string, spheroid = '"WGS_1984",6378137.0,298.257223563') =>
  `GEOGCS["x",DATUM["${datum}",SPHEROID[${spheroid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;

describe('the text of a .prj file', () => {
  it.each([
    ['WGS 84', 'D_WGS_1984'],
    ['DGN95 by Esri', 'D_Datum_Geodesi_Nasional_1995'],
    ['DGN95 by EPSG', 'Datum_Geodesi_Nasional_1995'],
    ['SRGI2013', 'Sistem_Referensi_Geospasial_Indonesia_2013'],
  ])('%s', (_name, datum) => {
    const read = projectionOfWkt(utm('zone 47S', datum))([612_345, 9_876_543]);
    expect(apartM(read, fromUtm(47, true, 612_345, 9_876_543))).toBeLessThan(0.01);
    expect(projectionOfWkt(`\ufeff ${degrees(datum)}\n`)([100.1, -0.1])).toEqual([100.1, -0.1]);
  });

  it('an older datum that says how WGS 84 is reached from it', () => {
    const bessel = '"Bessel 1841",6377397.155,299.1528128';
    const wkt = degrees('Batavia', bessel).replace(']]', '],TOWGS84[-377,681,-50,0,0,0,0]]');
    const read = projectionOfWkt(wkt)([106.8, -6.2]);
    expect(apartM(read, [106.8, -6.2])).toBeGreaterThan(100);
    expect(apartM(read, [106.8, -6.2])).toBeLessThan(1000);
  });

  it.each<[string, string, string]>([
    ['an older datum that does not', utm('Batavia / UTM 47S', 'D_Batavia'), 'Batavia / UTM 47S'],
    ['a projection that there is not', utm('X', 'D_WGS_1984').replace('Transverse_', 'Sideways_'), 'X'], // prettier-ignore
    ['something else', 'hello', 'hello'],
    ['half of it', 'PROJCS["WGS 84 / UTM zone 47S",GEOGCS["WGS 84",DATUM["WGS_1984"', 'WGS 84 / UTM zone 47S'], // prettier-ignore
    ['nothing', '', ''],
    ['far too much', `PROJCS["a",${'['.repeat(100_000)}`, 'a'],
  ])('refuses %s, by its name', (_name, wkt, value) => {
    expect(() => projectionOfWkt(wkt)).toThrow(
      expect.objectContaining({ code: 'table_projection_unknown', place: { value } }),
    );
  });
});

test('EPSG numbers that are none of these are unknown', () => {
  for (const code of [NaN, 0, 1, 32_655, 23_873, 23_886, 4211])
    expect(findProjection(code)).toBeNull();
});
