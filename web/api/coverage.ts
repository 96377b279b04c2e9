// Coverage: which layers there are, what covers a place, sites, the settings, the job that makes it all.
// Every key begins with `coverage`: the live event about a finished run renews them together.
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  type AreaCoverage,
  type CoverageJob,
  type CoverageOverview,
  type CoverageRows,
  type CoverageSettings,
  type DatedCoverageSettings,
  type LayerKey,
  type Site,
  type SiteInput,
  type SiteList,
  type Terrain,
  type VillageCoverage,
} from '#contract/coverage';
import { formatLayerName, type MeasuredPoints, type UncoveredPlaces } from '#contract/coverage-map';
import type { Bounds } from '#contract/regions';
import { request } from './client.ts';
import { importsQuery } from './imports.ts';

export const coverageKey = ['coverage'];

/** While the job runs its progress is asked for this often, milliseconds. */
const jobStepMs = 1500;

export const coverageQuery = queryOptions({
  queryKey: [...coverageKey, 'overview'],
  queryFn: ({ signal }) => request<CoverageOverview>('/api/coverage', { signal }),
  staleTime: 60_000,
  refetchInterval: ({ state }) => (state.data?.job.isRunning === true ? jobStepMs : false),
});

export function villageCoverageQuery(code: string) {
  return queryOptions({
    queryKey: [...coverageKey, 'village', code],
    queryFn: ({ signal }) => request<VillageCoverage>(`/api/coverage/villages/${code}`, { signal }),
    staleTime: 60_000,
  });
}

/** `code` is `ID` for everything loaded. */
export function areaCoverageQuery(code: string) {
  return queryOptions({
    queryKey: [...coverageKey, 'area', code],
    queryFn: ({ signal }) => request<AreaCoverage[]>(`/api/coverage/areas/${code}`, { signal }),
    staleTime: 60_000,
  });
}

function layerParams({ basis, phase, operatorId, technology }: LayerKey): Record<string, string> {
  return { basis, phase, operator: operatorId, technology };
}

/** Which villages of an area are listed, and in which order. */
export type RowsWanted = {
  sort: 'remaining' | 'name';
  /** False: only villages of which something is left. */
  isWhole: boolean;
  /** Words that begin like words of the village or of what it lies in; empty for every village. */
  q: string;
};

function rowParams(layer: LayerKey, { sort, isWhole, q }: RowsWanted): URLSearchParams {
  return new URLSearchParams({
    ...layerParams(layer),
    sort,
    ...(!isWhole && { remaining: '1' }),
    ...(q !== '' && { q }),
  });
}

