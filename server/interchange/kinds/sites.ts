// Tables and maps of sites, one row a cell or a few of one mast: an operator's own, or OpenCelliD's of
// what phones saw. They come in as sites with their cells; what these cover is computed afterwards.
import { z } from 'zod';
import { CellInput, SitePosition, SiteSource, type SiteState } from '../../coverage/contract.ts';
import { distanceM, groupIntoMasts, type Mast } from '../../coverage/site-groups.ts';
import { type CellDraft, prepareSaveCell } from '../../coverage/site-store.ts';
import type { Operator } from '../../evidence/contract.ts';
import { writeCoordinates } from '../../regions/coordinates.ts';
import {
  type ChosenRow,
  type Choices,
  defineKind,
  type ReadContext,
  type Reading,
  type RowCells,
  type TableFacts,
} from '../import-kind.ts';
import { createRowErrors } from '../row-errors.ts';
import { storeRow } from '../store-row.ts';
import { siteColumns } from './cell-columns.ts';
import {
  isCrowdRow,
  readCells,
  readOperator,
  readSiteName,
  readStand,
  readState,
  standingOf,
} from './site-row.ts';

/** The cells of one mast; rows that say otherwise of where it stands are no neighbours. */
const farthestM = 500;

export const SiteDraft = z.object({
  operatorId: z.string().max(40),
  siteRef: z.string().min(1).max(80),
  siteName: z.string().max(120),
  position: SitePosition,
  source: SiteSource,
  cells: z.array(CellInput).min(1).max(60),
});
export type SiteDraft = z.infer<typeof SiteDraft>;

function draftsOf({ cells, ...site }: SiteDraft): CellDraft[] {
  return cells.map((cell) => ({ ...site, cell }));
}

/** The name that most of the rows of a mast have, of equals the least: the same in any order. */
function commonName(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ranked = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? '';
}

/** Which rows stand on one mast, where it stands and what it is called. */
function prepare(rows: readonly ChosenRow[], context: ReadContext): TableFacts {
  const standing = rows.flatMap(({ row, choices }) => {
    const errors = createRowErrors(row);
    const operatorId = readOperator(row, context, errors);
    const stand = readStand(row, choices, context, errors);
    if (operatorId === null || stand.kind !== 'found') return [];
    const reading = readSiteName(row);
    const name = reading.kind === 'value' ? [reading.value] : [];
    return [{ number: row.number, name, cell: standingOf(row, operatorId, stand.position) }];
  });
  const masts = groupIntoMasts(standing.map(({ cell }) => cell));
  const names = new Map<Mast, string[]>();
  for (const [index, { name }] of standing.entries()) {
    const mast = masts[index];
    if (mast) names.set(mast, [...(names.get(mast) ?? []), ...name]);
  }
  const named = new Map([...names].map(([mast, list]) => [mast, commonName(list)]));
  return {
    masts: new Map(
      standing.flatMap(({ number }, index) => {
        const mast = masts[index];
        return mast ? [[number, { ...mast, name: named.get(mast) ?? '' }] as const] : [];
      }),
    ),
    isFiled: false,
  };
}

/** The column that a field of a draft comes from. */
function columnOf(field: string): string | null {
  const name = field.split('.').at(-1) ?? field;
  const columns: Record<string, string> = {
    siteRef: 'siteId',
    ref: 'cell',
    bandMhz: 'band',
    operatorId: 'operator',
    position: 'lat',
    cells: 'technology',
  };
  return columns[name] ?? name;
}

/** Reads a row as cells of a site, which are in state `usual` where the file tells of none. */
function readSiteRow(
  row: RowCells,
  choices: Choices,
  context: ReadContext,
  usual: SiteState,
): Reading<SiteDraft> {
  const errors = createRowErrors(row);
  const operatorId = readOperator(row, context, errors);
  const state = readState(row, context, errors, usual);
  const stand = readStand(row, choices, context, errors);
  const { cells, warnings } = readCells(row, state ?? usual, context, errors);
  const mast = context.table.masts.get(row.number);
  if (stand.kind === 'found' && mast && !isCrowdRow(row)) {
    const isFar = distanceM(stand.position, mast.position) > farthestM;
    // Without the name of a site, a chain of near ones may be long.
    const isNamed = row.text('siteId').trim() !== '';
    if (isFar && isNamed)
      errors.add('lat', 'site_position_differs', writeCoordinates(stand.position));
  }
  const source: SiteSource = isCrowdRow(row) ? 'crowd' : 'operator';
  const draft =
    mast && operatorId !== null && cells.length > 0
      ? errors.judge(
          SiteDraft,
          {
            ...{ operatorId, siteRef: mast.siteRef, siteName: mast.name },
            ...{ position: mast.position, source, cells },
          },
          columnOf,
        )
      : null;
  if (errors.list.length > 0 || stand.kind === 'wrong')
    return { kind: 'wrong', errors: errors.list, villageCode: null };
  if (stand.kind === 'doubt') return stand;
  if (draft === null) throw new Error(`row ${row.number} has neither a draft nor an error`);
  return {
    kind: 'draft',
    draft,
    villageCode: null,
    slot: [draft.operatorId, draft.siteRef, ...cells.map(({ ref }) => ref)].join('\n'),
    isKnown: draftsOf(draft).every((one) => context.known.cell(one)),
    warnings: [...stand.warnings, ...warnings],
  };
}

/** How files of sites are read, whatever becomes of their rows; `usual` is the state that none tells. */
export function siteReading(usual: SiteState) {
  return {
    rowLimit: 20_000,
    labels: ['siteName', 'siteId', 'cell'],
    columns: () => siteColumns,
    needs: (_: unknown, hasGeometry: boolean) => (hasGeometry ? [] : [['lat']]),
    draft: SiteDraft,
    prepare,
    titleOf: ({ siteRef, operatorId, cells }: SiteDraft, operators: readonly Operator[]) => {
      const operator = operators.find(({ id }) => id === operatorId)?.name ?? operatorId;
      const technologies = [...new Set(cells.map(({ technology }) => technology.toUpperCase()))];
      return [siteRef, operator, technologies.join('/')].join(' · ');
    },
    operatorOf: ({ operatorId }: SiteDraft) => operatorId,
    readRow: (row: RowCells, choices: Choices, context: ReadContext) =>
      readSiteRow(row, choices, context, usual),
  };
}

export const sites = defineKind({
  ...siteReading('on_air'),
  name: 'sites',
  settings: ['operator', 'technology', 'siteState', 'source'],
  required: ({ operator, technology, band, state, mnc }) => [
    ...(operator === undefined && mnc === undefined ? ['operator' as const] : []),
    ...(technology === undefined && band === undefined ? ['technology' as const] : []),
    ...(state === undefined && mnc === undefined ? ['siteState' as const] : []),
  ],

  store(db, rows, { caller, at, importId }) {
    const save = prepareSaveCell(db, { accountId: caller.id, at, importId });
    const tally = { inserted: 0, changed: 0, unchanged: 0 };
    for (const { number, draft } of rows)
      storeRow(number, () => {
        const saved = draftsOf(draft).map(save);
        const most = (['inserted', 'changed'] as const).find((one) => saved.includes(one));
        tally[most ?? 'unchanged'] += 1;
      });
    return {
      ...tally,
      ...{ reportIds: [], villages: [], hasNewPlaces: false },
      changesCoverage: true,
    };
  },
});
