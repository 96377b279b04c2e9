// The area in which places are looked for: a list for each level, from what is loaded down to a district.
import { useQuery } from '@tanstack/react-query';
import { mapQuery } from '../../api/map.ts';
import { childrenQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';

type Props = {
  /** A province, regency or district; null: not chosen yet. */
  area: string | null;
  onArea: (area: string | null) => void;
};

const levelOf = { ID: 'province', 2: 'regency', 5: 'district' } as const;

/** The parents of the lists: the country where all of it is loaded, then what is chosen. */
function listParents(home: string | null, area: string | null): string[] {
  const above = [area?.slice(0, 2), area !== null && area.length >= 5 ? area.slice(0, 5) : null];
  const chosen = above.flatMap((code) => code ?? []);
  return home === null ? ['ID', ...chosen] : [home, ...chosen.filter((code) => code !== home)];
}

export function AreaLevels({ area, onArea }: Props) {
  const { data: info } = useQuery(mapQuery);
  if (info === undefined) return null;
  const home = info.province?.code ?? null;
  return listParents(home, area).map((parent) => (
    <LevelList
      key={parent}
      parent={parent}
      area={area}
      onArea={(code) => onArea(code ?? (parent === 'ID' ? null : parent))}
    />
  ));
}

type ListProps = Props & { parent: string };

function LevelList({ parent, area, onArea }: ListProps) {
  const words = useText().declarations.search;
  const { data: children = [] } = useQuery(childrenQuery(parent));
  const length = parent === 'ID' ? 2 : parent.length + 3;
  const level = parent === 'ID' ? 'ID' : parent.length === 2 ? 2 : 5;
  const value = area !== null && area.length >= length ? area.slice(0, length) : '';
  return (
    <label>
      {words.levels[levelOf[level]]}
      <select value={value} onChange={(event) => onArea(event.currentTarget.value || null)}>
        <option value="">{words.wholeArea}</option>
        {children.map((child) => (
          <option key={child.code} value={child.code}>
            {placeName(child)}
          </option>
        ))}
      </select>
    </label>
  );
}
