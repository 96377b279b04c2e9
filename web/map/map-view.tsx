// The map as a React component: hands what should be shown to the controller, and what happened back.
import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import boldFont from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import regularFont from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import type { PaddingOptions } from 'maplibre-gl';
import type { Bounds, MapInfo, Position } from '#contract/regions';
import type { CameraLink } from './camera-link.ts';
import { MapController, type MapTrouble, type MapViewport } from './controller.ts';
import type { HiddenKeys } from './expressions.ts';
import type { Mark } from './feature-marks.ts';
import type { Lens } from '../lib/lens.ts';
import type { MapTheme } from './ground.ts';
import type { CoverageDrawing } from './layers/coverage.ts';
import type { FilingDrawing } from './layers/filing.ts';
import type { MapMarker } from './layers/markers.ts';
import type { PlanDrawing } from './layers/plan.ts';
import type { PreviewDrawing } from './layers/preview.ts';
import type { ModeName, PickedPoint, PointedPlace } from './modes/types.ts';
import type { StyleInput, Underlay } from './style.ts';
import { loadUnderlay } from './underlay.ts';
import './map.css';

/** A wish to see something; a new object is a new wish. */
export type ShowRequest =
  | { kind: 'place'; bounds: Bounds | null; position: Position }
  | { kind: 'uncover'; position: Position }
  | { kind: 'all' }
  | { kind: 'zoom'; steps: number }
  | { kind: 'view'; view: MapViewport }
  | { kind: 'retry' };

export type MapViewProps = {
  info: MapInfo;
  theme: MapTheme;
  /** Accessible name of the map. */
  label: string;
  /** What the pin of a point that is being set is called; like the map where nobody says it. */
  pinLabel?: string;
  statuses: ReadonlyMap<number, Mark> | null;
  statusVersion: number | null;
  hidden: HiddenKeys;
  lens: Lens;
  selectedId: number | null;
  hoveredId: number | null;
  mode: ModeName;
  point: PickedPoint | null;
  /** What towers cover; null for none. */
  coverage?: CoverageDrawing | null;
  /** Points over the villages; what a click on one does. */
  markers?: readonly MapMarker[];
  /** A tower that is thought of; null for none. */
  plan?: PlanDrawing | null;
  /** Rows of a file that is brought in, in place of statuses; a click on one is a click on a marker. */
  preview?: PreviewDrawing | null;
  /** Sites of filed plans, in place of statuses; a click on one is a click on a marker. */
  filing?: FilingDrawing | null;
  onMarker?: (id: string) => void;
  /** Where to begin; null for the whole area. Read once. */
  initialView: MapViewport | null;
  request: ShowRequest | null;
  /** What panels cover, CSS pixels. */
  padding: PaddingOptions;
  /** The maps that look at the same place. Read once. */
  link?: CameraLink;
  /** What stands beside the pointer over a place. */
  hoverCard: ReactNode;
  onPoint: (place: PointedPlace | null) => void;
  onSelect: (place: PointedPlace | null) => void;
  onPick: (point: PickedPoint) => void;
  onLeaveMode: () => void;
  onView: (view: MapViewport, bounds: Bounds) => void;
  onMoved: (view: MapViewport) => void;
  onVisible: (ids: ReadonlySet<number> | null) => void;
  onTrouble: (trouble: MapTrouble) => void;
};

const noMarkers: readonly MapMarker[] = [];
const fonts = { regular: regularFont, bold: boldFont };

