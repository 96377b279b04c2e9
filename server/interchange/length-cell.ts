// Reads one cell as a length in metres: a height, a radius. Pure; the unit stands in the cell, else in
// the column's header, else it is metres.
import {
  type CellReading,
  isEmptyCell,
  readAs,
  readCount,
  readDecimal,
  tidyCell,
} from './cells.ts';

const unit = /\s*(km|kilometers?|kilometres?|meters?|metres?|mdpl|m)\.?$/i;
const kilometres = /\b(km|kilo(meter|metre)s?)\b/i;

/** Refuses `not_a_number` and `negative`. "3,5 km", "42 m", "1.500" under "Radius (m)". */
export function readLengthM(cell: string, header: string): CellReading<number> {
  const text = tidyCell(cell);
  if (isEmptyCell(text)) return { kind: 'empty' };
  const ownUnit = unit.exec(text)?.[1];
  const isKm = ownUnit === undefined ? kilometres.test(header) : /^k/i.test(ownUnit);
  const figure = text.replace(unit, '');
  // 1.500 metres are fifteen hundred, 1.500 kilometres one and a half.
  const count = isKm ? null : readCount(figure);
  const reading = count?.kind === 'value' ? count : readDecimal(figure);
  if (reading.kind !== 'value') return reading;
  if (reading.value < 0) return { kind: 'refused', code: 'negative' };
  return readAs(isKm ? Math.round(reading.value * 1000) : reading.value);
}
