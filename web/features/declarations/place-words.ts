// What a place of a declaration is called, and where it lies. Pure.
import type { FoundPlace } from '#contract/declarations';
import { localityName } from '../../lib/locality-name.ts';
import { placeName } from '../../lib/place-name.ts';

type Named = Pick<
  FoundPlace,
  'localityId' | 'kind' | 'name' | 'villageKind' | 'villageName' | 'districtName'
>;

/** "Jorong Muaro" or "Nagari Inderapura". */
export function titleOf(place: Named): string {
  return place.localityId === null ? placeName(place) : localityName(place);
}

/** "Nagari Inderapura, Kec. Pancung Soal" of a locality, "Kec. Pancung Soal" of a village. */
export function aboveOf({ localityId, villageKind, villageName, districtName }: Named): string {
  const village = localityId === null ? [] : [placeName({ kind: villageKind, name: villageName })];
  return [...village, placeName({ kind: 'kecamatan', name: districtName })].join(', ');
}

/** "Kab. Pesisir Selatan", "Kota Padang": the gazetteer says "kota" by the code alone. */
export function regencyOf({
  regencyCode,
  regencyName,
}: Pick<FoundPlace, 'regencyCode' | 'regencyName'>): string {
  return placeName({
    kind: Number(regencyCode.slice(3)) > 70 ? 'kota' : 'kabupaten',
    name: regencyName,
  });
}
