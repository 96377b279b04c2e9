// An index in memory of the villages that rows of a table are matched to. Built from rows given to it:
// knows no database and decides nothing.
import type { VillageRow } from './contract.ts';
import { type Alias, regencyOf } from './place-alias.ts';
import { districtKey, regencyKeys, villageKey } from './place-names.ts';

export type NamedVillage = {
  code: string;
  /** As the gazetteer writes it. */
  name: string;
  key: string;
  district: string;
  by: 'name' | 'alias';
};

export type IndexedRegency = {
  code: string;
  key: string;
  isKota: boolean;
  /** Keys of its districts. */
  districts: Set<string>;
  /** Its villages by key, an alias beside the name. */
  byName: Map<string, NamedVillage[]>;
};

export type PlaceIndex = {
  byCode: Map<string, NamedVillage>;
  byBps: Map<string, string[]>;
  byOldCode: Map<string, string[]>;
  regencies: Map<string, IndexedRegency>;
  regenciesByKey: Map<string, IndexedRegency[]>;
};

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function createRegency({ code, regencyName }: VillageRow): IndexedRegency {
  // The gazetteer's own name carries the word "Kota" for a kota and none for a kabupaten.
  const isKota = Number(code.slice(3, 5)) > 70;
  const name = isKota ? regencyName : `Kabupaten ${regencyName}`;
  const key = regencyKeys(name)[0]?.key ?? '';
  return { code: regencyOf(code), key, isKota, districts: new Set(), byName: new Map() };
}

/** Indexes villages as `listVillages` gives them, with their aliases; the country takes under a second. */
export function createPlaceIndex(
  villages: readonly VillageRow[],
  aliases: readonly Alias[],
): PlaceIndex {
  const index: PlaceIndex = {
    byCode: new Map(),
    byBps: new Map(),
    byOldCode: new Map(),
    regencies: new Map(),
    regenciesByKey: new Map(),
  };
  const districtKeys = new Map<string, string>();
  for (const row of villages) {
    const regencyCode = regencyOf(row.code);
    let regency = index.regencies.get(regencyCode);
    if (!regency) {
      regency = createRegency(row);
      index.regencies.set(regencyCode, regency);
      addTo(index.regenciesByKey, regency.key, regency);
    }
    const districtCode = row.code.slice(0, 8);
    const district = districtKeys.get(districtCode) ?? districtKey(row.districtName);
    districtKeys.set(districtCode, district);
    regency.districts.add(district);
    const { code, name } = row;
    const village: NamedVillage = { code, name, key: villageKey(name), district, by: 'name' };
    index.byCode.set(code, village);
    addTo(regency.byName, village.key, village);
  }
  for (const { kind, key, villageCode } of aliases) {
    const village = index.byCode.get(villageCode);
    if (!village) continue;
    if (kind === 'bps') addTo(index.byBps, key, villageCode);
    else if (kind === 'code') addTo(index.byOldCode, key, villageCode);
    else {
      const name = key.slice(key.indexOf('/') + 1);
      const regency = index.regencies.get(regencyOf(villageCode));
      if (regency) addTo(regency.byName, name, { ...village, key: name, by: 'alias' });
    }
  }
  return index;
}
