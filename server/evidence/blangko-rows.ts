// The rows of a district's form in their order and with their numbers; paper, XLSX and screen show the
// same ones. Pure.
import type { VillageRow } from '../regions/contract.ts';
import type { StoredLocality } from '../regions/locality-store.ts';
import type { BlangkoRow, BlangkoVillage } from './batch-contract.ts';

/** Empty lines below a village, for localities that are not in the list. */
const emptyLines = { none: 3, some: 1 } as const;

type Named = Pick<StoredLocality, 'id' | 'villageCode' | 'kind' | 'name'>;

/** "Jorong Muaro", "RW 03"; the word only once where the name has it already. */
export function localityTitle({ kind, name }: Pick<Named, 'kind' | 'name'>): string {
  if (name.toLowerCase().startsWith(`${kind} `)) return name;
  const isShort = kind === 'rw' || kind === 'rt';
  const word = isShort ? kind.toUpperCase() : kind.charAt(0).toUpperCase() + kind.slice(1);
  return `${word} ${name}`;
}

/**
 * A row a locality and one empty line; in a village without localities a row for the village and three
 * empty lines. Numbers count inside the village, so that a new locality moves those of its own village
 * only.
 */
export function blangkoVillages(
  villages: readonly Pick<VillageRow, 'code' | 'kind' | 'name'>[],
  localities: readonly Named[],
): BlangkoVillage[] {
  return villages.map(({ code, kind, name }, index) => {
    const known = localities.filter(({ villageCode }) => villageCode === code);
    const rows: Omit<BlangkoRow, 'number'>[] = [
      ...(known.length === 0 ? [{ about: 'village' as const, localityId: null, name: '' }] : []),
      ...known.map((locality) => ({
        about: 'locality' as const,
        localityId: locality.id,
        name: localityTitle(locality),
      })),
      ...Array.from({ length: known.length === 0 ? emptyLines.none : emptyLines.some }, () => ({
        about: 'line' as const,
        localityId: null,
        name: '',
      })),
    ];
    return {
      code,
      kind,
      name,
      rows: rows.map((row, at) => ({ number: `${index + 1}.${at + 1}`, ...row })),
    };
  });
}
