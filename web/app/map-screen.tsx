// The map screen: puts map, search, legend, list and panel together; each of them knows only its own.
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Report } from '#contract/evidence';
import { codeOfRegionId, regionId, type Bounds } from '#contract/regions';
import { mapQuery } from '../api/map.ts';
import { regionQuery } from '../api/regions.ts';
import { sessionQuery } from '../api/session.ts';
import { statusViewQuery, unknownMark } from '../api/status.ts';
import { HoverCard } from '../features/status/hover-card.tsx';
import { useText } from '../i18n/text.tsx';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import type { MapSearch, View } from '../lib/view.ts';
import type { MapTrouble } from '../map/controller.ts';
import type { ShowRequest } from '../map/map-view.tsx';
import type { PickedPoint, PointedPlace } from '../map/modes/types.ts';
import { hasWebgl2 } from '../map/webgl.ts';
import type { SheetHeight } from '../ui/panel.tsx';
import { AppFrame } from './app-frame.tsx';
import { mayLoadBasemap } from './boot.ts';
import { mapPadding } from './layout.ts';
import { loadMapView } from './map-engine.ts';
import { MapLoading, MapUnavailable } from './map-notes.tsx';
import { MapOverlays } from './map-overlays.tsx';
import css from './map-screen.module.css';
import { SidePanels } from './side-panels.tsx';
import { TopBar } from './top-bar.tsx';
import { isReporter } from './roles.ts';
import { useEditing } from './use-editing.ts';
import { useMapPoints } from './use-map-points.ts';
import type { Inside } from './village-places.tsx';
import { useLiveEvents } from './use-live-events.ts';
import { useMapAddress, type OnSearch } from './use-map-address.ts';

const MapView = lazy(() =>
  loadMapView().then(({ MapView: component }) => ({ default: component })),
);

const noMarks = new Map<number, never>();
/** Another place has other localities and facilities. */
const nothingInside = { locality: undefined, facility: undefined };

type Flight = { code: string; how: 'fly' | 'uncover' };

type Props = { search: MapSearch; onSearch: OnSearch };

