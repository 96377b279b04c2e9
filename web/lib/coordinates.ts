// Reads coordinates as people type and paste them, and writes them; knows Indonesia's extent, no villages.
import { indonesiaBounds } from '#contract/evidence';
import type { Bounds, Position } from '#contract/regions';

/**
 * What was typed. `swapped` and `minus_lost` carry what was probably meant, to be offered, never applied
 * unasked; `outside` is readable but not in Indonesia; `partial` has only one number so far.
 */
export type CoordinateReading =
  | { kind: 'position'; position: Position }
  | { kind: 'swapped'; fixed: Position }
  | { kind: 'minus_lost'; fixed: Position }
  | { kind: 'outside' }
  | { kind: 'partial' }
  | { kind: 'unreadable' }
  | { kind: 'empty' };

type Axis = 'lat' | 'lng';
/** `sign` is 0 where only the axis is named ("lat: -1.2"). */
type Hemisphere = { axis: Axis; sign: -1 | 0 | 1 };
type Angle = { degrees: number; axis: Axis | null };

const hemispheres: Record<string, Hemisphere> = {
  N: { axis: 'lat', sign: 1 },
  U: { axis: 'lat', sign: 1 },
  LU: { axis: 'lat', sign: 1 },
  S: { axis: 'lat', sign: -1 },
  LS: { axis: 'lat', sign: -1 },
  E: { axis: 'lng', sign: 1 },
  T: { axis: 'lng', sign: 1 },
  BT: { axis: 'lng', sign: 1 },
  W: { axis: 'lng', sign: -1 },
  B: { axis: 'lng', sign: -1 },
  BB: { axis: 'lng', sign: -1 },
  LAT: { axis: 'lat', sign: 0 },
  LNG: { axis: 'lng', sign: 0 },
};

const mark = 'LAT|LNG|LU|LS|BT|BB|[NSEWUTB]';
const number = String.raw`\d+(?:[.,]\d+)?`;
const signed = String.raw`[+-]?${number}`;

const pattern = {
  link: /(?:@|[?&](?:Q|LL|QUERY)=|!3D|GEO:)(-?\d+(?:\.\d+)?)(?:,|%2C|!4D)\+?(-?\d+(?:\.\d+)?)/,
  markBehind: new RegExp(String.raw`^([^A-Z]+)(${mark})[\s,;/]*([^A-Z]+)(${mark})$`),
  markBefore: new RegExp(String.raw`^(${mark})([^A-Z]+?)[\s,;/]*(${mark})([^A-Z]+)$`),
  degrees: new RegExp(String.raw`^(.*?°.*?)[\s,;/]+([+-]?\s*${number}\s*°.*)$`),
  angle: new RegExp(
    String.raw`^([+-])?\s*(\d{1,3}(?:[.,]\d+)?)(?:(?:\s*°\s*|\s+)(\d{1,2}(?:[.,]\d+)?)(?:(?:\s*'\s*|\s+)(\d{1,2}(?:[.,]\d+)?)\s*"?|\s*'?)|\s*°?)$`,
  ),
  /** Two plain numbers, the clearest separator first; "-1,100" alone is one number. */
  plain: [
    new RegExp(String.raw`^(${signed})\s*[;|/]\s*(${signed})$`),
    new RegExp(String.raw`^(${signed})\s*,\s+(${signed})$`),
    new RegExp(String.raw`^(${signed})\s+,?(${signed})$`),
    /^([+-]?\d+\.\d+),([+-]?\d+(?:\.\d+)?)$/,
    /^([+-]?\d+(?:\.\d+)?),([+-]?\d+\.\d+)$/,
    /^([+-]?\d+,\d+),([+-]?\d+,\d+)$/,
  ],
  one: new RegExp(String.raw`^(?:(?:${mark})\s*)?${signed}\s*[°,;]?\s*(?:${mark})?$`),
};