/** Keeps the card beside the pointer and inside the map. */
function placeCard(card: HTMLElement, x: number, y: number): void {
  const stage = card.offsetParent;
  const room = { width: stage?.clientWidth ?? 0, height: stage?.clientHeight ?? 0 };
  const gap = 14;
  const left = x + gap + card.offsetWidth > room.width ? x - gap - card.offsetWidth : x + gap;
  const top = y + gap + card.offsetHeight > room.height ? y - gap - card.offsetHeight : y + gap;
  card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

export function MapView(props: MapViewProps) {
  const { info, theme, hidden, lens, statuses, selectedId, hoveredId, mode, point, request } =
    props;
  const { coverage = null, markers = noMarkers, plan = null, preview = null } = props;
  const { filing = null } = props;
  const container = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<MapController | null>(null);
  const [isReady, setIsReady] = useState(false);
  const [hasTiles, setHasTiles] = useState(true);
  const [underlay, setUnderlay] = useState<Underlay | null>(null);

  const style = useMemo<StyleInput>(
    () => ({
      ...{ info, theme, hidden, lens, coverage, markers, plan, preview, filing, underlay, fonts },
      origin: location.origin,
    }),
    [info, theme, hidden, lens, coverage, markers, plan, preview, filing, underlay],
  );

  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  const start = useEffectEvent((element: HTMLDivElement) => {
    let pointed: number | null = null;
    return new MapController(
      {
        container: element,
        style,
        view: props.initialView,
        padding: props.padding,
        label: props.label,
        pinLabel: props.pinLabel ?? props.label,
        link: props.link,
      },
      {
        point: (place, x, y) => {
          if (card.current) placeCard(card.current, x, y);
          if ((place?.id ?? null) === pointed) return;
          pointed = place?.id ?? null;
          latest.current.onPoint(place);
        },
        select: (place) => latest.current.onSelect(place),
        selectMarker: (id) => latest.current.onMarker?.(id),
        pick: (picked) => latest.current.onPick(picked),
        leave: () => latest.current.onLeaveMode(),
        view: (view, bounds) => latest.current.onView(view, bounds),
        moved: (view) => latest.current.onMoved(view),
        visible: (ids) => latest.current.onVisible(ids),
        ready: () => setIsReady(true),
        trouble: (trouble) => {
          setHasTiles(trouble !== 'tiles');
          latest.current.onTrouble(trouble);
        },
      },
    );
  });

  useEffect(() => {
    if (container.current === null) return;
    const made = start(container.current);
    setController(made);
    return () => {
      made.destroy();
      setController(null);
    };
  }, []);

  useEffect(() => {
    let isCurrent = true;
    void loadUnderlay(info.basemap, theme).then(
      (loaded) => isCurrent && setUnderlay(loaded),
      () => isCurrent && latest.current.onTrouble('basemap'),
    );
    return () => {
      isCurrent = false;
    };
  }, [info.basemap, theme]);

  useEffect(() => controller?.setStyle(style), [controller, style]);
  useEffect(() => {
    if (statuses) controller?.setStatuses(statuses);
  }, [controller, statuses]);
  useEffect(() => controller?.setSelected(selectedId), [controller, selectedId]);
  useEffect(() => controller?.setHovered(hoveredId), [controller, hoveredId]);
  useEffect(() => controller?.setMode(mode), [controller, mode]);
  useEffect(() => controller?.setPoint(point), [controller, point]);

  const answer = useEffectEvent((wish: ShowRequest, to: MapController) => {
    switch (wish.kind) {
      case 'place':
        return to.show(wish, props.padding);
      case 'uncover':
        return to.uncover(wish.position, props.padding);
      case 'all':
        return to.showAll(props.padding);
      case 'zoom':
        return to.zoomBy(wish.steps);
      case 'view':
        return to.jump(wish.view);
      case 'retry':
        return to.retry();
    }
  });
  useEffect(() => {
    if (controller && request) answer(request, controller);
  }, [controller, request]);

  return (
    <div
      className="map-stage"
      data-map-state={!hasTiles ? 'error' : isReady ? 'ready' : 'loading'}
      data-map-mode={mode}
      data-status-version={props.statusVersion ?? undefined}
    >
      <div ref={container} className="map-canvas" />
      <div className="map-crosshair" aria-hidden="true" />
      <div ref={card} className="map-hover" aria-hidden="true" hidden={props.hoverCard === null}>
        {props.hoverCard}
      </div>
    </div>
  );
}
