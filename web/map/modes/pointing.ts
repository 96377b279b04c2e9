// What lies under the pointer, shared by the modes: at most one look per frame.
import type { Map as MapLibreMap, MapMouseEvent, PointLike } from 'maplibre-gl';
import { levels, type Level } from '#contract/regions';
import { pointedLayers } from '../layers/areas.ts';
import { filingPointLayer } from '../layers/filing.ts';
import { markerImageLayer, markerLayer } from '../layers/markers.ts';
import { planStepLayer } from '../layers/plan.ts';
import { previewFillLayer, previewPointLayer } from '../layers/preview.ts';
import type { ModeHost, PointedPlace } from './types.ts';

/** The most detailed place at a point of the container, or null. */
export function placeAt(map: MapLibreMap, point: PointLike): PointedPlace | null {
  const layers = pointedLayers.filter((id) => map.getLayer(id) !== undefined);
  const [feature] = map.queryRenderedFeatures(point, { layers });
  if (feature === undefined || typeof feature.id !== 'number') return null;
  const level = levels.find((name): name is Level => name === feature.sourceLayer);
  if (level === undefined) return null;
  const { name = '', kind = '' } = feature.properties as { name?: string; kind?: string };
  return { id: feature.id, level, name, kind };
}

/** How far from a marker a click still means it, pixels: a finger is not a mouse. */
const reachPx = () => (matchMedia('(pointer: coarse)').matches ? 12 : 2);

const pressed = [
  ...[planStepLayer, markerImageLayer, markerLayer],
  ...[previewPointLayer, previewFillLayer, filingPointLayer],
];

/** The id of the topmost marker at a point of the container, or null. */
export function markerAt(
  map: MapLibreMap,
  { x, y }: { x: number; y: number },
  of: readonly string[] = pressed,
): string | null {
  const layers = of.filter((id) => map.getLayer(id) !== undefined);
  if (layers.length === 0) return null;
  const reach = reachPx();
  const [feature] = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers },
  );
  const { id } = (feature?.properties ?? {}) as { id?: string };
  return id ?? null;
}

/** Tells the host what the mouse is over; nothing on devices without hover. */
export function attachPointing(map: MapLibreMap, host: ModeHost): () => void {
  if (!matchMedia('(hover: hover)').matches) return () => undefined;
  let frame = 0;
  const onMove = (event: MapMouseEvent) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const place = map.isMoving() ? null : placeAt(map, event.point);
      host.point(place, event.point.x, event.point.y);
    });
  };
  const onLeave = () => {
    cancelAnimationFrame(frame);
    host.point(null, 0, 0);
  };
  map.on('mousemove', onMove);
  map.on('mouseout', onLeave);
  map.on('movestart', onLeave);
  return () => {
    onLeave();
    map.off('mousemove', onMove);
    map.off('mouseout', onLeave);
    map.off('movestart', onLeave);
  };
}
