// What a layer leaves of a village, and how the table and the map name what is looked at. Pure.
import type { CoverageRow, LayerKey } from '#contract/coverage';
import { formatCoverage } from '../../lib/coverage-view.ts';
import type { MapSearch } from '../../lib/view.ts';

/** People whom the layer does not reach, whole persons; null where nobody knows who lives there. */
export function remainingPeople({
  population,
  populationFraction,
}: Pick<CoverageRow, 'population' | 'populationFraction'>): number | null {
  if (population === null || populationFraction === null) return null;
  return Math.round(population * (1 - populationFraction));
}

/** How wide an area is, by its code; `ID` is the country. */
export function scopeOf(area: string): 'country' | 'province' | 'regency' | 'district' {
  if (area === 'ID') return 'country';
  return area.length === 2 ? 'province' : area.length === 5 ? 'regency' : 'district';
}

/** The address of the map that draws the same layer, and opens a place (null: none). */
export function mapSearch(
  { basis, phase, operatorId, technology }: LayerKey,
  place: string | null,
): MapSearch {
  const cov = formatCoverage({
    operators: new Set([operatorId]),
    technologies: new Set([technology]),
    sides: new Set([phase, basis]),
    points: new Set(),
    hasStatuses: false,
  });
  return { ...(place !== null && { place }), ...(cov !== undefined && { cov }) };
}
