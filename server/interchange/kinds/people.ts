// Tables of population and households, per village or per locality.
import { z } from 'zod';
import { PeopleInput } from '../../people/contract.ts';
import { savePeople } from '../../people/store.ts';
import { readCount } from '../cells.ts';
import { readDay } from '../day-cell.ts';
import { defineKind, type ImportColumn } from '../import-kind.ts';
import { readLocality, readVillage } from '../place-columns.ts';
import { createRowErrors } from '../row-errors.ts';
import { examples } from './examples.ts';
import { localityColumn, villageColumns, withExamples } from './shared-columns.ts';

const columns: ImportColumn[] = withExamples(
  [
    ...villageColumns,
    localityColumn,
    {
      key: 'population',
      header: 'Penduduk',
      names: ['jumlah penduduk', 'jiwa', 'jumlah jiwa', 'populasi', 'population'],
    },
    {
      key: 'households',
      header: 'KK',
      names: ['jumlah kk', 'kepala keluarga', 'keluarga', 'rumah tangga', 'households'],
    },
    { key: 'datedOn', header: 'Tanggal', names: ['per tanggal', 'tgl', 'date'] },
  ],
  examples.people,
);

const Draft = z.object({
  villageCode: z.string(),
  /** Null: of the village as a whole. */
  localityId: z.uuid().nullable(),
  figures: PeopleInput,
});

/** Figures before this day would only be a slip of the pen. */
const oldestDay = '1945-08-17';

export const people = defineKind({
  name: 'people',
  rowLimit: 200_000,
  labels: [],
  columns: () => columns,
  needs: () => [
    ['code', 'village'],
    ['population', 'households'],
  ],
  settings: ['source', 'datedOn', 'regency'],
  required: ({ datedOn }) => (datedOn === undefined ? ['source', 'datedOn'] : ['source']),
  draft: Draft,

  readRow(row, choices, context) {
    const errors = createRowErrors(row);
    const population = errors.take('population', readCount);
    const households = errors.take('households', readCount);
    const typedDay = errors.take('datedOn', readDay);
    const isDayWrong = errors.list.some(({ column }) => column === 'datedOn');
    const datedOn = typedDay ?? context.datedOn;
    if (datedOn === null && !isDayWrong) errors.add('datedOn', 'required');
    if (datedOn !== null && datedOn > context.today)
      errors.add('datedOn', 'date_in_future', datedOn);
    if (datedOn !== null && datedOn < oldestDay) errors.add('datedOn', 'date_too_old', datedOn);
    const village = readVillage(row, choices, context, null);
    if (village.kind === 'wrong') errors.list.push(village.error);
    const locality =
      village.kind === 'found'
        ? readLocality(row, village.value, choices, context, false)
        : { kind: 'found' as const, value: null };
    if (locality.kind === 'wrong') errors.list.push(locality.error);
    const isFigureWrong = errors.list.some(
      ({ column }) => column === 'population' || column === 'households',
    );
    const figures = errors.judge(
      PeopleInput,
      {
        datedOn: datedOn ?? context.today,
        source: context.source,
        population: isFigureWrong ? 0 : population,
        households: isFigureWrong ? 0 : households,
      },
      (field) => (field === 'source' ? null : field),
    );
    const villageCode = village.kind === 'found' ? village.value : null;
    if (
      errors.list.length > 0 ||
      figures === null ||
      village.kind === 'wrong' ||
      locality.kind === 'wrong'
    )
      return { kind: 'wrong', errors: errors.list, villageCode };
    if (village.kind === 'doubt') return village;
    if (locality.kind === 'doubt') return locality;
    const unit = locality.value?.id ?? village.value;
    return {
      kind: 'draft',
      draft: { villageCode: village.value, localityId: locality.value?.id ?? null, figures },
      villageCode: village.value,
      slot: `${unit}/${figures.datedOn}`,
      isKnown: context.known.people({ unit, ...figures }),
      warnings: [],
    };
  },

  store(db, rows, { caller, at }) {
    const drafts = rows.map(({ draft }) => draft);
    const tally = savePeople(
      db,
      drafts.map(({ villageCode, localityId, figures }) => ({
        unit: localityId ?? villageCode,
        ...figures,
      })),
      { accountId: caller.id, at },
    );
    // Only who lives in a locality weighs in its village's status.
    const weighing = drafts.filter(({ localityId }) => localityId !== null);
    const villages = weighing.map(({ villageCode }) => villageCode);
    return { ...tally, reportIds: [], villages, hasNewPlaces: true };
  },
});
