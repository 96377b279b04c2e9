// The areas that these screens are narrowed to: the regencies of the province, or the provinces of the
// country; an area of the address that is neither stands first.
import { useQuery } from '@tanstack/react-query';
import { mapQuery } from '../../api/map.ts';
import { childrenQuery, regionQuery } from '../../api/regions.ts';
import { placeName } from '../../lib/place-name.ts';

export function useAreas(
  chosen: string | undefined,
): readonly (readonly [code: string, name: string])[] {
  const { data: info } = useQuery(mapQuery);
  const home = info?.province?.code ?? 'ID';
  const { data: areas = [] } = useQuery({ ...childrenQuery(home), enabled: info !== undefined });
  const isListed = chosen === undefined || areas.some(({ code }) => code === chosen);
  const { data: other } = useQuery({ ...regionQuery(chosen ?? ''), enabled: !isListed });
  const own =
    isListed || chosen === undefined ? [] : [[chosen, other ? placeName(other) : chosen] as const];
  return [...own, ...areas.map((area) => [area.code, placeName(area)] as const)];
}
