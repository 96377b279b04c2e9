// Makes data/gazetteer/indonesia.csv.gz from two pinned npm packages:
//   node --import tsx scripts/build-gazetteer.ts
// idn-area-data has today's codes and names, geografis the points of 2020. Needs the registry;
// the application never does. The same sources always give the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { z } from 'zod';
import { gazetteerHeader, gazetteerPath, type GazetteerRow } from '../server/regions/gazetteer.ts';
import { buildRows } from './gazetteer/rows.ts';
import { noteSource } from './gazetteer/sources-note.ts';
import { readListedPlaces, readPointedVillages, withPackages } from './gazetteer/sources.ts';

const packages = ['idn-area-data@4.0.1', 'geografis@1.3.2'];
const tableDir = join(import.meta.dirname, '../data/gazetteer');

function readTable<T>(file: string, row: z.ZodType<T>): T[] {
  const text = readFileSync(join(tableDir, file), 'utf8').trim();
  return z.array(row).parse(Papa.parse<unknown>(text, { header: true }).data);
}

const Kind = z.object({ code_prefix: z.string(), kind: z.string(), basis: z.string().min(1) });
const kinds = new Map(
  readTable('village-kinds.csv', Kind).map((row) => [row.code_prefix, row.kind]),
);
const Distrusted = z.object({ code: z.string(), reason: z.string().min(1) });
const wrongPoints = new Set(readTable('distrusted-points.csv', Distrusted).map((row) => row.code));

function toLine(row: GazetteerRow): string {
  const name = /[",]/.test(row.name) ? `"${row.name.replaceAll('"', '""')}"` : row.name;
  const { code, level, kind, lng, lat, pointSource } = row;
  const optional = [row.elevationM ?? '', row.postalCode ?? ''];
  return [code, name, level, kind, row.parent ?? '', lng, lat, ...optional, pointSource].join(',');
}

const { rows, distrusted, implausible } = withPackages(packages, (modules) => {
  const pointed = readPointedVillages(modules).filter((village) => !wrongPoints.has(village.code));
  return buildRows(readListedPlaces(modules), pointed, kinds);
});
const text = `${[gazetteerHeader, ...rows.map(toLine)].join('\n')}\n`;
const bytes = gzipSync(text, { level: 9 });
// zlib writes no time; the ninth byte names the operating system, which must not decide either.
bytes[9] = 255;
writeFileSync(gazetteerPath, bytes);
noteSource({
  file: 'gazetteer/indonesia.csv.gz',
  source: 'npm idn-area-data (codes, names) and npm geografis (points, elevation, postal codes)',
  version: '4.0.1 and 1.3.2',
  licence: 'ODbL 1.0 (share-alike) and MIT; the file as a whole: ODbL 1.0',
  date: '2025 (Kepmendagri 300.2.2-2138/2025) and 2020',
});
for (const file of ['village-kinds.csv', 'distrusted-points.csv']) {
  noteSource({
    file: `gazetteer/${file}`,
    source: 'compiled for this project; the basis or reason stands in the file',
    version: '1',
    licence: 'MIT',
    date: '2026-11-22',
  });
}

for (const source of ['exact', 'name', 'parent']) {
  const count = rows.filter((row) => row.level === 'village' && row.pointSource === source).length;
  console.log(`villages with a point by ${source}: ${count}`);
}
console.log(`re-used codes: ${distrusted.length}; implausible points: ${implausible.length}`);
console.log(`${gazetteerPath}: ${rows.length} places, ${bytes.length} bytes`);
