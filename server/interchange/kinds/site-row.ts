// Reads what one row of a table of sites says: whose it is, where it stands, which cells it means. Pure
// apart from the context; what all rows together tell, and storing, are sites.ts's part.
import { cellLimits, type CellInput, type SiteState } from '../../coverage/contract.ts';
import type { StandingCell } from '../../coverage/site-groups.ts';
import { mirrorsInto, writeCoordinates } from '../../regions/coordinates.ts';
import type { Position } from '../../regions/contract.ts';
import { readCellKinds } from '../cell-words.ts';
import { type CellReading, isEmptyCell, readAs, readDecimal, tidyCell } from '../cells.ts';
import type { Choices, Doubt, ReadContext, RowCells } from '../import-kind.ts';
import { readLengthM } from '../length-cell.ts';
import { readPeriod } from '../period-cell.ts';
import { readPoint } from '../place-columns.ts';
import type { RowErrors } from '../row-errors.ts';
import { stateWords } from './cell-columns.ts';

/** Mobile country code of Indonesia (ITU-T E.212). */
const ownMcc = '510';
/** Stands for an operator that nobody has named yet, so that the rows can be read already. */
export const unnamedOperator = '?';

const tidyText = (text: string) => text.trim().replace(/\s+/g, ' ');

/** A row of OpenCelliD, or made like it: its operator by network code, its place by what phones saw. */
export const isCrowdRow = (row: RowCells) => row.text('mcc').trim() !== '';

function findOperator(row: RowCells, context: ReadContext, errors: RowErrors): string | null {
  if (isCrowdRow(row)) {
    if (row.text('mcc').trim() !== ownMcc) {
      errors.add('mcc', 'network_foreign');
      return null;
    }
    const found = context.operatorWords.findByNetwork(row.text('mnc'));
    if (found === null) errors.add('mnc', 'network_unknown');
    return found;
  }
  const named = row.text('operator');
  if (!isEmptyCell(tidyCell(named))) {
    const found = context.operatorWords.find(named);
    if (found === null) errors.add('operator', 'operator_not_found');
    return found;
  }
  if (context.operatorId !== null) return context.operatorId;
  if (row.header('operator') === '') return unnamedOperator;
  errors.add('operator', 'required');
  return null;
}

/** Whose row it is; null with an error where that is not known, or not the account's to say. */
export function readOperator(
  row: RowCells,
  context: ReadContext,
  errors: RowErrors,
): string | null {
  const found = findOperator(row, context, errors);
  if (found === null || found === unnamedOperator || context.mayWriteFor(found)) return found;
  errors.add(isCrowdRow(row) ? 'mnc' : 'operator', 'foreign_operator');
  return null;
}

/** The state that a row names, else the file's, else `usual`; null with an error where it should name one. */
export function readState(
  row: RowCells,
  context: ReadContext,
  errors: RowErrors,
  usual: SiteState,
): SiteState | null {
  if (!isEmptyCell(tidyCell(row.text('state')))) return errors.takeWord('state', stateWords);
  // Phones have seen it.
  if (isCrowdRow(row)) return 'on_air';
  if (context.siteState !== null) return context.siteState;
  if (row.header('state') === '') return usual;
  errors.add('state', 'required');
  return null;
}

type Stand =
  | { kind: 'found'; position: Position; warnings: string[] }
  | { kind: 'doubt'; doubt: Doubt }
  | { kind: 'wrong' };

const roundDegrees = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** Where the row says that it stands, as far as a person has settled it. */
export function readStand(
  row: RowCells,
  choices: Choices,
  context: ReadContext,
  errors: RowErrors,
): Stand {
  const point = readPoint(row);
  if (point.kind === 'wrong') {
    errors.list.push(point.error);
    return { kind: 'wrong' };
  }
  const { said, fixed } = point.kind === 'found' ? point.value : { said: null, fixed: null };
  if (said === null) {
    if (row.geometryWord === '') errors.add('lat', 'required');
    else errors.add(null, 'geometry_not_point', row.geometryWord);
    return { kind: 'wrong' };
  }
  const typed =
    row.header('lat') === ''
      ? writeCoordinates(said)
      : [row.text('lat'), row.text('lng')].join(' ; ');
  const doubt = (reason: string, options: Doubt['options']): Stand => ({
    kind: 'doubt',
    doubt: {
      ...{ about: 'point', reason, said: typed, options },
      ...{ alike: `point:${reason}`, near: null, alias: null },
    },
  });
  const keep = ([lng, lat]: Position): Stand => {
    const position: Position = [roundDegrees(lng), roundDegrees(lat)];
    const warnings = context.isInArea(position) ? [] : ['position_outside_area'];
    return { kind: 'found', position, warnings };
  };
  if (fixed !== null) {
    if (choices.point === 'fixed') return keep(fixed.position);
    return doubt(fixed.kind, [{ key: 'fixed', reason: fixed.kind, position: fixed.position }]);
  }
  // What phones saw has no typing errors.
  const mirror = isCrowdRow(row) ? null : mirrorsInto(said, context.isInArea);
  if (mirror === null || choices.point === 'given') return keep(said);
  if (choices.point === 'fixed') return keep(mirror.fixed);
  return doubt(`area_${mirror.kind}`, [
    { key: 'fixed', reason: mirror.kind, position: mirror.fixed },
    { key: 'given', reason: 'as_written', position: said },
  ]);
}