/** The villages of an area with what a layer covers of each, page by page. */
export function coverageRowsQuery(code: string, layer: LayerKey, wanted: RowsWanted) {
  return infiniteQueryOptions({
    queryKey: [...coverageKey, 'rows', code, formatLayerName(layer), wanted],
    queryFn: ({ signal, pageParam }) => {
      const query = rowParams(layer, wanted);
      if (pageParam !== null) query.set('after', String(pageParam));
      return request<CoverageRows>(`/api/coverage/areas/${code}/rows?${query.toString()}`, {
        signal,
      });
    },
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

/** The same villages as a CSV file, to be saved. */
export function rowsFile(code: string, layer: LayerKey, wanted: RowsWanted): string {
  return `/api/coverage/areas/${code}/rows.csv?${rowParams(layer, wanted).toString()}`;
}

/** What the layer covers of an area, merged into one, as GeoJSON to be saved. */
export function unionFile(code: string, layer: LayerKey, isClippedToLand: boolean): string {
  const query = new URLSearchParams({ ...layerParams(layer), land: isClippedToLand ? '1' : '0' });
  return `/api/coverage/areas/${code}/union.geojson?${query.toString()}`;
}

function boxParams([west, south, east, north]: Bounds): string {
  return new URLSearchParams(
    Object.entries({ west, south, east, north }).map(([side, degrees]) => [side, String(degrees)]),
  ).toString();
}

/** A list of what lies in [west, south, east, north]; the one before stays until the next is there. */
function inViewQuery<T>(what: string, path: string, bounds: Bounds) {
  return queryOptions({
    queryKey: [...coverageKey, what, ...bounds],
    queryFn: ({ signal }) => request<T>(`${path}?${boxParams(bounds)}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

export const sitesInViewQuery = (bounds: Bounds) =>
  inViewQuery<SiteList>('sites', '/api/sites', bounds);

export const measuredInViewQuery = (bounds: Bounds) =>
  inViewQuery<MeasuredPoints>('measured', '/api/coverage/measurements', bounds);

export const uncoveredInViewQuery = (bounds: Bounds) =>
  inViewQuery<UncoveredPlaces>('uncovered', '/api/coverage/uncovered', bounds);

export function siteQuery(id: string) {
  return queryOptions({
    queryKey: [...coverageKey, 'site', id],
    queryFn: ({ signal }) => request<Site>(`/api/sites/${id}`, { signal }),
    staleTime: 60_000,
  });
}

export const terrainQuery = queryOptions({
  queryKey: [...coverageKey, 'terrain'],
  queryFn: ({ signal }) => request<Terrain>('/api/coverage/terrain', { signal }),
  staleTime: 10 * 60_000,
});

export const coverageSettingsQuery = queryOptions({
  queryKey: ['settings', 'coverage'],
  queryFn: ({ signal }) => request<DatedCoverageSettings>('/api/settings/coverage', { signal }),
});

/** Everything about coverage is asked for again: what was written starts the job. */
function useRefreshCoverage(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: coverageKey });
}

export function useSetCoverageSettings() {
  const client = useQueryClient();
  const refresh = useRefreshCoverage();
  return useMutation({
    networkMode: 'always',
    mutationFn: (settings: CoverageSettings) =>
      request<DatedCoverageSettings>('/api/settings/coverage', { method: 'PUT', body: settings }),
    onSuccess: (saved) => client.setQueryData(coverageSettingsQuery.queryKey, saved),
    onSettled: refresh,
  });
}

/** Makes everything again: footprints, unions, shares. */
export function useRebuildCoverage() {
  const refresh = useRefreshCoverage();
  return useMutation({
    networkMode: 'always',
    mutationFn: () => request<CoverageJob>('/api/coverage/rebuild', { method: 'POST' }),
    onSettled: refresh,
  });
}

/** Goes on with what waits. */
export function useResumeCoverage() {
  const refresh = useRefreshCoverage();
  return useMutation({
    networkMode: 'always',
    mutationFn: () => request<CoverageJob>('/api/coverage/job', { method: 'POST' }),
    onSettled: refresh,
  });
}

/** What is done stays; what waits goes on with the next run. */
export function useCancelCoverage() {
  const refresh = useRefreshCoverage();
  return useMutation({
    networkMode: 'always',
    mutationFn: () => request<CoverageJob>('/api/coverage/job', { method: 'DELETE' }),
    onSettled: refresh,
  });
}

/** Takes back everything that a file of sites or coverage brought in. */
export function useUndoCoverageFile() {
  const client = useQueryClient();
  const refresh = useRefreshCoverage();
  return useMutation({
    mutationFn: (importId: string) =>
      request<void>(`/api/coverage/imports/${importId}`, { method: 'DELETE' }),
    onSettled: () =>
      Promise.all([refresh(), client.invalidateQueries({ queryKey: importsQuery.queryKey })]),
  });
}

/** A new site, such as a plan that was drawn on the map. */
export function useAddSite() {
  const refresh = useRefreshCoverage();
  return useMutation({
    networkMode: 'always',
    mutationFn: (input: SiteInput) => request<Site>('/api/sites', { method: 'POST', body: input }),
    onSettled: refresh,
  });
}

/** `version` is the one that the form was filled from. */
export type SaveSite = { id: string; version: number; input: SiteInput };

export function useSaveSite() {
  const client = useQueryClient();
  const refresh = useRefreshCoverage();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, version, input }: SaveSite) =>
      request<Site>(`/api/sites/${id}`, {
        method: 'PUT',
        body: input,
        headers: { 'if-match': `"${version}"` },
      }),
    onSuccess: (site) => client.setQueryData(siteQuery(site.id).queryKey, site),
    onSettled: refresh,
  });
}

export function useRemoveSite() {
  const refresh = useRefreshCoverage();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      request<void>(`/api/sites/${id}`, {
        method: 'DELETE',
        headers: { 'if-match': `"${version}"` },
      }),
    // Not awaited: the panel closes first, and asks no more for what is gone.
    onSettled: () => void refresh(),
  });
}
