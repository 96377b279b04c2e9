// Tables of localities: jorong, korong, dusun, kampung, RW of a village, with their points.
import { keyOfLocality } from '../../regions/locality-names.ts';
import { LocalityInput } from '../../regions/locality-contract.ts';
import { insertLocalities } from '../../regions/locality-store.ts';
import { foldName } from '../../regions/names.ts';
import { defineKind, type ImportColumn, type RowCells } from '../import-kind.ts';
import { readLocality, readPoint, readVillage, settlePoint } from '../place-columns.ts';
import { createRowErrors } from '../row-errors.ts';
import { examples } from './examples.ts';
import { localityColumn, pointColumns, villageColumns, withExamples } from './shared-columns.ts';

/** The words that tell a kind, as a cell, before a name, or as the header of the names. */
const kindWords = [
  ...['jorong', 'korong', 'dusun', 'kampung', 'lingkungan', 'banjar', 'padukuhan', 'dukuh'],
  ...['lorong', 'rw', 'rt'],
];

const columns: ImportColumn[] = withExamples(
  [
    ...villageColumns,
    localityColumn,
    {
      key: 'kind',
      header: 'Sebutan',
      names: ['jenis', 'kind', 'jenis wilayah'],
      words: ['jorong', 'korong', 'dusun', 'kampung', 'lingkungan', 'rw'],
    },
    ...pointColumns,
  ],
  examples.localities,
);

/** The local word: its own column, the name's first word, or the header of the names. */
function readKind(row: RowCells): string {
  const typed = row.text('kind').trim().toLowerCase();
  if (typed !== '') return typed;
  const [first = ''] = foldName(row.text('locality')).split(' ');
  if (kindWords.includes(first)) return first;
  const words = foldName(row.header('locality')).split(' ');
  // A header that names several ("Jorong/Dusun") tells none.
  const [named, second] = kindWords.filter((word) => words.includes(word));
  return named !== undefined && second === undefined ? named : '';
}

/** "Jorong Koto Tuo" of kind jorong is Koto Tuo; RW 3 stays RW 3. */
function readName(row: RowCells, kind: string): string {
  const name = row.text('locality').trim().replace(/\s+/g, ' ');
  const isNumbered = kind === 'rw' || kind === 'rt';
  const own = name.slice(kind.length).replace(/^[\s.:]+/, '');
  const startsWithKind = kind !== '' && name.toLowerCase().startsWith(`${kind} `);
  return startsWithKind && !isNumbered && own !== '' ? own : name;
}

export const localities = defineKind({
  name: 'localities',
  rowLimit: 100_000,
  labels: ['locality'],
  columns: () => columns,
  needs: () => [['code', 'village'], ['locality']],
  settings: ['source', 'regency'],
  required: () => ['source'],
  draft: LocalityInput,

  readRow(row, choices, context) {
    const errors = createRowErrors(row);
    const kind = readKind(row);
    const name = readName(row, kind);
    if (name === '' || name === '-') errors.add('locality', 'required');
    else if (keyOfLocality({ kind, name }) === '') errors.add('locality', 'wrong_value');
    if (kind === '') errors.add('kind', 'locality_kind_missing');
    const point = readPoint(row);
    if (point.kind === 'wrong') errors.list.push(point.error);
    const said = point.kind === 'found' ? point.value : { said: null, fixed: null };
    const village = readVillage(row, choices, context, said.said);
    if (village.kind === 'wrong') errors.list.push(village.error);
    const villageCode = village.kind === 'found' ? village.value : null;
    if (errors.list.length > 0 || village.kind === 'wrong')
      return { kind: 'wrong', errors: errors.list, villageCode };
    if (village.kind === 'doubt') return village;
    const settled = settlePoint(row, said, village.value, choices, context);
    // A locality that is spelled nearly so may be this one.
    const named = readLocality(row, village.value, choices, context, true);
    const known =
      named.kind === 'found' && named.value?.id != null
        ? context.listLocalities(village.value).find(({ id }) => id === named.value?.id)
        : undefined;
    const input = errors.judge(
      LocalityInput,
      {
        villageCode: village.value,
        // One that a person said it is keeps its own name.
        kind: known && choices.locality !== undefined ? known.kind : kind,
        name: known && choices.locality !== undefined ? known.name : name,
        position: settled.kind === 'found' ? settled.value.position : null,
        source: context.source,
      },
      (field) => ({ name: 'locality', position: 'lat', source: null })[field] ?? field,
    );
    if (input === null) return { kind: 'wrong', errors: errors.list, villageCode };
    if (named.kind === 'doubt') return named;
    if (settled.kind === 'doubt') return settled;
    return {
      kind: 'draft',
      draft: input,
      villageCode: village.value,
      slot: `${village.value}/${keyOfLocality(input)}`,
      isKnown: context.known.locality(input),
      warnings: settled.kind === 'found' ? settled.value.warnings : [],
    };
  },

  store(db, rows, { caller, at }) {
    const drafts = rows.map(({ draft }) => draft);
    const { ids: _, ...tally } = insertLocalities(db, drafts, { accountId: caller.id, at });
    const villages = drafts.map(({ villageCode }) => villageCode);
    return { ...tally, reportIds: [], villages, hasNewPlaces: true };
  },
});
