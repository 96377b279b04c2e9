// Cuts the rows of a form into sheets: a village's name never stands alone at the foot of one, and is
// repeated where its rows go on. Pure; knows heights, draws nothing.
import type { BlangkoRow, BlangkoVillage } from './batch-contract.ts';

/** Heights on paper, millimetres; a row must be high enough to write in by hand. */
export const heightsMm = { row: 8.6, village: 6.4 } as const;

export type SheetPart = { village: BlangkoVillage; isContinued: boolean; rows: BlangkoRow[] };
export type Sheet = SheetPart[];

/** The sheets of a form, each with at most `roomMm` of rows; never none. */
export function listSheets(villages: readonly BlangkoVillage[], roomMm: number): Sheet[] {
  const sheets: Sheet[] = [[]];
  let leftMm = roomMm;
  for (const village of villages) {
    let part: SheetPart | null = null;
    for (const row of village.rows) {
      const neededMm: number = part === null ? heightsMm.village + heightsMm.row : heightsMm.row;
      if (neededMm > leftMm && sheets.at(-1)?.length !== 0) {
        sheets.push([]);
        leftMm = roomMm;
        part = null;
      }
      if (part === null) {
        part = { village, isContinued: row !== village.rows[0], rows: [] };
        sheets.at(-1)?.push(part);
        leftMm -= heightsMm.village;
      }
      part.rows.push(row);
      leftMm -= heightsMm.row;
    }
  }
  return sheets;
}
