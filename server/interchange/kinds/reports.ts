// Tables of field reports, one row a village or locality: what is seen of each operator, when, where.
// They come in as submitted ones and go through verification like every other report.
import { z } from 'zod';
import {
  poorAccuracyM,
  ReportInput,
  type Operator,
  type ReportKind,
  type Statement,
} from '../../evidence/contract.ts';
import { reportColumns } from '../../evidence/report-columns.ts';
import { settlePlaces } from '../../evidence/report-places.ts';
import { refuseDay } from '../../evidence/rules.ts';
import { prepareInsertReport } from '../../evidence/store.ts';
import { refuseField } from '../../platform/problem.ts';
import { localityKey } from '../../regions/place-names.ts';
import { findPoint } from '../../regions/store.ts';
import { readDecimal } from '../cells.ts';
import { contentId } from '../content-id.ts';
import { readDay } from '../day-cell.ts';
import { defineKind, type ReadContext, type RowCells } from '../import-kind.ts';
import { prepareKnown } from '../known.ts';
import { readLocality, readPoint, readVillage, settlePoint } from '../place-columns.ts';
import { createRowErrors, type RowErrors } from '../row-errors.ts';
import { readStatement } from '../signal-words.ts';
import { storeRow } from '../store-row.ts';
import { examples } from './examples.ts';

const kindWords: Record<ReportKind, readonly string[]> = {
  report: ['laporan', 'report'],
  measurement: ['pengukuran', 'ukur', 'measurement'],
  joint_measurement: ['pengukuran bersama', 'ukur bersama', 'joint measurement'],
};

const environmentWords = {
  outdoor: ['luar', 'luar ruangan', 'di luar', 'outdoor'],
  indoor: ['dalam', 'dalam ruangan', 'di dalam', 'indoor'],
  vehicle: ['kendaraan', 'di kendaraan', 'dalam kendaraan', 'mobil', 'vehicle'],
} as const;

const availabilityWords = {
  all_day: ['sepanjang hari', 'siang malam', 'siang dan malam', '24 jam', 'all day'],
  day_only: ['siang', 'siang saja', 'day only'],
  night_only: ['malam', 'malam saja', 'night only'],
  unstable: ['hilang timbul', 'kadang-kadang', 'tidak stabil', 'unstable'],
} as const;

/** The words in which these columns are written, for the example file. */
const wordsOf: Record<string, readonly string[]> = {
  kind: ['laporan', 'pengukuran'],
  environment: ['luar', 'dalam', 'kendaraan'],
  availability: ['sepanjang hari', 'siang', 'malam', 'hilang timbul'],
};

const technologyExample = ['tidak ada', '2G', '3G', '4G', '5G'];
const strengthExample = ['lemah', 'kuat', 'sangat kuat'];

function columnsOf(operators: readonly Operator[]) {
  return reportColumns(operators).map((column) => {
    const field = column.key.split('.')[1];
    const words =
      field === 'technology'
        ? technologyExample
        : field === 'strength'
          ? strengthExample
          : wordsOf[column.key];
    return {
      ...column,
      isCode: column.key === 'code',
      ...(words && { words }),
      ...(examples.reports[column.key] !== undefined && { example: examples.reports[column.key] }),
    };
  });
}

/** What the row says of each operator; those of which it says nothing are left out. */
function readStatements(
  row: RowCells,
  operators: readonly Operator[],
  errors: RowErrors,
): Statement[] {
  return operators.flatMap(({ id: operatorId }) => {
    const key = (field: string) => `${operatorId}.${field}`;
    const reading = readStatement(row.text(key('technology')), row.text(key('strength')), true);
    const rsrpDbm = errors.take(key('rsrpDbm'), readDecimal);
    const downloadMbps = errors.take(key('downloadMbps'), readDecimal);
    const uploadMbps = errors.take(key('uploadMbps'), readDecimal);
    if (reading.kind === 'refused') errors.add(key(reading.at), reading.code);
    const isMeasured = rsrpDbm !== null || downloadMbps !== null || uploadMbps !== null;
    if (reading.kind === 'empty' && isMeasured) errors.add(key('technology'), 'technology_missing');
    if (reading.kind !== 'signal') return [];
    const { technology, strength, isOutage } = reading;
    return [{ operatorId, technology, strength, isOutage, rsrpDbm, downloadMbps, uploadMbps }];
  });
}

function readObservedOn(row: RowCells, { datedOn, today }: ReadContext, errors: RowErrors): string {
  const typed = errors.take('observedOn', readDay);
  const isRefused = errors.list.some(({ column }) => column === 'observedOn');
  const day = typed ?? datedOn;
  if (day === null && !isRefused) errors.add('observedOn', 'required');
  const refusal = day === null ? null : refuseDay(day, today);
  if (refusal) errors.add('observedOn', refusal.code, refusal.value);
  return day ?? today;
}

