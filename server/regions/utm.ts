// UTM coordinates of Indonesia's zones: reads them as people write them, turns them into degrees.
// WGS 84 only; knows no villages and no other projection.
import type { Position } from './contract.ts';

/** `isSouth` is null where no hemisphere was written. */
export type UtmZone = { zone: number; isSouth: boolean | null };
/** Metres in the order they were written; `isNorthFirst` when labels say the northing came first. */
export type UtmText = {
  zone: UtmZone | null;
  first: number;
  second: number;
  isNorthFirst: boolean;
};

/** Indonesia lies in zones 46 (Sabang) to 54 (Merauke). */
const firstZone = 46;
const lastZone = 54;
/** Northings of the southern hemisphere count from ten million metres at the equator. */
const falseNorthingM = 10_000_000;
const falseEastingM = 500_000;
/** No northing of Indonesia's north (6.5° N) is larger; those of the south (11.5° S) begin at 8.7 million. */
const largestNorthernM = 1_000_000;
/** A zone's eastings at the equator, its edges included, with the overlap that surveys use. */
const eastingsM = [100_000, 900_000] as const;

/** Without a zone a smaller number is rather degrees than metres. */
const smallestBareM = 1000;

/** Hemisphere by letter: S, LS, N, U, LU; or the MGRS bands L, M (south) and N, P (north). */
const southOf: Record<string, boolean> = {
  S: true,
  LS: true,
  L: true,
  M: true,
  N: false,
  U: false,
  LU: false,
  P: false,
};

const zone = String.raw`(?:ZON[AE]\s*[:=]?\s*)?(?<zone>\d{2})\s*°?\s*(?<letter>LS|LU|[SLMNUP])?`;
/** 612345, 612345.5, 612345,5, 612.345,5 or 612 345. */
const metres = String.raw`\d{1,3}(?:\.\d{3}){1,2}(?:,\d+)?|\d{1,3}(?: \d{3}){1,2}|\d+(?:[.,]\d+)?`;
const axisMark = String.raw`(?:EASTING|NORTHING|M?[ENTU]\b|[XY]\b)`;
const between = String.raw`[\s,;/]+`;
const markedBefore = ['first', 'second']
  .map(
    (name) =>
      String.raw`(?:(?<${name}Mark>${axisMark})\s*[:=]?\s*)?(?<${name}>${metres})(?:\s*M\b)?`,
  )
  .join(between);
const markedBehind = ['first', 'second']
  .map((name) => String.raw`(?<${name}>${metres})\s*(?<${name}Mark>${axisMark})`)
  .join(between);

const patterns = [markedBefore, markedBehind].flatMap((pair) => [
  new RegExp(`^${zone}${between}${pair}$`),
  new RegExp(`^${pair}${between}${zone}$`),
  new RegExp(`^${pair}$`),
]);
const zonePattern = new RegExp(`^(?:UTM\\s*)?${zone}$`);

const spellings: [RegExp, string][] = [
  [/\bWGS\s*-?\s*(?:19)?84\b|\bUTM\b|\bDATUM\b|[()]/g, ' '],
  [/\b(?:LINTANG\s+)?SELATAN\b|\bSOUTH\b/g, 'S'],
  [/\b(?:LINTANG\s+)?UTARA\b|\bNORTH\b/g, 'N'],
  [/\bTIMUR\b|\bEAST\b/g, 'E'],
  [/^[\s,;/:]+|[\s,;/]+$/g, ''],
];

function tidy(text: string): string {
  let tidied = text.toUpperCase();
  for (const [spelling, plain] of spellings) tidied = tidied.replace(spelling, plain);
  return tidied;
}

function toMetres(digits: string): number {
  const isGrouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits);
  const plain = isGrouped ? digits.replaceAll('.', '') : digits;
  return Number(plain.replaceAll(' ', '').replace(',', '.'));
}

function toZone(digits: string | undefined, letter: string | undefined): UtmZone | null {
  const number = Number(digits);
  if (digits === undefined || number < firstZone || number > lastZone) return null;
  return { zone: number, isSouth: southOf[letter ?? ''] ?? null };
}

