// Columns that several kinds of tables share, under the names that tables of reports have.
import { placeColumns, reportColumns, type ReportColumn } from '../../evidence/report-columns.ts';
import type { ImportColumn } from '../import-kind.ts';

function pick(columns: readonly ReportColumn[], keys: readonly string[]): ImportColumn[] {
  return columns
    .filter(({ key }) => keys.includes(key))
    .map((column) => ({ ...column, isCode: column.key === 'code' }));
}

/** Code, regency, district, village. */
export const villageColumns = pick(placeColumns, ['code', 'regency', 'district', 'village']);

const [locality] = pick(placeColumns, ['locality']);
export const localityColumn: ImportColumn = locality ?? {
  key: 'locality',
  header: 'Jorong/Dusun',
  names: [],
};

/** Latitude, longitude, UTM zone. */
export const pointColumns = pick(reportColumns([]), ['lat', 'lng', 'zone']);

/** The columns, each with what stands in its example row. */
export function withExamples(
  columns: readonly ImportColumn[],
  examples: Readonly<Record<string, string>>,
): ImportColumn[] {
  return columns.map((column) => {
    const example = examples[column.key];
    return example === undefined ? column : { ...column, example };
  });
}
