// Fetches the two pinned npm packages into a temporary folder and reads them into lists.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import type { PointedVillage } from './match.ts';

/** A row of the official list: code, the code above it ('' for a province), name. */
export type ListedPlace = { code: string; name: string };

/** Runs `use` with the folder node_modules of a fresh install of `packages` (name@version). */
export function withPackages<T>(packages: string[], use: (modules: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'jangkau-'));
  try {
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', '--prefix', folder, ...options, ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return use(join(folder, 'node_modules'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every place of idn-area-data: provinces, regencies, districts, villages. */
export function readListedPlaces(modules: string): ListedPlace[] {
  const Row = z.object({ code: z.string(), name: z.string().min(1) });
  return ['provinces', 'regencies', 'districts', 'villages'].flatMap((file) => {
    const text = readFileSync(join(modules, 'idn-area-data/data', `${file}.csv`), 'utf8');
    const { data } = Papa.parse<unknown>(text, { header: true, skipEmptyLines: true });
    return z.array(Row).parse(data);
  });
}

/** Every village of geografis, with its point. */
export function readPointedVillages(modules: string): PointedVillage[] {
  const Row = z.object({
    code: z.string(),
    postal: z.number(),
    city: z.string(),
    district: z.string(),
    village: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    elevation: z.number().nullable(),
  });
  const text = readFileSync(join(modules, 'geografis/data/json/data.json'), 'utf8');
  return z
    .array(Row)
    .parse(JSON.parse(text))
    .map((row) => ({
      code: row.code,
      name: row.village,
      district: row.district,
      regency: row.city,
      position: [row.longitude, row.latitude],
      elevationM: row.elevation === null ? null : Math.round(row.elevation),
      postalCode: /^\d{5}$/.test(String(row.postal)) ? String(row.postal) : '',
    }));
}
