// The one owner of the MapLibre map: takes what should be shown, tells what a person did.
// Knows no React, no network of ours and no words.
import {
  GeoJSONSource,
  Map as MapLibreMap,
  setWorkerUrl,
  type ErrorEvent,
  type MapSourceDataEvent,
  type PaddingOptions,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Bounds, Position } from '#contract/regions';
import type { CameraLink } from './camera-link.ts';
import { FeatureMarks, type Mark } from './feature-marks.ts';
import { regionSource, tiers } from './layers/context.ts';
import { draggedPlan, planData, planSource } from './layers/plan.ts';
import { villageFillId } from './layers/status-fill.ts';
import type { ModeHost, ModeName, PickedPoint } from './modes/types.ts';
import { modes } from './modes/registry.ts';
import { addPatterns } from './patterns.ts';
import { Pin } from './pin.ts';
import { addPointImage } from './point-images.ts';
import { buildStyle, underlaySource, type StyleInput } from './style.ts';

export type MapViewport = { lat: number; lng: number; zoom: number };
export type MapTrouble = 'tiles' | 'basemap' | null;

export type MapEvents = ModeHost & {
  /** At the beginning and after every movement; with what is in view. */
  view: (view: MapViewport, bounds: Bounds) => void;
  /** After every movement. */
  moved: (view: MapViewport) => void;
  /** Ids of the villages in view; null when all are, or when the map is too far out to draw any. */
  visible: (ids: ReadonlySet<number> | null) => void;
  /** First idle after statuses were applied. */
  ready: () => void;
  trouble: (trouble: MapTrouble) => void;
};

export type MapOptions = {
  container: HTMLElement;
  style: StyleInput;
  view: MapViewport | null;
  padding: PaddingOptions;
  /** Accessible name of the map. */
  label: string;
  pinLabel: string;
  /** The maps that look at the same place. */
  link?: CameraLink | undefined;
};

setWorkerUrl(workerUrl);

/** Flights keep the eye's bearings; MapLibre skips them where less motion is asked for. */
const flightMs = 400;
const stepMs = 150;
/** A village of a few hundred metres still shows its neighbours. */
const closestZoom = 12;

/** How far the middle of the free part lies from the middle of the map, pixels. */
function freeCentre(padding: PaddingOptions): [number, number] {
  const { left = 0, right = 0, top = 0, bottom = 0 } = padding;
  return [(left - right) / 2, (top - bottom) / 2];
}

export class MapController {
  private readonly map: MapLibreMap;
  private readonly events: MapEvents;
  private readonly marks: FeatureMarks;
  private readonly pin: Pin;
  private readonly unlink: (() => void) | undefined;
  private style: StyleInput;
  private detachMode: (() => void) | undefined;
  private isStyleReady = false;
  private hasStatuses = false;
  private trouble: MapTrouble = null;
  private lastVisible = '';

  constructor(options: MapOptions, events: MapEvents) {
    const { container, style, view, padding, label, pinLabel, link } = options;
    this.events = events;
    this.style = style;
    const [west, south, east, north] = style.info.bounds;
    this.map = new MapLibreMap({
      container,
      style: buildStyle(style),
      ...(view
        ? { center: [view.lng, view.lat], zoom: view.zoom }
        : { bounds: [west, south, east, north] }),
      minZoom: 3,
      maxZoom: 19,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      validateStyle: import.meta.env.DEV,
      locale: { 'Map.Title': label },
    });
    if (view === null) this.showAll(padding, 0);
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.marks = new FeatureMarks(this.map);
    this.pin = new Pin(this.map, pinLabel, events.pick, this.onPinDragged);
    this.map.on('style.load', this.onStyle);
    this.map.setMissingStyleImageResolver(async (id) => addPointImage(this.map, id));
    this.map.on('moveend', this.onMoved);
    this.map.on('idle', this.onIdle);
    this.map.on('error', this.onError);
    this.unlink = link?.join(this.map);
    this.map.on('sourcedata', this.onSourceData);
  }

  private readonly onPinDragged = (from: Position, to: Position) => {
    const source = this.map.getSource(planSource);
    if (this.style.plan && source instanceof GeoJSONSource)
      void source.setData(planData(draggedPlan(this.style.plan, from, to)).data);
  };

  private readonly onStyle = () => {
    addPatterns(this.map);
    this.isStyleReady = true;
    this.marks.reapply();
    this.events.view(this.viewport(), this.boundsInView());
  };

  private readonly onMoved = () => {
    this.events.view(this.viewport(), this.boundsInView());
    this.events.moved(this.viewport());
  };

  private viewport(): MapViewport {
    const { lng, lat } = this.map.getCenter();
    return { lat, lng, zoom: this.map.getZoom() };
  }

