// Reads coordinates as people type and paste them, and writes them; knows Indonesia's extent, no villages.
// Pure: the web app and the server share it (as #coordinates).
import { indonesiaBounds } from '../evidence/contract.ts';
import type { Bounds, Position } from './contract.ts';
import { type Angle, isOneAngle, readAnglePair, tidyCoordinates } from './coordinate-text.ts';
import { fromUtm, isEasting, isSouthernNorthing, readUtmText, type UtmText } from './utm.ts';

/**
 * What was typed. A reading with `fixed` carries what was probably meant, to be offered, never applied
 * unasked: the two swapped, a minus or the hemisphere of a UTM zone lost or wrong, the decimal point
 * eaten by a spreadsheet. `outside` is readable but not in Indonesia; `zone_missing` are metres without
 * their UTM zone; `partial` has only one number so far.
 */
export type CoordinateReading =
  | { kind: 'position'; position: Position }
  | { kind: 'swapped'; fixed: Position }
  | { kind: 'minus_lost'; fixed: Position }
  | { kind: 'hemisphere_wrong'; fixed: Position }
  | { kind: 'digits_mangled'; fixed: Position }
  | { kind: 'zone_missing' }
  | { kind: 'outside' }
  | { kind: 'partial' }
  | { kind: 'unreadable' }
  | { kind: 'empty' };

/** A link to a map is long, but a page of text is no coordinate. */
const longestText = 500;

/** True when [lng, lat] lies in Indonesia or its seas. */
export function isInIndonesia([lng, lat]: Position): boolean {
  return isInBounds([lng, lat], indonesiaBounds);
}

/** Whether [lng, lat] lies within [west, south, east, north], its edges included. */
export function isInBounds([lng, lat]: Position, bounds: Readonly<Bounds>): boolean {
  const [west, south, east, north] = bounds;
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** What a pair of angles means, latitude first unless their marks say otherwise. */
export function judgeAngles(first: Angle, second: Angle): CoordinateReading {
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
 * What UTM metres mean, easting first unless marks say otherwise. Where no hemisphere is written the
 * northing tells it: Indonesia's northern and southern ones lie far apart.
 */
export function judgeUtm({ zone, first, second, isNorthFirst }: UtmText): CoordinateReading {
  if (!zone) return { kind: 'zone_missing' };
  const find = (eastingM: number, northingM: number, isFlipped: boolean): Position | null => {
    if (!isEasting(eastingM)) return null;
    const isSouth = zone.isSouth ?? isSouthernNorthing(northingM);
    const position = fromUtm(zone.zone, isSouth !== isFlipped, eastingM, northingM);
    return isInIndonesia(position) ? position : null;
  };
  const [eastingM, northingM] = isNorthFirst ? [second, first] : [first, second];
  const position = find(eastingM, northingM, false);
  if (position) return { kind: 'position', position };
  const flipped = find(eastingM, northingM, true);
  if (flipped) return { kind: 'hemisphere_wrong', fixed: flipped };
  const swapped = find(northingM, eastingM, false) ?? find(northingM, eastingM, true);
  return swapped ? { kind: 'swapped', fixed: swapped } : { kind: 'outside' };
}

/** Reads a typed pair, latitude first unless marks or labels say otherwise; UTM too. Never throws. */
export function readCoordinates(typed: string): CoordinateReading {
  if (typed.length > longestText) return { kind: 'unreadable' };
  const text = tidyCoordinates(typed);
  if (text === '') return { kind: 'empty' };
  const pair = readAnglePair(text);
  if (pair) return judgeAngles(...pair);
  const utm = readUtmText(typed);
  if (utm) return judgeUtm(utm);
  return { kind: isOneAngle(text) ? 'partial' : 'unreadable' };
}

/**
 * Near the equator a lost minus stays plausible, so the named village decides: when the point lies
 * outside it, the mirrored one (the latitude's sign turned, the two swapped, or both) that lies
 * inside. Null when the point itself is inside, or when none is.
 */
export function mirrorsInto(
  position: Position,
  isInside: (position: Position) => boolean,
): { kind: 'minus_lost' | 'swapped'; fixed: Position } | null {
  if (isInside(position)) return null;
  const [lng, lat] = position;
  const mirrored = [
    { kind: 'minus_lost', fixed: [lng, -lat] },
    { kind: 'swapped', fixed: [lat, lng] },
    { kind: 'swapped', fixed: [lat, -lng] },
  ] as const;
  for (const { kind, fixed } of mirrored)
    if (isInIndonesia([...fixed]) && isInside([...fixed])) return { kind, fixed: [...fixed] };
  return null;
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
