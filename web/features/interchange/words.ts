// What is said of a row in words: where a village lies, why it is offered, what is wrong. Pure.
import type { ImportRow, NamedVillage, RowError } from '#contract/interchange';
import type { Messages } from '../../i18n/id.ts';
import { placeName } from '../../lib/place-name.ts';
import { fieldText } from '../../lib/problems.ts';

/** "Kec. Pancung Soal, Kab. Pesisir Selatan". */
export function villagePath({ districtName, regencyName }: NamedVillage): string {
  return `Kec. ${districtName}, ${regencyName}`;
}

/** "Nagari Inderapura". */
export const villageTitle = (village: NamedVillage): string => placeName(village);

/** "Tanggal “kemarin”: Bukan tanggal." */
export function errorText({ header, code, value }: RowError, t: Messages): string {
  const words = t.imports.rows;
  const text = fieldText('', code, t.problem);
  // Here the value is the number of the other row.
  if (code === 'row_contradicts') return `${words.wholeRow}: ${text} (${words.sameRow(value)})`;
  const place = header ?? words.wholeRow;
  return `${value === '' ? place : `${place} “${value}”`}: ${text}`;
}

/** What is kept, but said: "titik di luar batas desa". */
export function warningTexts({ warnings }: ImportRow, t: Messages): string[] {
  return warnings.map((code) => t.imports.warnings[code] ?? code);
}
