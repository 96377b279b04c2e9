// The map screen: puts map, search, legend, list and panel together; each of them knows only its own.
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
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
import type { PointedPlace } from '../map/modes/types.ts';
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
import { useCoverage } from './use-coverage.ts';
import { useFlight, type Flight } from './use-flight.ts';
import { useMapPoints } from './use-map-points.ts';
import { useLiveEvents } from './use-live-events.ts';
import { nothingInside, useMapAddress, type OnSearch } from './use-map-address.ts';
import { useMarking } from './use-marking.ts';
import { usePlanning } from './use-planning.ts';
import { usePromises } from './use-promises.ts';

const MapView = lazy(() =>
  loadMapView().then(({ MapView: component }) => ({ default: component })),
);

const noMarks = new Map<number, never>();

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
  const [trouble, setTrouble] = useState<MapTrouble>(null);
  const [sheet, setSheet] = useState<SheetHeight>('half');
  const [isLegendOpen, setIsLegendOpen] = useState(false);
  const [takesFocus, setTakesFocus] = useState(false);

  const address = useMapAddress(search, onSearch, (wanted) =>
    setRequest({ kind: 'view', view: wanted }),
  );
  const { place } = address;

  const info = useQuery(mapQuery);
  // This page may not ask the basemap that was chosen meanwhile: it draws none before it is loaded anew.
  const isOldPage = info.data !== undefined && !mayLoadBasemap(info.data.basemap);
  useEffect(() => {
    if (isOldPage) location.reload();
  }, [isOldPage]);
  const statuses = useQuery({
    ...statusViewQuery(address.statusView),
    placeholderData: keepPreviousData,
  });
  const region = useQuery({ ...regionQuery(place ?? ''), enabled: place !== null });
  const setFlight = useFlight(
    place !== null && address.initialView === null ? { code: place, how: 'fly' } : null,
    place === null ? undefined : region.data,
    setRequest,
  );
  const { data: session } = useQuery(sessionQuery);
  const mayMark = isReporter(session?.account);
  const marking = useMarking(search, mayMark, onSearch);
  const { isMarking, isPicking } = marking;
  const planning = usePlanning(search, session?.account, onSearch);
  const isPlanning = planning.isOn && !isMarking && !isPicking;
  const point = isPlanning ? planning.point : marking.point;
  const promises = usePromises(address.lens, address.statusView.operator, statuses.data ?? null);
  const { table } = promises;
  const marks = table?.marks ?? noMarks;
  const points = useMapPoints({
    seen,
    shown: address.shown,
    selectedId: address.locality ?? address.facility,
  });
  const coverage = useCoverage({ text: search.cov, siteId: address.site, seen, onSearch });
  const markers = useMemo(
    () => [...points.markers, ...coverage.markers],
    [points.markers, coverage.markers],
  );
  const connection = useLiveEvents(marking.notice);
  const retry = () => {
    setRequest({ kind: 'retry' });
    if (statuses.isError) void statuses.refetch();
    if (promises.isError) promises.retry();
  };
  const hasFailed = statuses.isError || promises.isError;
  const onConnection = useEffectEvent(() => {
    if (connection === 'live' && (trouble !== null || hasFailed)) retry();
  });
  useEffect(() => onConnection(), [connection]);

  const hasRight = place !== null || address.site !== null || isMarking || isPlanning;
  const padding = useMemo(
    () =>
      mapPadding({
        isPhone,
        hasLeft: address.isListOpen,
        hasRight,
        sheet,
        heightPx: innerHeight - 56,
      }),
    [isPhone, address.isListOpen, hasRight, sheet],
  );

  const open = (code: string, how: Flight['how'] = 'fly') => {
    setTakesFocus(false);
    setFlight({ code, how });
    setSheet('half');
    if (code !== place || address.site !== null) onSearch({ place: code, ...nothingInside });
  };
  const select = (pointed: PointedPlace | null) => {
    setIsLegendOpen(false);
    if (pointed) open(codeOfRegionId(pointed.id), 'uncover');
    else if (hasRight) onSearch({ place: undefined, ...nothingInside });
  };
  const selectPoint = (id: string) => {
    if (planning.takeStep(id)) return;
    const found = points.find(id) ?? coverage.find(id);
    if (!found) return;
    setIsLegendOpen(false);
    setTakesFocus(false);
    setSheet('half');
    onSearch(found);
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
        ) : info.data && !isOldPage ? (
          <Suspense fallback={<MapLoading />}>
            <MapView
              info={info.data}
              theme={theme}
              label={t.map.label}
              statuses={table?.marks ?? null}
              statusVersion={statuses.data?.version ?? null}
              hidden={address.hidden}
              lens={address.lens}
              selectedId={place === null ? null : regionId(place)}
              hoveredId={hovered?.id ?? null}
              mode={isMarking || isPicking ? 'mark' : isPlanning ? 'plan' : 'browse'}
              point={point}
              coverage={coverage.drawing}
              markers={markers}
              plan={isPlanning ? planning.drawing : null}
              pinLabel={t.planning.pin}
              onMarker={selectPoint}
              initialView={address.initialView}
              request={request}
              padding={padding}
              hoverCard={
                hoveredPlace &&
                !isPlanning && (
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
              onPick={(picked) => {
                if (!isPlanning) return marking.setPoint(picked);
                const { position } = picked;
                // From afar a tower's reach is a dot: the first one is looked at from near.
                if (planning.position === null)
                  setRequest({ kind: 'place', bounds: null, position });
                planning.place(position);
              }}
              onLeaveMode={() =>
                isPlanning ? planning.leave() : isMarking ? marking.stop() : marking.setPoint(null)
              }
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
          trouble={trouble ?? (hasFailed ? 'tiles' : null)}
          onRetry={retry}
          table={table}
          visible={visible}
          address={address}
          isPhone={isPhone}
          isLegendOpen={isLegendOpen}
          hasLeft={address.isListOpen}
          hasRight={hasRight}
          points={points}
          coverage={coverage}
          planning={planning}
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
          planning={planning}
          point={point}
          onPoint={marking.setPoint}
          onPicking={marking.setIsPicking}
          onShowPoint={(position) => setRequest({ kind: 'place', bounds: null, position })}
          onUncover={(position) => setRequest({ kind: 'uncover', position })}
          onShowArea={({ bounds, position }) => setRequest({ kind: 'place', bounds, position })}
          editing={marking.editing}
          itemId={search.item ?? null}
          changedBy={marking.changedBy}
          onMark={(report, inside) => {
            setSheet('half');
            marking.start(report, inside);
          }}
          onMarked={marking.stop}
          onOpen={open}
          onShow={() => place !== null && setFlight({ code: place, how: 'fly' })}
          onSearch={onSearch}
        />
      </main>
    </AppFrame>
  );
}
