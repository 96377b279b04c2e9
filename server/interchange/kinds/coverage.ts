// Maps of an operator's coverage, one polygon a row. They come in as a filing of a day, which takes the
// place of what the operator filed before for the same technology. How strong the signal is inside is
// not read: a polygon says that there is some.
import { z } from 'zod';
import { CellTechnology, CoveragePhase } from '../../coverage/contract.ts';
import { saveFiledAreas } from '../../coverage/filed-store.ts';
import { phaseOf } from '../../coverage/rules.ts';
import { contentId } from '../content-id.ts';
import { readCellKinds } from '../cell-words.ts';
import {
  type ChosenRow,
  defineKind,
  type ReadContext,
  type RowCells,
  type TableFacts,
} from '../import-kind.ts';
import { createRowErrors, type RowErrors } from '../row-errors.ts';
import { operatorColumn, stateColumn, technologyColumn } from './cell-columns.ts';
import { readOperator, readState } from './site-row.ts';

const Draft = z.object({
  operatorId: z.string().max(40),
  technology: CellTechnology,
  phase: CoveragePhase,
});
type Draft = z.infer<typeof Draft>;

/** What of the row is said in words; null with errors where it does not suffice. */
function readLayer(row: RowCells, context: ReadContext, errors: RowErrors): Draft | null {
  const operatorId = readOperator(row, context, errors);
  const state = readState(row, context, errors, 'on_air');
  const phase = state && phaseOf(state);
  if (state !== null && phase === null) errors.add('state', 'coverage_without_signal');
  const usual = context.technology ?? (row.header('technology') === '' ? '4g' : null);
  const kinds = readCellKinds(row.text('technology'), '', usual);
  if (kinds.kind === 'refused') errors.add('technology', kinds.code);
  if (kinds.kind === 'empty') errors.add('technology', 'required');
  const found = kinds.kind === 'cells' ? kinds.cells : [];
  const technologies = new Set(found.map(({ technology }) => technology));
  if (technologies.size > 1) errors.add('technology', 'technology_twice');
  const [technology] = technologies;
  if (operatorId === null || phase === null || technology === undefined) return null;
  return { operatorId, technology, phase };
}

/** The area of a row; null with an error where it has none that can be filed. */
function readArea({ geometry, geometryWord }: RowCells, errors: RowErrors) {
  if (geometry?.type === 'MultiPolygon') {
    const { finding, coordinates } = geometry;
    if (!finding?.isRefused) return { coordinates, warnings: finding ? [finding.code] : [] };
    errors.add(null, finding.code, finding.value);
  } else errors.add(null, 'geometry_not_area', geometryWord);
  return null;
}

/** Whether the whole file stands already, filed on the day it is said to be of. */
function prepare(rows: readonly ChosenRow[], context: ReadContext): TableFacts {
  const isFiled = rows.every(({ row }) => {
    const errors = createRowErrors(row);
    const [layer, area] = [readLayer(row, context, errors), readArea(row, errors)];
    if (layer === null || area === null) return true;
    const { coordinates } = area;
    return context.known.area({ layer, coordinates }, context.datedOn ?? context.today);
  });
  return { masts: new Map(), isFiled };
}

export const coverage = defineKind({
  name: 'coverage',
  rowLimit: 20_000,
  needsAreas: true,
  labels: ['name', 'technology', 'operator'],
  columns: () => [
    operatorColumn,
    technologyColumn,
    stateColumn,
    { key: 'name', header: 'Nama', names: ['name', 'nama wilayah', 'keterangan', 'label', 'site'] },
  ],
  needs: () => [],
  settings: ['operator', 'technology', 'siteState', 'datedOn', 'source', 'complete', 'regency'],
  required: ({ operator, technology, state }) => [
    ...(operator === undefined ? ['operator' as const] : []),
    ...(technology === undefined ? ['technology' as const] : []),
    ...(state === undefined ? ['siteState' as const] : []),
    'datedOn',
  ],
  draft: Draft,
  prepare,
  titleOf: ({ operatorId, technology }, operators) => {
    const operator = operators.find(({ id }) => id === operatorId)?.name ?? operatorId;
    return `${operator} · ${technology.toUpperCase()}`;
  },
  operatorOf: ({ operatorId }) => operatorId,

  readRow(row, _, context) {
    const errors = createRowErrors(row);
    const layer = readLayer(row, context, errors);
    const area = readArea(row, errors);
    const day = context.datedOn ?? context.today;
    if (day > context.today) errors.add(null, 'date_in_future', day);
    const standing = layer && context.known.filedOn(layer);
    if (standing && standing > day) errors.add(null, 'filing_older', standing);
    if (layer === null || area === null || errors.list.length > 0)
      return { kind: 'wrong', errors: errors.list, villageCode: null };
    return {
      kind: 'draft',
      draft: layer,
      villageCode: null,
      slot: contentId('coverage', { ...layer, coordinates: area.coordinates }),
      // One row more makes it another filing, to which all rows belong.
      isKnown: context.table.isFiled,
      warnings: area.warnings,
    };
  },

  store(db, rows, { importId, datedOn }) {
    if (datedOn === null) throw new Error('coverage is filed on a day');
    const areas = rows.flatMap(({ draft: layer, geometry }) =>
      geometry?.type === 'MultiPolygon' ? [{ layer, coordinates: geometry.coordinates }] : [],
    );
    saveFiledAreas(db, areas, datedOn, importId);
    return {
      ...{ inserted: rows.length, changed: 0, unchanged: 0 },
      ...{ reportIds: [], villages: [], hasNewPlaces: false },
      changesCoverage: true,
    };
  },
});
