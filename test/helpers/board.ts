// Rows of the board for tests: a plain one, and what a case says otherwise.
import type { CommitmentList, CommitmentRow } from '../../server/commitments/contract.ts';
import { boardRows, type BoardRow } from '../../web/lib/board-rows.ts';

export const boardToday = '2026-11-22';

export function commitmentRow(number: number, said: Partial<CommitmentRow> = {}): CommitmentRow {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    number,
    operatorId: 'telkomsel',
    ownerId: 'telkomsel',
    kind: 'bts',
    programme: 'own',
    duty: null,
    state: 'agreed',
    firstPromisedOn: '2027-03-31',
    promisedOn: '2027-03-31',
    slips: 0,
    builtOn: null,
    onAirOn: null,
    servingOn: null,
    siteName: '',
    villageIds: [1301012001],
    placeName: 'nagari Inderapura',
    places: 1,
    isConfidential: false,
    updatedOn: '2026-10-01',
    version: 1,
    ...said,
  };
}

export function commitmentList(rows: CommitmentRow[]): CommitmentList {
  const operators = [
    { id: 'telkomsel', name: 'Telkomsel' },
    { id: 'xlsmart', name: 'XLSMART' },
    { id: 'xl', name: 'XL Axiata' },
  ];
  return { version: 1, today: boardToday, operators, rows };
}

const regencyNames = new Map([
  ['13.01', 'Kab. Pesisir Selatan'],
  ['13.71', 'Kota Padang'],
]);

/** As the board has them, told apart by their number. */
export function makeBoardRows(said: Partial<CommitmentRow>[]): BoardRow[] {
  const rows = said.map((one, index) => commitmentRow(index + 1, one));
  return boardRows(commitmentList(rows), regencyNames);
}
