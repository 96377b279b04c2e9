// The columns by which every kind of table names its place, and how they are read: the village, the
// locality, the point; what is not certain becomes a doubt with the ways out of it.
import {
  type CoordinateReading,
  isInIndonesia,
  mirrorsInto,
  readCoordinates,
  writeCoordinates,
} from '../regions/coordinates.ts';
import { readCoordinatePair } from '../regions/coordinate-columns.ts';
import type { Position } from '../regions/contract.ts';
import { matchLocality } from '../regions/locality-match.ts';
import { matchPlace } from '../regions/place-match.ts';
import { districtKey, localityKey, villageKey } from '../regions/place-names.ts';
import type { Candidate, NoneReason, PlaceQuery } from '../regions/place-verdict.ts';
import type { CellError, Choices, Doubt, ReadContext, RowCells } from './import-kind.ts';

type Found<T> =
  | { kind: 'found'; value: T }
  | { kind: 'doubt'; doubt: Doubt }
  | { kind: 'wrong'; error: CellError };

const found = <T>(value: T): Found<T> => ({ kind: 'found', value });

function refuse(column: string, code: string, value: string): Found<never> {
  return { kind: 'wrong', error: { column, code, value: value.slice(0, 200) } };
}

/** What the row says of its village, as one line for the person who decides. */
function saidOf({ code, regency, district, village }: PlaceQuery): string {
  const names = [village, district, regency].filter((text) => text.trim() !== '').join(', ');
  return [code.trim(), names].filter((text) => text !== '').join(' · ');
}

/** Reasons without any village near; the column they are told at. */
const columnOfReason = {
  nothing_given: 'village',
  code_unknown: 'code',
  code_lost: 'code',
  code_unreadable: 'code',
  code_incomplete: 'code',
  regency_unknown: 'regency',
  name_unknown: 'village',
} as const satisfies Record<NoneReason, string>;

const codeOfReason = {
  nothing_given: 'required',
  code_unknown: 'village_code_unknown',
  code_lost: 'village_code_lost',
  code_unreadable: 'village_code_unreadable',
  code_incomplete: 'village_code_incomplete',
  regency_unknown: 'regency_not_found',
  name_unknown: 'village_not_found',
} as const satisfies Record<NoneReason, string>;

/** What a person's answer can be kept as, so that the next file needs none: another name, or nothing. */
function aliasOf(reason: string, { village }: PlaceQuery): Doubt['alias'] {
  const isOtherName = reason === 'near_spelling' || reason === 'name_unknown';
  return isOtherName ? { kind: 'name', written: village.trim() } : null;
}

function villageDoubt(
  reason: string,
  candidates: readonly Candidate[],
  query: PlaceQuery,
  said: string,
  near: Position | null,
): Doubt {
  const { code, regency, district, village } = query;
  const names = [regency.trim().toLowerCase(), districtKey(district), villageKey(village)];
  return {
    about: 'village',
    reason,
    said,
    options: candidates.map(({ villageCode, reason: why }) => ({ key: villageCode, reason: why })),
    // A code beside a name that agrees with no other village is part of the doubt.
    alike: `village:${reason.startsWith('code_') || village === '' ? code : ''}/${names.join('/')}`,
    near,
    alias: aliasOf(reason, query),
  };
}

/**
 * The village that a row means. A regency that is not named is the one the whole file is about. Only
 * villages that the account may write about are offered; a certain one of another regency is refused.
 */
export function readVillage(
  row: RowCells,
  choices: Choices,
  context: ReadContext,
  near: Position | null,
): Found<string> {
  const written: PlaceQuery = {
    code: row.text('code'),
    regency: row.text('regency'),
    district: row.text('district'),
    village: row.text('village'),
  };
  const said = saidOf(written);
  const query = { ...written, regency: written.regency.trim() || context.regency };
  const chosen = choices.village;
  if (chosen !== undefined && context.index.byCode.has(chosen) && context.mayWrite(chosen))
    return found(chosen);
  const match = matchPlace(context.index, query);
  if (match.kind === 'certain')
    return context.mayWrite(match.villageCode)
      ? found(match.villageCode)
      : refuse('village', 'outside_your_regency', said);
  if (match.kind === 'doubtful') {
    const own = match.candidates.filter(({ villageCode }) => context.mayWrite(villageCode));
    return own.length > 0
      ? { kind: 'doubt', doubt: villageDoubt(match.reason, own, query, said, near) }
      : refuse('village', 'outside_your_regency', said);
  }
  // A person may know the village under that name: an old one, or one that is only said.
  if (match.reason === 'name_unknown' && query.regency !== '')
    return { kind: 'doubt', doubt: villageDoubt(match.reason, [], query, said, near) };
  const column = columnOfReason[match.reason];
  return refuse(column, codeOfReason[match.reason], row.text(column));
}

export type LocalityFound =
  | { id: string }
  /** None of that name is known. */
  | { id: null; name: string };