/** Where the contract refuses something, the column that it came from. */
function columnOfField(statements: readonly Statement[]) {
  return (field: string): string | null | undefined => {
    const [name = '', index, part] = field.split('.');
    const operatorId = statements[Number(index)]?.operatorId;
    // That there are none is told where they are read.
    if (name === 'statements') return operatorId && part ? `${operatorId}.${part}` : undefined;
    const columns: Record<string, string> = {
      position: 'lat',
      localityName: 'locality',
      participants: 'kind',
    };
    return columns[name] ?? (name === 'villageCode' ? 'village' : name);
  };
}

export const reports = defineKind({
  name: 'reports',
  // The server answers nobody while they are stored: 20,000 take about ten seconds.
  rowLimit: 20_000,
  labels: ['locality', 'village'],
  columns: columnsOf,
  needs: (operators) => [['code', 'village'], operators.map(({ id }) => `${id}.technology`)],
  settings: ['datedOn', 'regency'],
  required: ({ observedOn }) => (observedOn === undefined ? ['datedOn'] : []),
  draft: z.object({ id: z.uuid(), input: ReportInput }),

  readRow(row, choices, context) {
    const errors = createRowErrors(row);
    const statements = readStatements(row, context.operators, errors);
    if (statements.length === 0 && errors.list.length === 0) errors.add(null, 'statements_missing');
    const typedPoint = readPoint(row);
    if (typedPoint.kind === 'wrong') errors.list.push(typedPoint.error);
    const point = typedPoint.kind === 'found' ? typedPoint.value : { said: null, fixed: null };
    const fields = {
      kind: errors.takeWord('kind', kindWords) ?? ('report' as const),
      accuracyM: errors.take('accuracyM', readDecimal),
      observedOn: readObservedOn(row, context, errors),
      environment: errors.takeWord('environment', environmentWords),
      availability: errors.takeWord('availability', availabilityWords),
      note: row.text('note').trim(),
      statements,
    };
    const village = readVillage(row, choices, context, point.said);
    if (village.kind === 'wrong') errors.list.push(village.error);
    const locality =
      village.kind === 'found'
        ? readLocality(row, village.value, choices, context, true)
        : { kind: 'found' as const, value: null };
    const settled =
      village.kind === 'found' ? settlePoint(row, point, village.value, choices, context) : null;
    const position = settled?.kind === 'found' ? settled.value.position : point.said;
    const named = locality.kind === 'found' ? locality.value : null;
    const villageCode = village.kind === 'found' ? village.value : '00.00.00.1000';
    const input = errors.judge(
      ReportInput,
      {
        ...fields,
        villageCode,
        localityId: named?.id ?? null,
        localityName: named && named.id === null ? named.name : '',
        facilityId: null,
        connection: null,
        position,
        positionSource: position ? 'typed' : null,
        // The radius belongs to a point; without one it says nothing.
        accuracyM: position ? fields.accuracyM : null,
        participants: [],
      },
      columnOfField(statements),
    );
    if (errors.list.length > 0 || input === null)
      return {
        kind: 'wrong',
        errors: errors.list,
        villageCode: village.kind === 'found' ? village.value : null,
      };
    if (village.kind === 'doubt') return village;
    // Made of what the file says, not of what a person settles about it: the next time it is the same.
    const id = contentId('reports', {
      ...fields,
      villageCode,
      locality: localityKey(row.text('locality')),
      position: point.said?.map((degrees) => degrees.toFixed(6)) ?? null,
      statements: statements.toSorted((a, b) => (a.operatorId < b.operatorId ? -1 : 1)),
    });
    const isKnown = context.known.report(id);
    if (!isKnown && locality.kind === 'doubt') return locality;
    if (!isKnown && settled?.kind === 'doubt') return settled;
    const warnings = settled?.kind === 'found' ? settled.value.warnings : [];
    const isPoor = (input.accuracyM ?? 0) > poorAccuracyM;
    return {
      kind: 'draft',
      draft: { id, input },
      villageCode,
      slot: id,
      isKnown,
      warnings: isPoor ? [...warnings, 'accuracy_poor'] : warnings,
    };
  },

  store(db, rows, { caller, at }) {
    const insert = prepareInsertReport(db, {
      accountId: caller.id,
      officeId: caller.office.id,
      at,
    });
    const known = prepareKnown(db);
    const stored = rows.filter(({ draft }) => !known.report(draft.id));
    for (const { number, draft } of stored)
      storeRow(number, () => {
        const input = settlePlaces(db, draft.input);
        const shownAt = input.position ?? findPoint(db, input.villageCode);
        if (!shownAt) throw refuseField('villageCode', 'village_unknown', input.villageCode);
        insert({ id: draft.id, input, shownAt, state: 'submitted', isSample: false });
      });
    return {
      inserted: stored.length,
      changed: 0,
      unchanged: rows.length - stored.length,
      reportIds: stored.map(({ draft }) => draft.id),
      villages: stored.map(({ draft }) => draft.input.villageCode),
      hasNewPlaces: false,
    };
  },
});
