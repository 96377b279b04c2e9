// The description of a place in KML, which is HTML as a rule, as plain text; and the table of values
// that ArcGIS and MapInfo put there instead of data. Pure.
import type { Property } from './feature-table.ts';

/** Longer ones are pages for a balloon, not data. */
const longestHtml = 100_000;
const longestText = 2_000;
const ellipsis = '…';

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, ...found) => {
    const [decimal, hex, name] = found as (string | undefined)[];
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
  });
}

/** No part of a tag holds another "<": so a row of them without an end costs no more than its length. */
function toText(html: string): string {
  const spaced = html
    .replace(/<(script|style|head)\b[^<>]*>[^<]*(?:<\/\1>)?/gi, ' ')
    .replace(/<(?:br|\/p|\/tr|\/li|\/div|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<[/!?a-z][^<>]*>/gi, ' ');
  return decodeEntities(spaced)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The rows of HTML tables that have two cells, a name and its value. */
function listPairs(html: string): Property[] {
  return html.split(/<tr\b/i).flatMap((row) => {
    const [, name, value, ...more] = row.split(/<t[dh]\b[^<>]*>/i);
    if (name === undefined || value === undefined || more.length > 0) return [];
    const pair = [toText(name), toText(value)] as const;
    return pair[0] === '' || pair[0].length > 60 ? [] : [pair];
  });
}

export type Description = { text: string; pairs: Property[] };

/** Text of at most 2,000 characters; pairs only where the description is a table of them. */
export function readDescription(html: string): Description {
  const start = html.slice(0, longestHtml);
  const pairs = listPairs(start);
  if (pairs.length > 1) return { text: '', pairs };
  const text = toText(start);
  const isLong = text.length > longestText;
  return { text: isLong ? text.slice(0, longestText - 1) + ellipsis : text, pairs: [] };
}
