// The localities and facilities in view as points of the map: asked for once the map rests, kept between moves.
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Facility } from '#contract/facilities';
import type { Locality } from '#contract/locality';
import type { Bounds } from '#contract/regions';
import { facilitiesInViewQuery } from '../api/facilities.ts';
import { localitiesInViewQuery } from '../api/localities.ts';
import { useDebounced } from '../features/regions/use-debounced.ts';
import type { PointKind } from '../lib/view.ts';
import { pointsFromZoom, widenToGrid } from '../lib/view-bounds.ts';
import type { MapMarker } from '../map/layers/markers.ts';
import { facilityLook } from '../ui/facility-mark.ts';

const restMs = 250;
const nowhere: Bounds = [0, 0, 0, 0];
const noLocalities: Locality[] = [];
const noFacilities: Facility[] = [];

type Wanted = {
  /** Null until the map has told what is in view. */
  seen: { bounds: Bounds; zoom: number } | null;
  shown: ReadonlySet<PointKind>;
  selectedId: string | null;
};

function localityMarker(locality: Locality, selectedId: string | null): MapMarker[] {
  const { id, position, status, confirmed, modelled } = locality;
  if (position === null) return [];
  return [
    {
      ...{ id, position, kind: 'locality', sign: '', accuracyM: null },
      look: (confirmed && !modelled) || status === 'unknown' ? 'solid' : 'faint',
      isSelected: id === selectedId,
      image: `locality-${status}`,
    },
  ];
}

function facilityMarker(facility: Facility, selectedId: string | null): MapMarker[] {
  const { id, position, kind, counted } = facility;
  if (position === null) return [];
  return [
    {
      ...{ id, position, kind: 'facility', sign: '', accuracyM: null, look: 'solid' },
      isSelected: id === selectedId,
      image: `facility-${kind}-${facilityLook(counted.connection)}`,
    },
  ];
}

/** The part of the map that points are asked for, once it rests; `isNear`: points are drawn at this zoom. */
export function useBoundsInView(seen: Wanted['seen']) {
  const isNear = seen !== null && seen.zoom >= pointsFromZoom;
  const wanted = useDebounced(isNear ? widenToGrid(seen.bounds).join() : '', restMs);
  const bounds = useMemo<Bounds>(() => {
    const [west, south, east, north] = wanted.split(',').map(Number);
    return north === undefined ? nowhere : [west ?? 0, south ?? 0, east ?? 0, north];
  }, [wanted]);
  return { bounds, isNear, isAsking: isNear && wanted !== '' };
}

export function useMapPoints({ seen, shown, selectedId }: Wanted) {
  const { bounds, isNear, isAsking } = useBoundsInView(seen);
  const showsLocalities = shown.has('localities');
  const showsFacilities = shown.has('facilities');
  const { data: localityList } = useQuery({
    ...localitiesInViewQuery(bounds),
    enabled: isAsking && showsLocalities,
  });
  const { data: facilityList } = useQuery({
    ...facilitiesInViewQuery(bounds),
    enabled: isAsking && showsFacilities,
  });
  const localities = (isNear && showsLocalities && localityList?.localities) || noLocalities;
  const facilities = (isNear && showsFacilities && facilityList?.facilities) || noFacilities;

  const markers = useMemo(
    () => [
      ...localities.flatMap((one) => localityMarker(one, selectedId)),
      ...facilities.flatMap((one) => facilityMarker(one, selectedId)),
    ],
    [localities, facilities, selectedId],
  );
  const isTruncated =
    (localities.length > 0 && localityList?.truncated) ||
    (facilities.length > 0 && facilityList?.truncated);

  /** What a click on a marker selects: the address's own words. */
  const find = (id: string) => {
    const locality = localities.find((one) => one.id === id);
    if (locality)
      return { place: locality.villageCode, locality: id, facility: undefined, site: undefined };
    const facility = facilities.find((one) => one.id === id);
    return facility
      ? { place: facility.villageCode, locality: undefined, facility: id, site: undefined }
      : undefined;
  };
  return { markers, find, isNear, isTruncated: isTruncated === true };
}
