// The districts that are offered for what was typed: those that were found, and those of the villages
// that were found. Pure.
import type { RegionName, SearchHit } from '#contract/regions';
import { placeName, placePath } from '../../lib/place-name.ts';

export type DistrictOption = { value: string; label: string };

function toOption({ code, kind, name }: RegionName, path: readonly RegionName[]): DistrictOption {
  return {
    value: code,
    label: [placeName({ kind, name }), placePath(path)].filter(Boolean).join(', '),
  };
}

/**
 * With nothing typed the districts of one's own regency; else the hits' districts, each once. An
 * office of a regency is offered its own only.
 */
export function listDistricts(
  hits: readonly SearchHit[],
  own: readonly RegionName[],
  regency: string | null,
  typed: string,
): DistrictOption[] {
  if (typed === '') return own.map((district) => toOption(district, []));
  const found = hits.flatMap((hit): DistrictOption[] => {
    const all = [hit, ...hit.path];
    const district = all.find(({ level }) => level === 'district');
    if (!district || (regency !== null && !district.code.startsWith(`${regency}.`))) return [];
    return [toOption(district, all.slice(all.indexOf(district) + 1))];
  });
  const seen = new Set<string>();
  return found.filter(({ value }) => !seen.has(value) && seen.add(value));
}
