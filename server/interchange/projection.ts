// From a file's coordinate system to degrees on WGS 84. Only systems whose datum lies within a few
// metres of WGS 84, or that say themselves how it is reached: a wrong guess moves a tower by 700 m.
import proj4 from 'proj4';
import { TableProblem } from './table.ts';

/**
 * A file's two numbers, east first, as [lng, lat]; not finite where the system has no such point. May
 * give back the position that it was given.
 */
export type Project = (position: [number, number]) => [number, number];

export const asDegrees: Project = (position) => position;

/** Indonesia and the seas around it, with what a lost minus sign can do near the equator. */
const surroundings = { west: 90, east: 146, south: -16, north: 16 };

/**
 * For files that do not say their system: degrees, and refused (`table_projection_missing`) at the
 * first point that can be none of Indonesia's.
 */
export const asLikelyDegrees: Project = (position) => {
  const [lng, lat] = position;
  const { west, east, south, north } = surroundings;
  const isLikely = lng >= west && lng <= east && lat >= south && lat <= north;
  // Numbers that are none are the row's fault, not the system's.
  if (!isLikely && Number.isFinite(lng) && Number.isFinite(lat))
    throw new TableProblem('table_projection_missing', { value: `${lng}, ${lat}` });
  return position;
};

/** To a tenth of a millimetre: what lies behind it is noise of the arithmetic. */
const rounded = (degrees: number) => Math.round(degrees * 1e9) / 1e9;

function projectBy(definition: string): Project {
  const converter = proj4(definition, 'WGS84');
  return (position) => {
    const [lng = NaN, lat = NaN] = converter.forward([...position]);
    return [rounded(lng), rounded(lat)];
  };
}

/** EPSG's runs of UTM zones: first code, first zone, last zone, hemisphere. All on WGS 84's ellipsoid. */
const utmRuns: { code: number; from: number; to: number; isSouth: boolean }[] = [
  // WGS 84
  { code: 32646, from: 46, to: 54, isSouth: false },
  { code: 32746, from: 46, to: 54, isSouth: true },
  // DGN95
  { code: 23866, from: 46, to: 52, isSouth: false },
  { code: 23877, from: 47, to: 54, isSouth: true },
  // SRGI2013
  { code: 9476, from: 46, to: 52, isSouth: false },
  { code: 9487, from: 47, to: 54, isSouth: true },
];
/** WGS 84 (2D, 3D), DGN95, SRGI2013. */
const degreeCodes = [4326, 4979, 4755, 9470];
const webMercatorCodes = [3857, 900913];

/** By EPSG's number: WGS 84, DGN95, SRGI2013 in degrees or UTM, Web Mercator; null for any other. */
export function findProjection(code: number): Project | null {
  if (degreeCodes.includes(code)) return asDegrees;
  if (webMercatorCodes.includes(code)) return projectBy('EPSG:3857');
  const run = utmRuns.find(
    ({ code: first, from, to }) => code >= first && code - first <= to - from,
  );
  if (!run) return null;
  const zone = run.from + code - run.code;
  return projectBy(`+proj=utm +zone=${zone}${run.isSouth ? ' +south' : ''} +datum=WGS84`);
}

/** Datums that agree with WGS 84 to a few metres, by what is left of their names without separators. */
const modernDatums =
  /wgs(19)?84|worldgeodeticsystem1984|dgn(19)?95|datumgeodesinasional(19)?95|srgi|sistemreferensigeospasialindonesia|itrf|internationalterrestrial/;
const longestWkt = 10_000;

function unknown(wkt: string): TableProblem {
  const name = /"([^"]{1,100})/.exec(wkt)?.[1] ?? wkt.trim().slice(0, 100);
  return new TableProblem('table_projection_unknown', { value: name });
}

/**
 * By the text of a .prj file or of a GeoPackage (WKT of OGC or Esri). Throws TableProblem
 * `table_projection_unknown` with the system's name.
 */
export function projectionOfWkt(text: string): Project {
  const wkt = text.replace(/^\ufeff/, '').trim();
  if (wkt.length > longestWkt) throw unknown(wkt);
  const datum = /(?:DATUM|ENSEMBLE|TRF)\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1] ?? '';
  const isModern = modernDatums.test(datum.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  if (!isModern && !/TOWGS84\s*\[/i.test(wkt)) throw unknown(wkt);
  const isInDegrees = /^GEOG(CS|CRS)?\s*\[/i.test(wkt) && /UNIT\s*\[\s*"degree/i.test(wkt);
  if (isModern && isInDegrees) return asDegrees;
  try {
    return projectBy(wkt);
  } catch {
    throw unknown(wkt);
  }
}
