// A map beside a list or a report: it shows what that is about, and leaves out what the large map can do.
import { lazy, Suspense } from 'react';
import type { Mark } from './feature-marks.ts';
import type { MapViewProps } from './map-view.tsx';

const MapView = lazy(() =>
  import('./map-view.tsx').then(({ MapView: component }) => ({ default: component })),
);

const nothingHidden: ReadonlySet<string> = new Set();
const noStatuses: ReadonlyMap<number, Mark> = new Map();
const ignore = () => undefined;

type Shown = 'markers' | 'preview' | 'filing' | 'onMarker';
type Props = Pick<MapViewProps, 'info' | 'theme' | 'label' | 'request' | 'padding' | Shown> &
  /** Without them no village has a colour. */
  Partial<Pick<MapViewProps, 'statuses' | 'statusVersion' | 'selectedId'>>;

export function SmallMap({
  statuses = noStatuses,
  statusVersion = null,
  selectedId = null,
  ...shown
}: Props) {
  return (
    <Suspense>
      <MapView
        {...shown}
        {...{ statuses, statusVersion, selectedId }}
        hidden={nothingHidden}
        lens="status"
        hoveredId={null}
        mode="browse"
        point={null}
        initialView={null}
        hoverCard={null}
        onPoint={ignore}
        onSelect={ignore}
        onPick={ignore}
        onLeaveMode={ignore}
        onView={ignore}
        onMoved={ignore}
        onVisible={ignore}
        onTrouble={ignore}
      />
    </Suspense>
  );
}
