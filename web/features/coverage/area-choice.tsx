// Which area is looked at: from everything loaded down to a district, a list for each level.
import { useQuery } from '@tanstack/react-query';
import { mapQuery } from '../../api/map.ts';
import { childrenQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { listAreasAbove } from '../../lib/coverage-table-view.ts';
import { placeName } from '../../lib/place-name.ts';
import { Choice } from '../../ui/choice.tsx';

type Props = {
  /** Null: everything loaded. */
  area: string | null;
  onArea: (area: string | null) => void;
};

export function AreaChoice({ area, onArea }: Props) {
  const { data: info } = useQuery(mapQuery);
  if (info === undefined) return null;
  const home = info.province?.code ?? null;
  const chosen = area === null ? [] : listAreasAbove(area);
  // The province that alone is loaded need not be chosen; below a district are the villages themselves.
  const levels = home === null ? chosen : chosen.filter((code) => code !== home);
  const parents = [home, ...levels].filter((code) => code === null || code.length < 8);
  return parents.map((parent, index) => (
    <LevelChoice
      key={parent ?? 'all'}
      parent={parent}
      value={levels[index] ?? null}
      onChoose={(code) => onArea(code ?? (parent === home ? null : parent))}
    />
  ));
}

type LevelProps = {
  /** Null: the country. */
  parent: string | null;
  value: string | null;
  onChoose: (code: string | null) => void;
};

const levelOf = (parent: string | null) =>
  parent === null ? 'province' : parent.length === 2 ? 'regency' : 'district';

function LevelChoice({ parent, value, onChoose }: LevelProps) {
  const t = useText();
  const words = t.coverageTables.screen;
  const { data: children = [] } = useQuery(childrenQuery(parent ?? 'ID'));
  const isKnown = value === null || children.some(({ code }) => code === value);
  const options = [
    ['', words.whole] as const,
    ...(isKnown ? [] : [[value, value] as const]),
    ...children.map((child) => [child.code, placeName(child)] as const),
  ];
  return (
    <Choice
      label={words.levels[levelOf(parent)]}
      value={value ?? ''}
      options={options}
      onChange={(code) => onChoose(code || null)}
    />
  );
}
