// The rows of the village list: villages with their status, cut down to what the filter and the legend leave. Pure.
import { regionId, type VillageRow } from '#contract/regions';
import { unknownMark, type StatusMark } from '../../api/status.ts';
import { legendKeyOf, type Lens } from '../../lib/lens.ts';
import { placeName } from '../../lib/place-name.ts';

export type ListRow = VillageRow & {
  id: number;
  mark: StatusMark;
  /** "Nagari Inderapura" */
  title: string;
  /** What the text filter looks in: lower case, no diacritics. */
  haystack: string;
};

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function listRows(
  villages: readonly VillageRow[],
  marks: ReadonlyMap<number, StatusMark>,
): ListRow[] {
  return villages.map((village) => {
    const id = regionId(village.code);
    const title = placeName(village);
    const { districtName, regencyName, code } = village;
    return {
      ...village,
      id,
      title,
      mark: marks.get(id) ?? unknownMark,
      haystack: folded(`${title} ${districtName} ${regencyName} ${code}`),
    };
  });
}

/** Every word of the filter must stand somewhere in the row. */
export function filterRows(
  rows: readonly ListRow[],
  filter: string,
  hidden: ReadonlySet<string>,
  lens: Lens,
): ListRow[] {
  const words = folded(filter).split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ haystack, mark }) =>
      !hidden.has(legendKeyOf(lens, mark)) && words.every((word) => haystack.includes(word)),
  );
}