/** The site that the row names; '' where it names none. Cells of one eNodeB have its number in theirs. */
function siteRefOf(row: RowCells): string {
  if (!isCrowdRow(row)) return tidyText(row.text('siteId'));
  const cell = Number(row.text('cell'));
  const isLte = row.text('technology').trim().toUpperCase() === 'LTE';
  // 3GPP TS 36.413: the last 8 of an E-UTRAN cell's 28 bits number it within its eNodeB.
  return isLte && Number.isInteger(cell) && cell >= 256 ? `eNB ${Math.floor(cell / 256)}` : '';
}

/** What the row calls its cell; '' where it does not. A cell's number is its own only within its area. */
function cellRefOf(row: RowCells): string {
  const keys = isCrowdRow(row) ? ['mcc', 'mnc', 'area', 'cell'] : ['cell'];
  return keys.map((key) => tidyText(row.text(key))).join('-');
}

/** The row as what stands somewhere, to be grouped with the others. */
export function standingOf(row: RowCells, operatorId: string, position: Position): StandingCell {
  return {
    operatorId,
    siteRef: siteRefOf(row),
    position,
    // Positions that phones saw move with every new download, cell numbers do not.
    ownRef: isCrowdRow(row) ? cellRefOf(row) : `@${writeCoordinates(position)}`,
  };
}

/** "0/120/240", "120°", "omni"; null is every direction. */
function readAzimuths(row: RowCells, errors: RowErrors): (number | null)[] {
  const texts = tidyCell(row.text('azimuthDeg')).split(/[/;|&]/);
  const azimuths = texts.map((text): CellReading<number> => {
    const plain = text.replace(/°|deg\.?$/i, '').trim();
    return /^omni/i.test(plain) ? { kind: 'empty' } : readDecimal(plain);
  });
  for (const reading of azimuths)
    if (reading.kind === 'refused') errors.add('azimuthDeg', reading.code);
  return azimuths.map((reading) => (reading.kind === 'value' ? reading.value : null));
}

function readDegrees(cell: string): CellReading<number> {
  return readDecimal(cell.replace(/°|deg\.?$/i, '').trim());
}

/** What OpenCelliD calls range is an estimate without bounds; 0 says that there is none. */
function crowdRadius(radiusM: number | null): number | null {
  if (radiusM === null || radiusM === 0) return null;
  return Math.min(Math.max(radiusM, cellLimits.radiusM.min), cellLimits.radiusM.max);
}

function readOnAir(
  row: RowCells,
  state: SiteState,
  context: ReadContext,
  errors: RowErrors,
): { day: string | null; isRounded: boolean } {
  // A promise is kept by the end of its month; what stands has done so since the beginning.
  const isPromise = state === 'planned' || state === 'built';
  const period = errors.take('onAirOn', (cell) => readPeriod(cell, isPromise));
  if (period === null) return { day: null, isRounded: false };
  if (!isPromise && period.day > context.today) errors.add('onAirOn', 'date_in_future');
  return period;
}

/** More cells than a row of an honest table stands for. */
const maxCells = 24;

/** The cells of a row, not yet held against their contract, and what is said about them. */
export function readCells(
  row: RowCells,
  state: SiteState,
  context: ReadContext,
  errors: RowErrors,
): { cells: CellInput[]; warnings: string[] } {
  const isTold = row.header('technology') !== '' || row.header('band') !== '';
  const usual = context.technology ?? (isTold ? null : '4g');
  const kinds = readCellKinds(row.text('technology'), row.text('band'), usual);
  if (kinds.kind === 'refused') errors.add(kinds.at, kinds.code);
  if (kinds.kind === 'empty') errors.add('technology', 'required');
  const heightM = errors.take('heightM', (cell) => readLengthM(cell, row.header('heightM')));
  const said = errors.take('radiusM', (cell) => readLengthM(cell, row.header('radiusM')));
  const beamwidthDeg = errors.take('beamwidthDeg', readDegrees);
  const azimuths = readAzimuths(row, errors);
  const onAir = readOnAir(row, state, context, errors);
  const shared = {
    ...{ heightM, beamwidthDeg, state, onAirOn: onAir.day },
    radiusM: isCrowdRow(row) ? crowdRadius(said) : said,
  };
  const ownRef = cellRefOf(row);
  const found = kinds.kind === 'cells' ? kinds.cells : [];
  const isOne = found.length * azimuths.length === 1;
  const cells = found.flatMap(({ technology, bandMhz }) =>
    azimuths.map((azimuthDeg): CellInput => {
      const made = [technology, bandMhz ?? '-', azimuthDeg ?? 'omni'].join('/');
      const ref = ownRef === '' ? made : isOne ? ownRef : `${ownRef} ${made}`;
      return { ...shared, ref, technology, bandMhz, azimuthDeg };
    }),
  );
  if (cells.length > maxCells) errors.add('technology', 'too_many_cells', String(cells.length));
  return {
    cells: [...new Map(cells.map((cell) => [cell.ref, cell])).values()],
    warnings: onAir.isRounded ? ['date_rounded'] : [],
  };
}

/** What the site is called in this row. */
export function readSiteName(row: RowCells): CellReading<string> {
  const name = tidyText(row.text('siteName'));
  return name === '' || name === '-' ? { kind: 'empty' } : readAs(name.slice(0, 120));
}
