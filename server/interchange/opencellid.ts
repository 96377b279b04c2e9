// Knows the cell tables of OpenCelliD, whose downloads come with and without a header. Pure; what a row
// of them means is the kind's part.
import type { Table } from './table.ts';

const header = [
  ...['radio', 'mcc', 'net', 'area', 'cell', 'unit', 'lon', 'lat', 'range', 'samples'],
  ...['changeable', 'created', 'updated', 'averageSignal'],
];

function isCell([radio = '', mcc = '', net = '', , cell = '']: readonly string[]): boolean {
  return (
    /^(GSM|UMTS|LTE|NR|CDMA)$/.test(radio.trim()) &&
    [mcc, net, cell].every((text) => /^\d+$/.test(text.trim()))
  );
}

/** The table with the header of OpenCelliD where its first row is a cell already. */
export function addMissingHeader(table: Table): Table {
  if (table.header.length > header.length || !isCell(table.header)) return table;
  const number = Math.max(1, (table.rows[0]?.number ?? 2) - 1);
  return {
    ...table,
    header: header.slice(0, table.header.length),
    rows: [{ number, cells: table.header }, ...table.rows],
  };
}