/** A zone as people write it: "47", "47S", "47 M", "UTM zona 47 LS"; null when it is none of Indonesia's. */
export function readUtmZone(text: string): UtmZone | null {
  const match = zonePattern.exec(tidy(text));
  return toZone(match?.groups?.zone, match?.groups?.letter);
}

const isNorthMark = (mark: string | undefined) => /^(?:NORTHING|M?N|U|Y)/.test(mark ?? '');
const isEastMark = (mark: string | undefined) => /^(?:EASTING|M?[ET]|X)/.test(mark ?? '');

/**
 * Reads "47M 612345 9876543", "zona 47 S E 612345 N 9876543", "612345 mE, 9876543 mN, 47S".
 * Null unless there are two plain numbers and, when no zone is written, one of them is too large
 * for degrees and the other an easting. Never throws.
 */
export function readUtmText(typed: string): UtmText | null {
  const text = tidy(typed);
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const { firstMark, secondMark } = groups;
    const isNorthFirst = isNorthMark(firstMark) || isEastMark(secondMark);
    // In "47 N 9876543 E 612345" the letter behind the zone is the northing's own mark.
    const isLetterMark = groups.letter === 'N' && !firstMark && isEastMark(secondMark);
    const read = toZone(groups.zone, isLetterMark ? undefined : groups.letter);
    if (groups.zone !== undefined && !read) continue;
    const first = toMetres(groups.first ?? '');
    const second = toMetres(groups.second ?? '');
    if (!isEasting(first) && !isEasting(second)) continue;
    if (!read && Math.min(first, second) < smallestBareM) continue;
    return { zone: read, first, second, isNorthFirst };
  }
  return null;
}

/** Whether so many metres can be an easting of a UTM zone. */
export function isEasting(metresEast: number): boolean {
  return metresEast >= eastingsM[0] && metresEast <= eastingsM[1];
}

/** The hemisphere that a northing in Indonesia has: the two ranges lie far apart. */
export function isSouthernNorthing(northingM: number): boolean {
  return northingM > largestNorthernM;
}

/**
 * Degrees [lng, lat] on WGS 84 of a UTM point; exact to a millimetre within a zone.
 * Krüger's series to the third order: Karney, "Transverse Mercator with an accuracy of a few
 * nanometers", J. Geodesy 85 (2011) 475–485, with the ellipsoid of WGS 84.
 */
export function fromUtm(
  zoneNumber: number,
  isSouth: boolean,
  eastingM: number,
  northingM: number,
): Position {
  const flattening = 1 / 298.257223563;
  const n = flattening / (2 - flattening);
  const radiusM = (6_378_137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
  const scale = 0.9996 * radiusM;
  const beta = [
    n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3,
    n ** 2 / 48 + n ** 3 / 15,
    (17 / 480) * n ** 3,
  ];
  const delta = [
    2 * n - (2 / 3) * n ** 2 - 2 * n ** 3,
    (7 / 3) * n ** 2 - (8 / 5) * n ** 3,
    (56 / 15) * n ** 3,
  ];
  const xi = (northingM - (isSouth ? falseNorthingM : 0)) / scale;
  const eta = (eastingM - falseEastingM) / scale;
  let xiPrime = xi;
  let etaPrime = eta;
  for (const [index, factor] of beta.entries()) {
    const twice = 2 * (index + 1);
    xiPrime -= factor * Math.sin(twice * xi) * Math.cosh(twice * eta);
    etaPrime -= factor * Math.cos(twice * xi) * Math.sinh(twice * eta);
  }
  const conformal = Math.asin(Math.sin(xiPrime) / Math.cosh(etaPrime));
  let lat = conformal;
  for (const [index, factor] of delta.entries())
    lat += factor * Math.sin(2 * (index + 1) * conformal);
  const lng = Math.atan2(Math.sinh(etaPrime), Math.cos(xiPrime));
  const degrees = 180 / Math.PI;
  return [zoneNumber * 6 - 183 + lng * degrees, lat * degrees];
}
