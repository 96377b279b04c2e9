// Tables of official statistics (PODES): what a year's table says of the signal in each village. They
// come in as evidence of that year, of no operator in particular.
import { z } from 'zod';
import { Strength, Technology } from '../../evidence/contract.ts';
import { saveStatistics } from '../../evidence/statistic-store.ts';
import { defineKind, type ImportColumn } from '../import-kind.ts';
import { readVillage } from '../place-columns.ts';
import { createRowErrors } from '../row-errors.ts';
import { readStatement } from '../signal-words.ts';
import { examples } from './examples.ts';
import { villageColumns, withExamples } from './shared-columns.ts';

const columns: ImportColumn[] = withExamples(
  [
    ...villageColumns,
    {
      key: 'technology',
      header: 'Teknologi',
      names: [
        'sinyal internet',
        'sinyal internet telepon seluler',
        'jenis sinyal internet',
        'jaringan',
        'technology',
      ],
      words: ['tidak ada', '2G', '3G', '4G/LTE', '5G'],
    },
    {
      key: 'strength',
      header: 'Kekuatan sinyal',
      names: [
        'kuat sinyal',
        'sinyal telepon seluler',
        'kekuatan sinyal telepon seluler',
        'sinyal',
        'strength',
      ],
      words: ['tidak ada', 'lemah', 'kuat', 'sangat kuat'],
    },
  ],
  examples.statistics,
);

const Draft = z.object({
  source: z.object({ name: z.string().min(1).max(200), year: z.int() }),
  statistic: z.object({
    villageCode: z.string(),
    technology: Technology,
    strength: Strength.nullable(),
  }),
});

export const statistics = defineKind({
  name: 'statistics',
  rowLimit: 200_000,
  labels: [],
  columns: () => columns,
  needs: () => [
    ['code', 'village'],
    ['technology', 'strength'],
  ],
  settings: ['source', 'year', 'regency'],
  required: () => ['source', 'year'],
  draft: Draft,

  readRow(row, choices, context) {
    const errors = createRowErrors(row);
    const { source: name, year } = context;
    // A dash in an official table is a gap, not a statement.
    const reading = readStatement(row.text('technology'), row.text('strength'), false);
    if (reading.kind === 'empty') errors.add('technology', 'required');
    if (reading.kind === 'refused') errors.add(reading.at, reading.code);
    if (year > Number(context.today.slice(0, 4))) errors.add(null, 'date_in_future', String(year));
    const village = readVillage(row, choices, context, null);
    if (village.kind === 'wrong') errors.list.push(village.error);
    const villageCode = village.kind === 'found' ? village.value : null;
    if (errors.list.length > 0 || reading.kind !== 'signal' || village.kind === 'wrong')
      return { kind: 'wrong', errors: errors.list, villageCode };
    if (village.kind === 'doubt') return village;
    const { technology, strength } = reading;
    const statistic = { villageCode: village.value, technology, strength };
    return {
      kind: 'draft',
      draft: { source: { name, year }, statistic },
      villageCode: village.value,
      slot: village.value,
      isKnown: context.known.statistic(statistic, { name, year }),
      warnings: [],
    };
  },

  store(db, rows, { caller, at }) {
    const [first] = rows;
    // One file has one source and one year.
    const source = first?.draft.source ?? { name: '', year: 0 };
    const tally = saveStatistics(
      db,
      source,
      rows.map(({ draft }) => draft.statistic),
      { accountId: caller.id, at },
    );
    return { ...tally, reportIds: [], hasNewPlaces: false };
  },
});
