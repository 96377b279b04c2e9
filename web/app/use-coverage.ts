// What of coverage the map draws: the layers and points that the address asks for, and what a click on a
// point opens.
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Bounds } from '#contract/regions';
import {
  coverageQuery,
  measuredInViewQuery,
  sitesInViewQuery,
  uncoveredInViewQuery,
} from '../api/coverage.ts';
import { operatorsQuery } from '../api/evidence.ts';
import {
  formatCoverage,
  listDrawn,
  parseCoverage,
  type CoverageView,
} from '../lib/coverage-view.ts';
import { toDrawnLayers } from '../map/coverage-drawing.ts';
import type { CoverageDrawing } from '../map/layers/coverage.ts';
import type { MapMarker } from '../map/layers/markers.ts';
import {
  isDrawnSite,
  measuredMarker,
  siteMarker,
  uncoveredId,
  uncoveredMarker,
} from './coverage-markers.ts';
import type { OnSearch } from './use-map-address.ts';
import { useBoundsInView } from './use-map-points.ts';

const noOperators: string[] = [];

type Wanted = {
  /** `cov` of the address. */
  text: string | undefined;
  siteId: string | null;
  /** Null until the map has told what is in view. */
  seen: { bounds: Bounds; zoom: number } | null;
  onSearch: OnSearch;
};

export function useCoverage({ text, siteId, seen, onSearch }: Wanted) {
  const view = useMemo(() => parseCoverage(text), [text]);
  const hasLayers = view.operators.size > 0;
  const { data: overview } = useQuery({ ...coverageQuery, enabled: hasLayers });
  const { data: operators } = useQuery({
    ...operatorsQuery,
    enabled: hasLayers || view.points.size > 0,
  });
  const operatorIds = useMemo(() => operators?.map(({ id }) => id) ?? noOperators, [operators]);
  const version = overview?.version;
  const layers = overview?.layers;
  const drawing = useMemo<CoverageDrawing | null>(() => {
    if (!hasLayers) return null;
    const drawn =
      layers === undefined || version === undefined || operatorIds.length === 0
        ? []
        : toDrawnLayers(listDrawn(view, layers), { version, operatorIds, onDay: null });
    return { layers: drawn, hasStatuses: view.hasStatuses };
  }, [hasLayers, view, layers, version, operatorIds]);

  const { bounds, isAsking, isNear } = useBoundsInView(seen);
  const asks = (kind: 'sites' | 'measured' | 'uncovered') => isAsking && view.points.has(kind);
  const sites = useQuery({ ...sitesInViewQuery(bounds), enabled: asks('sites') });
  const measured = useQuery({ ...measuredInViewQuery(bounds), enabled: asks('measured') });
  const uncovered = useQuery({ ...uncoveredInViewQuery(bounds), enabled: asks('uncovered') });
  const siteList = asks('sites') ? sites.data : undefined;
  const measuredList = asks('measured') ? measured.data : undefined;
  const uncoveredList = asks('uncovered') ? uncovered.data : undefined;

  // Lowest first: a tower may be clicked through whatever lies around it.
  const markers = useMemo<MapMarker[]>(
    () => [
      ...(uncoveredList?.places ?? []).map(uncoveredMarker),
      ...(measuredList?.points ?? []).flatMap((point) => measuredMarker(point, view)),
      ...(siteList?.sites ?? [])
        .filter((site) => isDrawnSite(site, view))
        .map((site) => siteMarker(site, operatorIds, siteId)),
    ],
    [uncoveredList, measuredList, siteList, operatorIds, siteId, view],
  );

  /** What a click on a marker opens: the address's own words. */
  const find = (id: string) => {
    if (siteList?.sites.some((site) => site.id === id))
      return { site: id, locality: undefined, facility: undefined };
    const point = measuredList?.points.find((one) => one.id === id);
    const place = uncoveredList?.places.find((one) => uncoveredId(one) === id);
    const villageCode = point?.villageCode ?? place?.villageCode;
    if (villageCode === undefined) return undefined;
    return {
      place: villageCode,
      locality: place?.localityId ?? undefined,
      facility: undefined,
      site: undefined,
    };
  };

  return {
    view,
    drawing,
    markers,
    find,
    points: {
      isNear,
      isTruncated: [siteList, measuredList, uncoveredList].some((list) => list?.truncated === true),
    },
    setView: (next: CoverageView) => onSearch({ cov: formatCoverage(next) }, { replace: true }),
  };
}

export type Coverage = ReturnType<typeof useCoverage>;
