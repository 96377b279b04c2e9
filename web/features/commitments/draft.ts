// The terms of a commitment as they are typed, and as the contract takes them. Pure.
import type { Commitment, NamedPlace } from '#contract/commitments';
import type { Position } from '#contract/regions';
import { readCoordinates, writeCoordinates } from '#coordinates';
import { placeName } from '../../lib/place-name.ts';
import { regencyText } from './words.ts';

/** A place as it is chosen: named, so that the form can say what it is. */
export type ChosenPlace = {
  /** Of its line in the form: a village may stand in several. */
  key: string;
  villageCode: string;
  localityId: string | null;
  /** "Nagari Inderapura", of the village. */
  name: string;
  /** "Kec. Pancung Soal, Kab. Pesisir Selatan" */
  path: string;
};

export type TermsDraft = {
  kind: string;
  technology: string;
  places: readonly ChosenPlace[];
  siteRef: string;
  siteName: string;
  /** Coordinates as typed. */
  position: string;
  towerOwner: string;
  tenants: readonly string[];
  programme: string;
  duty: string;
  basisKind: string;
  basisNumber: string;
  basisOn: string;
  note: string;
  confidentialUntil: string;
};

export const emptyTerms: TermsDraft = {
  kind: 'bts',
  technology: '4g',
  places: [],
  siteRef: '',
  siteName: '',
  position: '',
  towerOwner: '',
  tenants: [],
  programme: 'own',
  duty: '',
  basisKind: '',
  basisNumber: '',
  basisOn: '',
  note: '',
  confidentialUntil: '',
};

function toChosen(place: NamedPlace): ChosenPlace {
  const { villageCode, localityId, villageKind, villageName, districtName } = place;
  return {
    key: crypto.randomUUID(),
    villageCode,
    localityId,
    name: placeName({ kind: villageKind, name: villageName }),
    path: `${placeName({ kind: 'kecamatan', name: districtName })}, ${regencyText(place)}`,
  };
}

export function draftOf(commitment: Commitment): TermsDraft {
  const { siteRef, siteName, towerOwner, tenants, basisNumber, note, kind, programme } = commitment;
  return {
    ...{ siteRef, siteName, towerOwner, tenants, basisNumber, note, kind, programme },
    technology: commitment.technology ?? '',
    places: commitment.places.map(toChosen),
    position: commitment.position === null ? '' : writeCoordinates(commitment.position),
    duty: commitment.duty ?? '',
    basisKind: commitment.basisKind ?? '',
    basisOn: commitment.basisOn ?? '',
    confidentialUntil: commitment.confidentialUntil ?? '',
  };
}

/** [lng, lat], null for an empty field, undefined for a text that is no position. */
export function readPosition(typed: string): Position | null | undefined {
  if (typed.trim() === '') return null;
  const reading = readCoordinates(typed);
  return reading.kind === 'position' ? reading.position : undefined;
}

const orNull = (text: string) => (text === '' ? null : text);

/** What the contract judges; a position that cannot be read is left out, the form says so itself. */
export function termsOf(draft: TermsDraft) {
  return {
    ...draft,
    technology: orNull(draft.technology),
    places: draft.places.map(({ villageCode, localityId }) => ({ villageCode, localityId })),
    position: readPosition(draft.position) ?? null,
    duty: orNull(draft.duty),
    basisKind: orNull(draft.basisKind),
    basisOn: orNull(draft.basisOn),
    confidentialUntil: orNull(draft.confidentialUntil),
  };
}

/** Only the fields that one may amend and that were changed; an object without keys: none. */
export function amendmentOf(
  before: TermsDraft,
  after: TermsDraft,
  mayAmend: readonly string[],
): Record<string, unknown> {
  const [was, is] = [termsOf(before), termsOf(after)];
  return Object.fromEntries(
    Object.entries(is).filter(
      ([field, value]) =>
        mayAmend.includes(field) &&
        JSON.stringify(Reflect.get(was, field)) !== JSON.stringify(value),
    ),
  );
}