  private boundsInView(): Bounds {
    const bounds = this.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  private readonly onIdle = () => {
    if (!this.isStyleReady) return;
    this.tellVisible();
    if (this.hasStatuses) this.events.ready();
  };

  private readonly onError = (event: ErrorEvent & { sourceId?: string }) => {
    const { sourceId } = event;
    if (sourceId === regionSource) this.setTrouble('tiles');
    else if (sourceId === underlaySource && this.trouble === null) this.setTrouble('basemap');
    else if (sourceId === undefined) console.error(event.error);
  };

  private readonly onSourceData = (event: MapSourceDataEvent) => {
    const isOurs = event.sourceId === regionSource && this.trouble === 'tiles';
    const isBase = event.sourceId === underlaySource && this.trouble === 'basemap';
    if ((isOurs || isBase) && event.tile !== undefined) this.setTrouble(null);
  };

  private setTrouble(trouble: MapTrouble): void {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.events.trouble(trouble);
  }

  private tellVisible(): void {
    const { zooms, bounds } = this.style.info;
    const view = this.map.getBounds();
    const [west, south, east, north] = bounds;
    // Tiles of low zooms leave out villages smaller than a pixel; the whole area is counted from the list.
    const showsAll = view.contains([west, south]) && view.contains([east, north]);
    if (showsAll || this.map.getZoom() < zooms.village) {
      this.lastVisible = '';
      return this.events.visible(null);
    }
    const features = this.map.queryRenderedFeatures({ layers: tiers.map(villageFillId) });
    const ids = new Set(features.flatMap(({ id }) => (typeof id === 'number' ? [id] : [])));
    const key = [...ids].toSorted((a, b) => a - b).join();
    if (key === this.lastVisible && key !== '') return;
    this.lastVisible = key;
    this.events.visible(ids);
  }

  setStyle(style: StyleInput): void {
    if (style === this.style) return;
    const hasNewTiles = style.info.tileUrl !== this.style.info.tileUrl;
    this.style = style;
    this.map.setStyle(buildStyle(style), { diff: true });
    // A replaced source starts without any state.
    if (hasNewTiles) this.marks.reapply();
  }

  setStatuses(marks: ReadonlyMap<number, Mark>): void {
    this.hasStatuses = true;
    this.marks.setStatuses(marks, this.isStyleReady);
    this.map.triggerRepaint();
  }

  setSelected(id: number | null): void {
    this.marks.setFlag('selected', id, this.isStyleReady);
  }

  setHovered(id: number | null): void {
    this.marks.setFlag('hover', id, this.isStyleReady);
  }

  setMode(name: ModeName): void {
    this.detachMode?.();
    const mode = modes[name];
    this.map.getCanvas().style.cursor = mode.cursor ?? '';
    this.pin.setVisible(mode.hasPin);
    this.detachMode = mode.attach(this.map, this.events);
  }

  setPoint(point: PickedPoint | null): void {
    this.pin.setPoint(point);
  }

  /** Brings a place into the part of the map that no panel covers. */
  show(target: { bounds: Bounds | null; position: Position }, padding: PaddingOptions): void {
    const { bounds, position } = target;
    if (bounds === null) {
      this.map.easeTo({
        center: position,
        zoom: Math.max(this.map.getZoom(), 11),
        offset: freeCentre(padding),
        duration: flightMs,
      });
      return;
    }
    const [west, south, east, north] = bounds;
    this.map.fitBounds([west, south, east, north], {
      padding,
      maxZoom: closestZoom,
      duration: flightMs,
    });
  }

  /** Moves just enough that the position is not under a panel; stays put when it is free. */
  uncover(position: Position, padding: PaddingOptions): void {
    const { x, y } = this.map.project(position);
    const { clientWidth, clientHeight } = this.map.getContainer();
    const margin = 24;
    const left = (padding.left ?? 0) + margin;
    const right = clientWidth - (padding.right ?? 0) - margin;
    const top = (padding.top ?? 0) + margin;
    const bottom = clientHeight - (padding.bottom ?? 0) - margin;
    const dx = x < left ? x - left : x > right ? x - right : 0;
    const dy = y < top ? y - top : y > bottom ? y - bottom : 0;
    if (dx !== 0 || dy !== 0) this.map.panBy([dx, dy], { duration: stepMs });
  }

  jump(view: MapViewport): void {
    this.map.jumpTo({ center: [view.lng, view.lat], zoom: view.zoom });
  }

  zoomBy(steps: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + steps, duration: stepMs });
  }

  /** The whole area; where villages would vanish by a hair's breadth, a little closer. */
  showAll(padding: PaddingOptions, duration = flightMs): void {
    const { bounds, zooms } = this.style.info;
    const [west, south, east, north] = bounds;
    const camera = this.map.cameraForBounds([west, south, east, north], { padding });
    if (camera?.zoom === undefined) return;
    const isClose = camera.zoom < zooms.village && camera.zoom > zooms.village - 0.8;
    const zoom = isClose ? zooms.village : camera.zoom;
    const center: [number, number] = [(west + east) / 2, (south + north) / 2];
    this.map.easeTo({ center, zoom, offset: freeCentre(padding), duration });
  }

  /** Asks once more for the tiles that could not be had. */
  retry(): void {
    this.setTrouble(null);
    this.map.refreshTiles(regionSource);
  }

  focus(): void {
    this.map.getCanvas().focus();
  }

  destroy(): void {
    this.detachMode?.();
    this.unlink?.();
    this.map.remove();
  }
}
