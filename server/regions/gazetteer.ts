// Reads the gazetteer that comes with the project: every place of Indonesia with a point.
// The file is made by scripts/build-gazetteer.ts; what stands in it is told in data/SOURCES.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Level, PointSource } from './contract.ts';

export type GazetteerRow = {
  code: string;
  name: string;
  level: Level;
  /** The official word as data: kabupaten, kota, kecamatan, nagari, … */
  kind: string;
  /** The code one level up; null for a province. */
  parent: string | null;
  /** Degrees, WGS 84. */
  lng: number;
  lat: number;
  /** Metres above sea level at the point; null when the source has none. */
  elevationM: number | null;
  postalCode: string | null;
  /** `exact` by the place's own code, `name` by its name, `parent` when the point is its parent's. */
  pointSource: PointSource;
};

export const gazetteerHeader =
  'code,name,level,kind,parent,lng,lat,elevation_m,postal_code,point_source';

export const gazetteerPath = join(import.meta.dirname, '../../data/gazetteer/indonesia.csv.gz');

/** Splits one CSV line; only the name may be quoted, so the common line takes the short way. */
function splitLine(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  const field = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/gy;
  while (field.lastIndex < line.length) {
    const match = field.exec(line);
    if (match === null) break;
    const text = match[1] ?? '';
    fields.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
  }
  return fields;
}

function parseRow(line: string): GazetteerRow {
  const [code = '', name = '', level = '', kind = '', parent = '', ...rest] = splitLine(line);
  const [lng = '', lat = '', elevation = '', postal = '', source = ''] = rest;
  return {
    code,
    name,
    level: level as Level,
    kind,
    parent: parent === '' ? null : parent,
    lng: Number(lng),
    lat: Number(lat),
    elevationM: elevation === '' ? null : Number(elevation),
    postalCode: postal === '' ? null : postal,
    pointSource: source as PointSource,
  };
}

/**
 * Every row of the committed gazetteer, all four levels, in the order of their codes (so that a
 * parent stands before its children). Takes about a third of a second.
 * Throws Error when the file's columns are not the ones this code knows.
 */
export function readGazetteer(path: string = gazetteerPath): GazetteerRow[] {
  const [header, ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
  if (header !== gazetteerHeader) throw new Error(`${path}: unknown columns: ${header ?? ''}`);
  return lines.map(parseRow);
}
