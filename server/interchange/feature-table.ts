// Makes a table of the features that a file holds: a column for every property that any of them has,
// then the word for its geometry. Holds the bounds; knows no format.
import { type FoundGeometry, type PointBudget, toRowGeometry } from './feature-geometry.ts';
import type { Project } from './projection.ts';
import { createRowBudget, type RowBudget } from './table-build.ts';
import {
  geometryHeader,
  geometryWords,
  type RowGeometry,
  type Table,
  tableLimits,
  TableProblem,
} from './table.ts';

/** Counts rows and points of all layers of one file together. */
export type FeatureBudget = RowBudget & PointBudget;

export function createFeatureBudget(): FeatureBudget {
  return { ...createRowBudget(), pointsLeft: tableLimits.points };
}

/** A property's name and value; the same name may come twice. */
export type Property = readonly [name: string, value: string];

export type FeatureTableBuilder = {
  /** The next feature; `number` is 1-based. Throws TableProblem with the number past a bound. */
  add(number: number, properties: Iterable<Property>, geometry: FoundGeometry | null): void;
  /** The table, or null without a single feature. Columns that are empty everywhere are left out. */
  finish(): Table | null;
};

type Row = { number: number; cells: string[]; geometry: RowGeometry | null; word: string };

const longestName = 200;

function place(number: number, error: unknown): unknown {
  return error instanceof TableProblem && error.place.row === undefined
    ? new TableProblem(error.code, { row: number, ...error.place })
    : error;
}

export function createFeatureTable(
  sheet: string | null,
  budget: FeatureBudget,
  project: Project,
): FeatureTableBuilder {
  const columns = new Map<string, number>();
  const rows: Row[] = [];

  function columnOf(name: string): number {
    const known = columns.get(name);
    if (known !== undefined) return known;
    // One is kept for the geometry's word.
    if (columns.size + 1 >= tableLimits.columns)
      throw new TableProblem('table_too_many_columns', { column: columns.size + 2 });
    columns.set(name, columns.size);
    return columns.size - 1;
  }

  /** Where the name's value belongs in a row that may have one already; null: it says the same. */
  function freeColumn(cells: string[], name: string, value: string): number | null {
    for (let count = 1; ; count += 1) {
      const column = columnOf(count === 1 ? name : `${name} ${count}`);
      const known = cells[column] ?? '';
      if (known === '') return column;
      if (known === value) return null;
    }
  }

  function readCells(properties: Iterable<Property>): string[] {
    const cells: string[] = [];
    for (const [name, written] of properties) {
      const value = written.trim();
      if (value === '') continue;
      const column = freeColumn(cells, name.trim().slice(0, longestName), value);
      if (column === null) continue;
      if (value.length > tableLimits.cellCharacters)
        throw new TableProblem('table_cell_too_long', {
          column: column + 1,
          value: `${value.slice(0, 60)}…`,
        });
      cells[column] = value;
    }
    return cells;
  }

  return {
    add(number, properties, found) {
      budget.rowsLeft -= 1;
      if (budget.rowsLeft < 0) throw new TableProblem('table_too_many_rows', { row: number });
      try {
        const cells = readCells(properties);
        const [word, geometry] = toRowGeometry(found, project, budget);
        rows.push({ number, cells, geometry, word: geometryWords[word] });
      } catch (error) {
        throw place(number, error);
      }
    },
    finish() {
      if (rows.length === 0) return null;
      const names = [...columns.keys()];
      return {
        sheet,
        header: [...names, geometryHeader],
        rows: rows.map(({ number, cells, geometry, word }) => ({
          number,
          cells: [...names.map((_, column) => cells[column] ?? ''), word],
          geometry,
        })),
      };
    },
  };
}
