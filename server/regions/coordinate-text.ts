// The spellings of latitude and longitude: signs, marks, degrees, minutes and seconds as plain angles.
// Pure text; what a pair of angles means, and whether it is in Indonesia, is coordinates.ts's part.

type Axis = 'lat' | 'lng';
/** `sign` is 0 where only the axis is named ("lat: -1.2"). */
type Hemisphere = { axis: Axis; sign: -1 | 0 | 1 };
/** Degrees with their sign; `axis` is null where nothing says which of the two it is. */
export type Angle = { degrees: number; axis: Axis | null };

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
  marked: new RegExp(String.raw`^(${mark})?\s*([^A-Z]+?)\s*(${mark})?$`),
};

/** One spelling for minus, degree, minute and second signs, for labels and brackets. */
export function tidyCoordinates(typed: string): string {
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

const named = (key: string | undefined) => hemispheres[key ?? ''] ?? null;

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

/** The two angles of a tidied text in the order they were typed, or null. */
export function readAnglePair(text: string): [Angle, Angle] | null {
  const pair = (a: Angle | null, b: Angle | null): [Angle, Angle] | null =>
    a && b ? [a, b] : null;

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

/** Whether a tidied text is one plain number, so that its partner may still follow. */
export function isOneAngle(text: string): boolean {
  return pattern.one.test(text);
}

/** One angle of a tidied text, its mark before or behind: "1,234 LS", "E 100.5", "-1°14'02"; or null. */
export function readMarkedAngle(text: string): Angle | null {
  const match = pattern.marked.exec(text);
  if (!match || (match[1] && match[3])) return null;
  return readAngle(match[2] ?? '', named(match[1] ?? match[3]));
}
