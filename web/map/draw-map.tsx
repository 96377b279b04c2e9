// A small map on which an area is drawn, over the statuses of the villages. A map of its own, apart from
// the large one: its style is never compared with another, which would take the drawing's layers away.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import boldFont from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import regularFont from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import { GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { MapInfo, Position } from '#contract/regions';
import { FeatureMarks, type Mark } from './feature-marks.ts';
import { grounds, type MapTheme } from './ground.ts';
import { addPatterns } from './patterns.ts';
import { addPointImage } from './point-images.ts';
import { PolygonDrawing, type Drawn } from './polygon-drawing.ts';
import { buildStyle } from './style.ts';
import './map.css';

export type { Drawn } from './polygon-drawing.ts';

/** What is wished of the map; a new object is a new wish. */
export type DrawWish = { kind: 'undo' } | { kind: 'clear' } | { kind: 'zoom'; steps: number };

export type DrawMapProps = {
  info: MapInfo;
  theme: MapTheme;
  /** Accessible name of the map. */
  label: string;
  statuses: ReadonlyMap<number, Mark> | null;
  /** Places that are chosen already, [lng, lat]. */
  points: readonly Position[];
  wish: DrawWish | null;
  onDrawn: (drawn: Drawn) => void;
};

setWorkerUrl(workerUrl);

const pointSource = 'chosen';
const fonts = { regular: regularFont, bold: boldFont };

function pointData(points: readonly Position[]) {
  return {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'MultiPoint' as const, coordinates: points.map((point) => [...point]) },
  };
}

function createMap(container: HTMLElement, { info, theme, label }: DrawMapProps): MapLibreMap {
  const [west, south, east, north] = info.bounds;
  const style = buildStyle({
    ...{ info, theme, lens: 'status', hidden: new Set<string>() },
    ...{ coverage: null, markers: [], underlay: null, fonts, origin: location.origin },
  });
  const map = new MapLibreMap({
    container,
    style,
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: 24 },
    maxZoom: 16,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver(async (id) => addPointImage(map, id));
  return map;
}

function addPoints(map: MapLibreMap, theme: MapTheme, points: readonly Position[]): void {
  const { ink, casing } = grounds[theme];
  map.addSource(pointSource, { type: 'geojson', data: pointData(points) });
  map.addLayer({
    ...{ id: pointSource, type: 'circle', source: pointSource },
    paint: {
      'circle-radius': 4,
      'circle-color': ink,
      'circle-stroke-color': casing,
      'circle-stroke-width': 1.5,
    },
  });
}

type Parts = { map: MapLibreMap; marks: FeatureMarks; drawing: PolygonDrawing };

/** Made anew with another theme: the drawing is then begun again. */
export function DrawMap(props: DrawMapProps) {
  const { theme, statuses, points, wish } = props;
  const container = useRef<HTMLDivElement>(null);
  const [parts, setParts] = useState<Parts | null>(null);

  const start = useEffectEvent((element: HTMLElement) => createMap(element, props));
  const tell = useEffectEvent((drawn: Drawn) => props.onDrawn(drawn));
  const ready = useEffectEvent((map: MapLibreMap) => {
    addPatterns(map);
    addPoints(map, theme, points);
    const drawing = new PolygonDrawing(map, theme, (drawn) => tell(drawn));
    setParts({ map, marks: new FeatureMarks(map), drawing });
    return drawing;
  });

  useEffect(() => {
    if (container.current === null) return;
    const map = start(container.current);
    let drawing: PolygonDrawing | undefined;
    map.once('style.load', () => {
      drawing = ready(map);
    });
    return () => {
      setParts(null);
      drawing?.destroy();
      map.remove();
    };
  }, [theme]);

  useEffect(() => {
    if (statuses) parts?.marks.setStatuses(statuses, true);
    parts?.map.triggerRepaint();
  }, [parts, statuses]);
  useEffect(() => {
    const source = parts?.map.getSource(pointSource);
    if (source instanceof GeoJSONSource) void source.setData(pointData(points));
  }, [parts, points]);
  const answer = useEffectEvent((wanted: DrawWish) => {
    if (parts === null) return;
    if (wanted.kind === 'undo') parts.drawing.undo();
    else if (wanted.kind === 'clear') parts.drawing.clear();
    else parts.map.easeTo({ zoom: parts.map.getZoom() + wanted.steps, duration: 150 });
  });
  useEffect(() => {
    if (wish) answer(wish);
  }, [wish]);

  return (
    <div className="map-stage" data-map-state={parts ? 'ready' : 'loading'} data-map-mode="draw">
      <div ref={container} className="map-canvas" />
    </div>
  );
}