/** One spelling for minus, degree, minute and second signs, for labels and brackets. */
function tidy(typed: string): string {
  return typed
    .trim()
    .toUpperCase()
    .replace(/[−–—]/g, '-')
    .replace(/[º˚]|\s*DERAJAT\b|\s*DEG\b/g, '°')
    .replace(/″|”|“|''|′′|\s*DETIK\b/g, '"')
    .replace(/[′’‘´`]|\s*MENIT\b/g, "'")
    .replace(/\b(?:LATITUDE|LINTANG|LAT)\b\s*[:=]?/g, 'LAT ')
    .replace(/\b(?:LONGITUDE|BUJUR|LONG|LON|LNG)\b\s*[:=]?/g, 'LNG ')
    .replace(/LAT\s+(?=UTARA|SELATAN)|LNG\s+(?=TIMUR|BARAT)/g, '')
    .replace(/\bUTARA\b/g, 'N')
    .replace(/\bSELATAN\b/g, 'S')
    .replace(/\bTIMUR\b/g, 'E')
    .replace(/\bBARAT\b/g, 'W')
    .replace(/^[([{\s]+|[)\]}\s.]+$/g, '');
}

const toNumber = (digits: string) => Number(digits.replace(',', '.'));

/** Degrees of "1°14'02,5", "-1 14 2", "1.234°"; null when a part is 60 or more or a fraction stands too early. */
function readAngle(body: string, hemisphere: Hemisphere | null): Angle | null {
  const match = pattern.angle.exec(body.trim());
  if (!match?.[2]) return null;
  const [, minus, whole, minutes, seconds] = match;
  const hasFraction = (part: string | undefined) => part !== undefined && /[.,]/.test(part);
  if (minutes !== undefined && hasFraction(whole)) return null;
  if (seconds !== undefined && hasFraction(minutes)) return null;
  const [m, s] = [toNumber(minutes ?? '0'), toNumber(seconds ?? '0')];
  if (m >= 60 || s >= 60) return null;
  const size = toNumber(whole) + m / 60 + s / 3600;
  const typedSign = minus === '-' ? -1 : 1;
  if (!hemisphere || hemisphere.sign === 0)
    return { degrees: size * typedSign, axis: hemisphere?.axis ?? null };
  if (typedSign === -1 && hemisphere.sign === 1) return null;
  return { degrees: size * hemisphere.sign, axis: hemisphere.axis };
}

/** The two angles in the order they were typed, or null. */
function readPair(text: string): [Angle, Angle] | null {
  const pair = (a: Angle | null, b: Angle | null): [Angle, Angle] | null =>
    a && b ? [a, b] : null;
  const named = (key: string | undefined) => hemispheres[key ?? ''] ?? null;

  const link = pattern.link.exec(text);
  if (link) return pair(readAngle(link[1] ?? '', null), readAngle(link[2] ?? '', null));
  const behind = pattern.markBehind.exec(text);
  if (behind)
    return pair(
      readAngle(behind[1] ?? '', named(behind[2])),
      readAngle(behind[3] ?? '', named(behind[4])),
    );
  const before = pattern.markBefore.exec(text);
  if (before)
    return pair(
      readAngle(before[2] ?? '', named(before[1])),
      readAngle(before[4] ?? '', named(before[3])),
    );
  const degrees = pattern.degrees.exec(text);
  if (degrees) return pair(readAngle(degrees[1] ?? '', null), readAngle(degrees[2] ?? '', null));
  for (const plain of pattern.plain) {
    const match = plain.exec(text);
    if (match) return pair(readAngle(match[1] ?? '', null), readAngle(match[2] ?? '', null));
  }
  return null;
}

/** True when [lng, lat] lies in Indonesia or its seas. */
export function isInIndonesia([lng, lat]: Position): boolean {
  return isInBounds([lng, lat], indonesiaBounds);
}

function isInBounds([lng, lat]: Position, bounds: Readonly<Bounds>): boolean {
  const [west, south, east, north] = bounds;
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** Reads a typed pair, latitude first unless marks or labels say otherwise. Never throws. */
export function readCoordinates(typed: string): CoordinateReading {
  const text = tidy(typed);
  if (text === '') return { kind: 'empty' };
  const pair = readPair(text);
  if (!pair) return { kind: pattern.one.test(text) ? 'partial' : 'unreadable' };
  const [first, second] = pair;
  if (first.axis !== null && first.axis === second.axis) return { kind: 'unreadable' };
  const isLngFirst = first.axis === 'lng' || second.axis === 'lat';
  const lat = isLngFirst ? second.degrees : first.degrees;
  const lng = isLngFirst ? first.degrees : second.degrees;
  const isNamed = first.axis !== null && second.axis !== null;

  if (isInIndonesia([lng, lat])) return { kind: 'position', position: [lng, lat] };
  if (isInIndonesia([lng, -lat])) return { kind: 'minus_lost', fixed: [lng, -lat] };
  if (!isNamed && isInIndonesia([lat, lng])) return { kind: 'swapped', fixed: [lat, lng] };
  if (!isNamed && isInIndonesia([lat, -lng])) return { kind: 'swapped', fixed: [lat, -lng] };
  return { kind: 'outside' };
}

/**
 * Near the equator a lost minus stays plausible: the mirrored point, when it lies within `bounds`
 * (of the named village) and the given one does not; else null.
 */
export function mirroredInto(position: Position, bounds: Bounds | null): Position | null {
  if (!bounds || isInBounds(position, bounds)) return null;
  const mirrored: Position = [position[0], -position[1]];
  return isInBounds(mirrored, bounds) ? mirrored : null;
}

/** "-1.23401, 100.56702": latitude first, five decimals (about a metre); readCoordinates reads it back. */
export function writeCoordinates([lng, lat]: Position): string {
  return `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
}

/** 1°14'02,4" LS 100°34'01,2" BT (or S and E with points, in English). */
export function writeDms([lng, lat]: Position, language: 'id' | 'en'): string {
  const words = language === 'id' ? ['LU', 'LS', 'BT', 'BB'] : ['N', 'S', 'E', 'W'];
  const angle = (degrees: number) => {
    const tenths = Math.round(Math.abs(degrees) * 36_000);
    const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
    const minutes = String(Math.floor(tenths / 600) % 60).padStart(2, '0');
    const shown = language === 'id' ? seconds.replace('.', ',') : seconds;
    return `${Math.floor(tenths / 36_000)}°${minutes}'${shown}"`;
  };
  return `${angle(lat)} ${words[lat < 0 ? 1 : 0]} ${angle(lng)} ${words[lng < 0 ? 3 : 2]}`;
}
