// One of two maps side by side: what it shows is chosen above it and said in words below.
import { lazy, Suspense, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { coverageBases, type CoverageOverview } from '#contract/coverage';
import { datedTilesFromZoom } from '#contract/coverage-map';
import type { MapInfo } from '#contract/regions';
import { operatorsQuery } from '../api/evidence.ts';
import { HalfControls } from '../features/coverage/half-controls.tsx';
import { HalfKey } from '../features/coverage/half-key.tsx';
import { useText } from '../i18n/text.tsx';
import type { Half } from '../lib/coverage-view.ts';
import type { View } from '../lib/view.ts';
import type { CameraLink } from '../map/camera-link.ts';
import { toDrawnLayers } from '../map/coverage-drawing.ts';
import type { MapTheme } from '../map/ground.ts';
import type { CoverageDrawing } from '../map/layers/coverage.ts';
import css from './compare-screen.module.css';
import { loadMapView } from './map-engine.ts';
import { MapLoading } from './map-notes.tsx';

const MapView = lazy(() =>
  loadMapView().then(({ MapView: component }) => ({ default: component })),
);

const noStatuses = new Map<number, never>();
const nothingHidden: ReadonlySet<string> = new Set();
const padding = { top: 24, right: 24, bottom: 24, left: 24 };
const ignore = () => undefined;

type Props = {
  label: string;
  info: MapInfo;
  overview: CoverageOverview;
  theme: MapTheme;
  half: Half;
  /** ISO date. */
  today: string;
  onHalf: (half: Half) => void;
  link: CameraLink;
  initialView: View | null;
  /** Of both maps; null before the first is there. */
  zoom: number | null;
  onView: (view: View) => void;
  onMoved: (view: View) => void;
};

/** Computed and filed, each where there is one today; on another day the server knows. */
function useDrawing({ operatorId, technology, phase, onDay }: Half, overview: CoverageOverview) {
  const { data: operators } = useQuery(operatorsQuery);
  const { layers, version } = overview;
  return useMemo<CoverageDrawing>(() => {
    const operatorIds = operators?.map(({ id }) => id) ?? [];
    const wanted = coverageBases.map((basis) => ({ basis, operatorId, technology, phase }));
    const there = wanted.filter(
      (key) =>
        onDay !== null ||
        layers.some(
          (layer) =>
            layer.basis === key.basis &&
            layer.operatorId === operatorId &&
            layer.technology === technology &&
            layer.phase === phase,
        ),
    );
    const drawn = toDrawnLayers(operators ? there : [], { version, operatorIds, onDay });
    return { layers: drawn, hasStatuses: false };
  }, [operators, layers, version, operatorId, technology, phase, onDay]);
}

export function CompareHalf(props: Props) {
  const { label, info, overview, theme, half, onHalf } = props;
  const t = useText();
  const drawing = useDrawing(half, overview);
  return (
    <section className={css.half} aria-label={label}>
      <div className={css.controls}>
        <HalfControls label={label} half={half} today={props.today} onHalf={onHalf} />
      </div>
      <Suspense fallback={<MapLoading />}>
        <MapView
          info={info}
          theme={theme}
          label={t.coverage.compare.map(label)}
          statuses={noStatuses}
          statusVersion={null}
          hidden={nothingHidden}
          lens="status"
          coverage={drawing}
          selectedId={null}
          hoveredId={null}
          mode="browse"
          point={null}
          initialView={props.initialView}
          request={null}
          padding={padding}
          link={props.link}
          hoverCard={null}
          onPoint={ignore}
          onSelect={ignore}
          onPick={ignore}
          onLeaveMode={ignore}
          onView={props.onView}
          onMoved={props.onMoved}
          onVisible={ignore}
          onTrouble={ignore}
        />
      </Suspense>
      <div className={css.key}>
        <HalfKey
          half={half}
          overview={overview}
          isNear={props.zoom === null || props.zoom >= datedTilesFromZoom}
        />
      </div>
    </section>
  );
}