/** The locality that a row means within its village; null where it names none. */
export function readLocality(
  row: RowCells,
  villageCode: string,
  choices: Choices,
  context: ReadContext,
  mayBeNew: boolean,
): Found<LocalityFound | null> {
  const name = row.text('locality').trim().replace(/\s+/g, ' ');
  if (name === '' || name === '-') return found(null);
  const known = context.listLocalities(villageCode);
  const chosen = choices.locality;
  if (chosen === 'new' && mayBeNew) return found({ id: null, name });
  if (known.some(({ id }) => id === chosen)) return found({ id: chosen ?? '' });
  const match = matchLocality(name, known);
  if (match.kind === 'certain') return found({ id: match.id });
  if (match.kind === 'none')
    return mayBeNew ? found({ id: null, name }) : refuse('locality', 'locality_not_found', name);
  const options = match.candidates.map((id) => ({ key: id, reason: match.reason as string }));
  return {
    kind: 'doubt',
    doubt: {
      about: 'locality',
      reason: match.reason,
      said: name,
      options: mayBeNew ? [...options, { key: 'new', reason: null }] : options,
      alike: `locality:${villageCode}/${localityKey(name)}`,
      near: null,
      alias: null,
    },
  };
}

/** Readings that only a person may mend; the rest is refused. */
const pointRefusals = {
  zone_missing: 'utm_zone_missing',
  outside: 'position_outside_indonesia',
  partial: 'position_incomplete',
  unreadable: 'position_unreadable',
} as const;

function readTyped(row: RowCells): CoordinateReading {
  const [lat, lng] = [row.text('lat'), row.text('lng')];
  // Both in one cell, under one header.
  return row.header('lng') === ''
    ? readCoordinates(lat)
    : readCoordinatePair(lat, lng, row.text('zone'));
}

export type PointFound = {
  /** What the file says, mended where its reading needs it; not yet what a person chose. */
  said: Position | null;
  /** What is offered where the file's own point cannot be taken as it is. */
  fixed: { kind: string; position: Position } | null;
};

function readDrawnPoint({ geometry }: RowCells): Found<PointFound> {
  if (geometry?.type !== 'Point') return found({ said: null, fixed: null });
  const { coordinates } = geometry;
  return isInIndonesia(coordinates)
    ? found({ said: coordinates, fixed: null })
    : refuse('lat', 'position_outside_indonesia', writeCoordinates(coordinates));
}

/**
 * The point of a row as the file has it, from its columns, else the point that it is on the file's map;
 * null where it has none. Errors are the caller's to note.
 */
export function readPoint(row: RowCells): Found<PointFound> {
  const reading = readTyped(row);
  const typed = [row.text('lat'), row.text('lng')].filter((text) => text !== '').join(' ; ');
  switch (reading.kind) {
    case 'empty':
      return readDrawnPoint(row);
    case 'position':
      return found({ said: reading.position, fixed: null });
    case 'zone_missing':
    case 'outside':
    case 'partial':
    case 'unreadable':
      return refuse('lat', pointRefusals[reading.kind], typed);
    default:
      return found({
        said: reading.fixed,
        fixed: { kind: reading.kind, position: reading.fixed },
      });
  }
}

/**
 * Where the row's point is to lie, once its village is known. A point outside the village whose mirror
 * lies inside is a doubt, like one that needed mending; any other one outside is kept and said.
 */
export function settlePoint(
  row: RowCells,
  { said, fixed }: PointFound,
  villageCode: string,
  choices: Choices,
  context: ReadContext,
): Found<{ position: Position | null; warnings: string[] }> {
  const typed = [row.text('lat'), row.text('lng')].filter((text) => text !== '').join(' ; ');
  const isInside = (position: Position) => context.isInside(villageCode, position) !== false;
  if (said === null) return found({ position: null, warnings: [] });
  const keep = (position: Position) =>
    found({ position, warnings: isInside(position) ? [] : ['position_outside_village'] });
  const doubt = (reason: string, options: Doubt['options']): Found<never> => ({
    kind: 'doubt',
    doubt: {
      about: 'point',
      reason,
      said: typed,
      options,
      alike: `point:${reason}`,
      near: null,
      alias: null,
    },
  });
  if (choices.point === 'none') return found({ position: null, warnings: [] });
  if (fixed !== null) {
    if (choices.point === 'fixed') return keep(fixed.position);
    return doubt(fixed.kind, [
      { key: 'fixed', reason: fixed.kind, position: fixed.position },
      { key: 'none', reason: 'without_point' },
    ]);
  }
  const mirror = isInside(said) ? null : mirrorsInto(said, isInside);
  if (mirror === null || choices.point === 'given') return keep(said);
  if (choices.point === 'fixed') return keep(mirror.fixed);
  return doubt(`outside_${mirror.kind}`, [
    { key: 'fixed', reason: mirror.kind, position: mirror.fixed },
    { key: 'given', reason: 'as_written', position: said },
    { key: 'none', reason: 'without_point' },
  ]);
}