export function MapScreen({ search, onSearch }: Props) {
  const t = useText();
  const theme = useComputedColorScheme('light');
  const isPhone = useMedia(phoneQuery);
  const [canDraw] = useState(hasWebgl2);
  const [request, setRequest] = useState<ShowRequest | null>(null);
  const [hovered, setHovered] = useState<{ id: number; place: PointedPlace | null } | null>(null);
  const [visible, setVisible] = useState<ReadonlySet<number> | null>(null);
  const [view, setView] = useState<View | null>(null);
  const [seen, setSeen] = useState<{ bounds: Bounds; zoom: number } | null>(null);
  /** A form of the panel asks for a point. */
  const [isPicking, setIsPicking] = useState(false);
  const [trouble, setTrouble] = useState<MapTrouble>(null);
  const [sheet, setSheet] = useState<SheetHeight>('half');
  const [isLegendOpen, setIsLegendOpen] = useState(false);
  const [takesFocus, setTakesFocus] = useState(false);
  const [point, setPoint] = useState<PickedPoint | null>(null);
  const [changedBy, setChangedBy] = useState<string | null>(null);

  const address = useMapAddress(search, onSearch, (wanted) =>
    setRequest({ kind: 'view', view: wanted }),
  );
  const { place } = address;
  /** What the next place that arrives asks of the map. */
  const [flight, setFlight] = useState<Flight | null>(
    place !== null && address.initialView === null ? { code: place, how: 'fly' } : null,
  );

  const info = useQuery(mapQuery);
  useEffect(() => {
    if (info.data && !mayLoadBasemap(info.data.basemap)) location.reload();
  }, [info.data]);
  const statuses = useQuery({
    ...statusViewQuery(address.statusView),
    placeholderData: keepPreviousData,
  });
  const region = useQuery({ ...regionQuery(place ?? ''), enabled: place !== null });
  const { data: session } = useQuery(sessionQuery);
  const mayMark = isReporter(session?.account);
  const { editing, setEditing, isWaiting } = useEditing(search.report ?? null, () =>
    onSearch({ mark: undefined, report: undefined }, { replace: true }),
  );
  const isMarking = address.isMarking && mayMark && !isWaiting;
  const marks = statuses.data?.marks ?? noMarks;
  const points = useMapPoints({
    seen,
    shown: address.shown,
    selectedId: address.locality ?? address.facility,
  });
  const connection = useLiveEvents((event) => {
    // A photo that came or went is no other wording.
    if (
      event.type === 'report' &&
      event.reportId === editing?.id &&
      event.reportVersion > editing.version
    )
      setChangedBy(event.byName);
  });
  const retry = () => {
    setRequest({ kind: 'retry' });
    if (statuses.isError) void statuses.refetch();
  };
  const onConnection = useEffectEvent(() => {
    if (connection === 'live' && (trouble !== null || statuses.isError)) retry();
  });
  useEffect(() => onConnection(), [connection]);

  const padding = useMemo(
    () =>
      mapPadding({
        isPhone,
        hasLeft: address.isListOpen,
        hasRight: place !== null || isMarking,
        sheet,
        heightPx: innerHeight - 56,
      }),
    [isPhone, address.isListOpen, place, isMarking, sheet],
  );

  const arrive = useEffectEvent(() => {
    if (flight === null || region.data?.code !== flight.code) return;
    const { bounds, position } = region.data;
    const isFar = flight.how === 'fly';
    setFlight(null);
    setRequest(isFar ? { kind: 'place', bounds, position } : { kind: 'uncover', position });
  });
  useEffect(() => arrive(), [region.data, flight]);

  const open = (code: string, how: Flight['how'] = 'fly') => {
    setTakesFocus(false);
    setFlight({ code, how });
    setSheet('half');
    if (code !== place) onSearch({ place: code, ...nothingInside });
  };
  const select = (pointed: PointedPlace | null) => {
    setIsLegendOpen(false);
    if (pointed) open(codeOfRegionId(pointed.id), 'uncover');
    else if (place !== null) onSearch({ place: undefined, ...nothingInside });
  };
  const selectPoint = (id: string) => {
    const found = points.find(id);
    if (!found) return;
    setIsLegendOpen(false);
    setTakesFocus(false);
    setSheet('half');
    onSearch(found);
  };
  const startMarking = (report: Report | null, inside?: Inside) => {
    setEditing(report);
    setChangedBy(null);
    setPoint(null);
    setSheet('half');
    onSearch({ mark: '1', report: report?.id, item: undefined, ...nothingInside, ...inside });
  };
  const stopMarking = () => {
    setEditing(null);
    setPoint(null);
    onSearch({ mark: undefined, report: undefined, item: undefined });
  };

  const hoveredPlace = hovered?.place ?? null;
  const frame = {
    current: address.isListOpen ? ('list' as const) : ('map' as const),
    onLegend: () => setIsLegendOpen(!isLegendOpen),
    isLegendOpen,
  };

  return (
    <AppFrame {...frame}>
      <main className={css.screen} data-marking={isMarking || isPicking || undefined}>
        {!canDraw ? (
          <MapUnavailable onOpenList={() => onSearch({ list: '1' })} />
        ) : info.data ? (
          <Suspense fallback={<MapLoading />}>
            <MapView
              info={info.data}
              theme={theme}
              label={t.map.label}
              statuses={statuses.data?.marks ?? null}
              statusVersion={statuses.data?.version ?? null}
              hidden={address.hidden}
              lens={address.lens}
              selectedId={place === null ? null : regionId(place)}
              hoveredId={hovered?.id ?? null}
              mode={isMarking || isPicking ? 'mark' : 'browse'}
              point={point}
              markers={points.markers}
              onMarker={selectPoint}
              initialView={address.initialView}
              request={request}
              padding={padding}
              hoverCard={
                hoveredPlace && (
                  <HoverCard
                    place={hoveredPlace}
                    mark={
                      hoveredPlace.level === 'village'
                        ? (marks.get(hoveredPlace.id) ?? unknownMark)
                        : null
                    }
                  />
                )
              }
              onPoint={(pointed) => setHovered(pointed && { id: pointed.id, place: pointed })}
              onSelect={select}
              onPick={setPoint}
              onLeaveMode={() => (isMarking ? stopMarking() : setPoint(null))}
              onView={(next, bounds) => {
                setView(next);
                setSeen({ bounds, zoom: next.zoom });
              }}
              onMoved={address.writeView}
              onVisible={setVisible}
              onTrouble={setTrouble}
            />
          </Suspense>
        ) : (
          <MapLoading
            error={info.error ?? undefined}
            onRetry={() => void Promise.all([info.refetch(), statuses.refetch()])}
          />
        )}
        <TopBar
          connection={connection}
          onSelect={(hit) => {
            open(hit.code);
            setTakesFocus(true);
          }}
          account={session?.account ?? null}
        />
        <MapOverlays
          info={info.data ?? null}
          canDraw={canDraw}
          trouble={trouble ?? (statuses.isError ? 'tiles' : null)}
          onRetry={retry}
          table={statuses.data ?? null}
          visible={visible}
          address={address}
          isPhone={isPhone}
          isLegendOpen={isLegendOpen}
          hasLeft={address.isListOpen}
          hasRight={place !== null || isMarking}
          points={points}
          isMarking={isMarking || isPicking}
          hasPoint={point !== null}
          view={view}
          onRequest={setRequest}
        />
        <SidePanels
          address={address}
          region={region}
          homeScope={info.data?.province?.code ?? null}
          marks={marks}
          hoveredId={hovered?.id ?? null}
          onHover={(id) => setHovered(id === null ? null : { id, place: null })}
          isPhone={isPhone}
          sheet={sheet}
          onSheet={setSheet}
          takesFocus={takesFocus}
          mayMark={mayMark}
          isMarking={isMarking}
          point={point}
          onPoint={setPoint}
          onPicking={setIsPicking}
          onShowPoint={(position) => setRequest({ kind: 'place', bounds: null, position })}
          editing={editing}
          itemId={search.item ?? null}
          changedBy={changedBy}
          onMark={startMarking}
          onMarked={stopMarking}
          onOpen={open}
          onShow={() => place !== null && setFlight({ code: place, how: 'fly' })}
          onSearch={onSearch}
        />
      </main>
    </AppFrame>
  );
}
