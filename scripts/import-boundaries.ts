// What `npm run import -- boundaries` and `npm run boundaries` share: a progress line, the summary
// in Indonesian, and the report as a CSV file.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Db } from '../server/platform/database.ts';
import {
  type BoundaryProblem,
  importBoundaries,
  type ImportProgress,
  type ImportReport,
} from '../server/regions/boundary-import.ts';
import { ScriptError, scriptEnv } from './script.ts';

const problemTexts: Record<BoundaryProblem['problem'], string> = {
  invalid_code: 'bukan kode wilayah Kemendagri',
  unknown_code: 'kode tidak ada dalam daftar wilayah',
  wrong_level: 'tingkat wilayah tidak sesuai kodenya',
  duplicate_code: 'kode sudah ada sebelumnya',
  unreadable_geometry: 'geometri tidak terbaca',
  empty_geometry: 'geometri kosong',
  non_finite_number: 'koordinat bukan angka',
  swapped_axes: 'lintang dan bujur tertukar',
  outside_indonesia: 'di luar Indonesia',
  open_ring: 'poligon tidak tertutup',
  too_few_points: 'titik poligon kurang',
  self_crossing: 'garis poligon saling memotong',
  far_from_point: 'jauh dari titik desanya',
  finer_villages_known: 'tidak dipakai, batas desanya lebih rinci',
};
const actionTexts: Record<BoundaryProblem['action'], string> = {
  repaired: 'diperbaiki',
  refused: 'ditolak',
  warned: 'perhatikan',
};
/** More rows than this are only in the CSV file. */
const printedProblems = 50;

function showProgress({ done, total, message }: ImportProgress): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${done}/${total} ${message}`);
}

/** One line for people; `code` stays beside it so that it can be searched for. */
export function describeProblem({
  file,
  row,
  code,
  problem,
  value,
  action,
}: BoundaryProblem): string {
  const text = problemTexts[problem];
  return `${actionTexts[action]}: ${file} baris ${row}, ${code}: ${text} [${problem}] ${value}`;
}

/** The summary in Indonesian, a line per figure. */
export function describeReport(report: ImportReport): string {
  return [
    `${report.rows} baris dari ${report.files} berkas:`,
    `  ${report.imported} batas diimpor, ${report.unchanged} tidak berubah`,
    `  ${report.repaired} diperbaiki, ${report.refused} ditolak`,
    `  ${report.unused} batas tingkat atas tidak dipakai, ${report.notLoaded} dari provinsi lain`,
    `versi batas: ${report.boundaryVersion}`,
  ].join('\n');
}

function writeCsv(problems: readonly BoundaryProblem[]): string {
  const folder = join(scriptEnv().dataDir, 'reports');
  mkdirSync(folder, { recursive: true });
  const stamp = new Date().toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
  const path = join(folder, `boundaries-${stamp}.csv`);
  writeFileSync(path, `${Papa.unparse([...problems], { escapeFormulae: true })}\n`);
  return path;
}

/** Imports the files at `paths`, prints what happened. Throws ScriptError when nothing was usable. */
export function runImport(db: Db, paths: readonly string[]): void {
  const report = importBoundaries(db, paths, showProgress);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  // Unused outlines are the rule, not a problem: the summary counts them, the CSV file lists them.
  const worthTelling = report.problems.filter(({ problem }) => problem !== 'finer_villages_known');
  for (const problem of worthTelling.slice(0, printedProblems)) {
    console.log(describeProblem(problem));
  }
  console.log(describeReport(report));
  if (report.problems.length > 0) console.log(`rincian masalah: ${writeCsv(report.problems)}`);
  if (report.imported + report.unchanged + report.unused === 0) {
    throw new ScriptError('tidak ada batas yang dapat dipakai dalam berkas itu');
  }
}
