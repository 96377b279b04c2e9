// How imports and their rows are shown to the one who asks: names beside codes, samples beside
// columns, distances beside candidates. Reads, decides nothing.
import { distance } from '@turf/turf';
import type { Account } from '../auth/contract.ts';
import { listOperators } from '../evidence/store.ts';
import type { Db } from '../platform/database.ts';
import type { Position } from '../regions/contract.ts';
import { listLocalities } from '../regions/locality-store.ts';
import type {
  DoubtOption,
  ImportDetail,
  ImportRow,
  ImportSummary,
  NamedVillage,
  RowDoubt,
} from './contract.ts';
import { fixedOperator } from './import-access.ts';
import { headerOf } from './import-files.ts';
import type { Doubt } from './import-kind.ts';
import {
  countAlike,
  countParts,
  listFirstCells,
  type SheetKey,
  type StoredRow,
} from './import-row-store.ts';
import { findStoredBefore, type StoredImport } from './import-store.ts';
import { kinds } from './kinds/all.ts';
import { listNamedVillages } from './lookup-store.ts';
import { listMissing } from './read-context.ts';

/** Longer cells are cut on the screen. */
const shownLength = 200;
/** So many rows are looked through for samples, and so many are shown of a column. */
const samples = { rows: 40, shown: 3, length: 40 } as const;

const cut = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length)}…` : text;

export function presentSummary(stored: StoredImport): ImportSummary {
  const { id, kind, fileName, bytes, state, source, officeName, outcome } = stored;
  const { createdAt, createdByName, storedAt, storedByName } = stored;
  return {
    ...{ id, kind, fileName, bytes, state, source, officeName, outcome },
    ...{ createdAt, createdByName, storedAt, storedByName },
  };
}

export const sheetOf = ({ id, sheet }: StoredImport): SheetKey => ({ id, sheet });

export function presentImport(db: Db, caller: Account, stored: StoredImport): ImportDetail {
  const kind = kinds[stored.kind];
  const operators = listOperators(db);
  const wanted = kind.columns(operators).map(({ key, header }) => ({ key, header }));
  const header = stored.sheets[stored.sheet]?.header ?? [];
  const keyOf = new Map(Object.entries(stored.mapping).map(([key, column]) => [column, key]));
  const first = listFirstCells(db, sheetOf(stored), samples.rows);
  const isMapped = (key: string) => stored.mapping[key] !== undefined;
  const hasGeometry = stored.sheets[stored.sheet]?.hasGeometry ?? false;
  const unmet = kind.needs(operators, hasGeometry).filter((group) => !group.some(isMapped));
  return {
    ...presentSummary(stored),
    version: stored.version,
    sheets: stored.sheets.map(({ name, rows }) => ({ name, rows })),
    sheet: stored.sheet,
    columns: header.map((text, column) => ({
      header: cut(text, shownLength),
      samples: [...new Set(first.map((cells) => cells[column]?.trim() ?? ''))]
        .filter((sample) => sample !== '')
        .slice(0, samples.shown)
        .map((sample) => cut(sample, samples.length)),
      key: keyOf.get(column) ?? null,
    })),
    wanted,
    settings: [...kind.settings],
    datedOn: stored.datedOn,
    year: stored.year,
    regencyCode: stored.regencyCode,
    operatorId: stored.operatorId,
    operatorIsFixed: fixedOperator(caller) !== null,
    technology: stored.technology,
    siteState: stored.siteState,
    isComplete: stored.isComplete,
    hasMap: kind.labels.length > 0 && (hasGeometry || isMapped('lat')),
    counts: countParts(db, sheetOf(stored)),
    missing: {
      settings: listMissing(kind, stored.mapping, stored),
      columns: unmet.map((group) => wanted.filter(({ key }) => group.includes(key))),
    },
    storedBefore: findStoredBefore(db, stored),
  };
}

function villageOf({ judged }: StoredRow): string | null {
  return judged.part === 'doubtful' ? null : judged.villageCode;
}

type Named = ReturnType<typeof listNamedVillages>;

function distanceKm(from: Position | null, to: Position | undefined): number | null {
  if (from === null || to === undefined) return null;
  return Math.round(distance(from, to, { units: 'kilometers' }) * 10) / 10;
}

/** Which village a doubt about a locality or a point is in. */
function presentDoubt(db: Db, doubt: Doubt, named: Named, alike: number): RowDoubt {
  const villageCode = /^locality:([\d.]+)\//.exec(doubt.alike)?.[1];
  const localities = villageCode === undefined ? [] : listLocalities(db, villageCode, 1000);
  const options = doubt.options.map(({ key, reason, position }): DoubtOption => {
    const village = doubt.about === 'village' ? named.get(key) : undefined;
    const locality = localities.find(({ id }) => id === key);
    return {
      key,
      reason,
      village: village?.village ?? null,
      locality: locality ? { kind: locality.kind, name: locality.name } : null,
      position: position ?? null,
      distanceKm: distanceKm(doubt.near, village?.point),
    };
  });
  const { about, reason, said, alias } = doubt;
  return {
    about,
    reason,
    said,
    options,
    alike: Math.max(0, alike - 1),
    isMemorable: alias !== null,
  };
}

/** Rows with the names of all villages that they speak of. */
export function presentRows(db: Db, stored: StoredImport, rows: readonly StoredRow[]): ImportRow[] {
  const operators = listOperators(db);
  const header = stored.sheets[stored.sheet]?.header ?? [];
  const used = Object.values(stored.mapping).toSorted((a, b) => a - b);
  const doubts = rows.flatMap(({ judged }) => (judged.part === 'doubtful' ? [judged.doubt] : []));
  const codes = [
    ...rows.flatMap((row) => villageOf(row) ?? []),
    ...doubts.flatMap(({ about, options }) =>
      about === 'village' ? options.map(({ key }) => key) : [],
    ),
  ];
  const named = listNamedVillages(db, codes);
  const alike = countAlike(
    db,
    sheetOf(stored),
    doubts.map((doubt) => doubt.alike),
  );
  const villageNamed = (code: string | null): NamedVillage | null =>
    (code === null ? undefined : named.get(code)?.village) ?? null;
  const kind = kinds[stored.kind];
  // What nobody has said yet of the file would be made up.
  const isSaid = listMissing(kind, stored.mapping, stored).length === 0;
  return rows.map((row) => {
    const { number, judged, isSkipped } = row;
    return {
      number,
      part: judged.part,
      cells: used
        .map((column) => ({
          header: cut(header[column] ?? '', shownLength),
          value: cut(row.cells[column]?.trim() ?? '', shownLength),
        }))
        .filter(({ value }) => value !== ''),
      village: villageNamed(villageOf(row)),
      title:
        isSaid && (judged.part === 'certain' || judged.part === 'same')
          ? (kind.titleOf?.(judged.draft, operators) ?? '')
          : '',
      errors:
        judged.part === 'wrong'
          ? judged.errors.map(({ column, code, value }) => ({
              header: headerOf(stored, operators, column),
              code,
              value,
            }))
          : [],
      doubt:
        judged.part === 'doubtful'
          ? presentDoubt(db, judged.doubt, named, alike.get(judged.doubt.alike) ?? 0)
          : null,
      warnings: judged.part === 'certain' ? judged.warnings : [],
      isSkipped,
      isSettled: Object.keys(row.choices).length > 0,
      sameAsRow: judged.part === 'same' ? judged.sameAsRow : null,
    };
  });
}
