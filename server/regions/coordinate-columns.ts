// Reads coordinates that stand in two columns of a table, as spreadsheets leave them behind.
// Pure; which column is which was decided before, and a pair in one cell is coordinates.ts's part.
import { indonesiaBounds } from '../evidence/contract.ts';
import { type CoordinateReading, judgeAngles, judgeUtm } from './coordinates.ts';
import { type Angle, readMarkedAngle, tidyCoordinates } from './coordinate-text.ts';
import { readUtmText, readUtmZone } from './utm.ts';

/** Longer cells hold something else. */
const longestText = 60;

const readings = {
  empty: { kind: 'empty' },
  partial: { kind: 'partial' },
  unreadable: { kind: 'unreadable' },
} as const satisfies Record<string, CoordinateReading>;

/** A number whose decimal point a spreadsheet took for a thousands separator and dropped. */
type Mangled = { sign: 1 | -1; digits: string };

/** "-1.234.567", "-1,234,567", "-1234567": at least four digits and no single decimal point. */
function readMangled(text: string): Mangled | null {
  const match = /^([+-])?(\d{4,12}|\d{1,3}(?:\.\d{3}){2,3}|\d{1,3}(?:,\d{3}){2,3})$/.exec(text);
  if (!match?.[2]) return null;
  return { sign: match[1] === '-' ? -1 : 1, digits: match[2].replace(/[.,]/g, '') };
}

/** The places where the point can have stood so that the number lies between `low` and `high`. */
function listRestored({ sign, digits }: Mangled, low: number, high: number): Decimal[] {
  return [1, 2, 3].flatMap((whole) => {
    const degrees = sign * Number(`${digits.slice(0, whole)}.${digits.slice(whole)}`);
    return degrees >= low && degrees <= high ? [{ degrees, decimals: digits.length - whole }] : [];
  });
}

type Decimal = { degrees: number; decimals: number };

function decimalsOf(text: string): number {
  return /[.,](\d+)/.exec(text)?.[1]?.length ?? 0;
}

/**
 * The pair with its points put back. Where two places are possible (-1012345 is -1.012345 or
 * -10.12345) the one with as many decimals as the other column wins, as one source writes them.
 */
function restore(latText: string, lngText: string): CoordinateReading | null {
  const [west, south, east, north] = indonesiaBounds;
  const choices = (text: string, low: number, high: number): Decimal[] => {
    const angle = readMarkedAngle(text);
    if (angle) return [{ degrees: angle.degrees, decimals: decimalsOf(text) }];
    const mangled = readMangled(text);
    return mangled ? listRestored(mangled, low, high) : [];
  };
  // A lost minus is mended by judgeAngles, so latitudes of either sign are tried.
  const lats = choices(latText, Math.min(south, -north), Math.max(north, -south));
  const lngs = choices(lngText, west, east);
  const pairs = lats.flatMap((lat) => lngs.map((lng) => ({ lat, lng })));
  const unlike = ({ lat, lng }: (typeof pairs)[number]) => Math.abs(lat.decimals - lng.decimals);
  for (const { lat, lng } of pairs.toSorted((a, b) => unlike(a) - unlike(b))) {
    const reading = judgeAngles(
      { degrees: lat.degrees, axis: 'lat' },
      { degrees: lng.degrees, axis: 'lng' },
    );
    if (reading.kind === 'position') return { kind: 'digits_mangled', fixed: reading.position };
    if (reading.kind === 'minus_lost') return { kind: 'digits_mangled', fixed: reading.fixed };
  }
  return null;
}

/** An angle that a pair of columns can mean; 612345 is none. */
function readAngleCell(text: string): Angle | null {
  const angle = readMarkedAngle(text);
  return angle && Math.abs(angle.degrees) <= 180 ? angle : null;
}

/**
 * Reads a latitude and a longitude from two cells: decimal comma, degrees-minutes-seconds, marks in
 * front or behind. With metres in them it is northing and easting, whose UTM zone may stand in a
 * third cell (`zoneText`) or in one of the two. What was probably meant comes as `fixed`, for a
 * person to accept: columns swapped, a minus lost, points that a spreadsheet ate. Never throws.
 */
export function readCoordinatePair(
  latText: string,
  lngText: string,
  zoneText = '',
): CoordinateReading {
  if (Math.max(latText.length, lngText.length, zoneText.length) > longestText)
    return readings.unreadable;
  const [lat, lng] = [tidyCoordinates(latText), tidyCoordinates(lngText)];
  if (lat === '' && lng === '') return readings.empty;
  if (lat === '' || lng === '') return readings.partial;

  const [first, second] = [readAngleCell(lat), readAngleCell(lng)];
  if (first && second) return judgeAngles(first, second);
  const metres = `${lngText} ; ${latText}`;
  const utm =
    (readUtmZone(zoneText) && readUtmText(`${zoneText} ; ${metres}`)) ?? readUtmText(metres);
  if (utm) return judgeUtm(utm);
  return restore(lat, lng) ?? restore(lng, lat) ?? readings.unreadable;
}
