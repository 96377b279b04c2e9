// Towers, measurements and unreached settlements as points of the map: which are drawn, and how. Pure.
import { allOperators, type SitePoint } from '#contract/coverage';
import { measuredStatuses, type MeasuredPoint, type UncoveredPlace } from '#contract/coverage-map';
import type { CoverageView } from '../lib/coverage-view.ts';
import type { MapMarker } from '../map/layers/markers.ts';

const base = { sign: '', accuracyM: null, look: 'solid' } as const;

export function siteMarker(
  site: SitePoint,
  operatorIds: readonly string[],
  selected: string | null,
): MapMarker {
  const hue = Math.max(0, operatorIds.indexOf(site.operatorId));
  return {
    ...base,
    id: site.id,
    position: site.position,
    kind: 'site',
    isSelected: site.id === selected,
    image: `site-${hue}-${site.state}-${site.source}`,
  };
}

/** Whether the layers that are drawn are of this operator; without layers every operator counts. */
function isAsked({ operators }: CoverageView, operatorId: string): boolean {
  return operators.size === 0 || operators.has(allOperators) || operators.has(operatorId);
}

/** The towers of the layers: of their operators, standing or planned as they are; what is off belongs to both. */
export function isDrawnSite({ operatorId, state }: SitePoint, view: CoverageView): boolean {
  if (!isAsked(view, operatorId)) return false;
  if (view.operators.size === 0 || state === 'off') return true;
  return view.sides.has(state === 'on_air' ? 'on_air' : 'planned');
}

/** The best of what was found there, of the operators that are drawn; null: nothing was said of them. */
export function measuredMarker(
  { id, position, statements }: MeasuredPoint,
  view: CoverageView,
): MapMarker[] {
  const found = new Set(
    statements.flatMap(({ operatorId, status }) => (isAsked(view, operatorId) ? [status] : [])),
  );
  const best = measuredStatuses.find((status) => found.has(status));
  if (best === undefined) return [];
  return [
    { ...base, id, position, kind: 'measured', isSelected: false, image: `measured-${best}` },
  ];
}

/** What names it among all that is uncovered. */
export const uncoveredId = ({ localityId, villageCode }: UncoveredPlace) =>
  `uncovered:${localityId ?? villageCode}`;

export function uncoveredMarker(place: UncoveredPlace): MapMarker {
  return {
    ...base,
    id: uncoveredId(place),
    position: place.position,
    kind: 'uncovered',
    isSelected: false,
    image: 'uncovered-place',
  };
}
