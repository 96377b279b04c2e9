// What floats over the map: legend, zoom, scale, sources, the hint while marking, the sample banner.
import { lazy, Suspense } from 'react';
import type { MapInfo } from '#contract/regions';
import type { StatusTable } from '../api/status.ts';
import { countAll, countVillages } from '../features/status/count.ts';
import { Legend } from '../features/status/legend.tsx';
import { useText } from '../i18n/text.tsx';
import type { MapTrouble } from '../map/controller.ts';
import type { ShowRequest } from '../map/map-view.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { MapTroubleNote } from './map-notes.tsx';
import { afterMapEngine } from './map-engine.ts';
import css from './map-overlays.module.css';
import { PointSwitches } from './point-switches.tsx';
import { ScaleBar } from './scale-bar.tsx';
import type { Coverage } from './use-coverage.ts';
import type { useMapAddress } from './use-map-address.ts';
import type { Planning } from './use-planning.ts';

const SampleOffer = lazy(() =>
  afterMapEngine(async () => {
    const [{ SampleOffer: component }] = await Promise.all([
      import('../features/evidence/sample-offer.tsx'),
      import('./mantine-parts.ts'),
    ]);
    return { default: component };
  }),
);

const CoverageSection = lazy(() => afterMapEngine(() => import('./coverage-section.tsx')));

type Props = {
  info: MapInfo | null;
  /** False without WebGL: there is nothing to zoom. */
  canDraw: boolean;
  trouble: MapTrouble;
  onRetry: () => void;
  table: StatusTable | null;
  /** Villages in view; null when all are, or none are drawn. */
  visible: ReadonlySet<number> | null;
  address: Pick<
    ReturnType<typeof useMapAddress>,
    | 'hidden'
    | 'setHidden'
    | 'lens'
    | 'setLens'
    | 'statusView'
    | 'setStatusView'
    | 'shown'
    | 'setShown'
  >;
  /** Of the points inside villages: whether they are drawn at this zoom, and all of them. */
  points: { isNear: boolean; isTruncated: boolean };
  coverage: Coverage;
  planning: Pick<Planning, 'isOn' | 'position' | 'start' | 'leave'>;
  isPhone: boolean;
  isLegendOpen: boolean;
  hasLeft: boolean;
  hasRight: boolean;
  isMarking: boolean;
  hasPoint: boolean;
  view: { lat: number; zoom: number } | null;
  onRequest: (request: ShowRequest) => void;
};

export function MapOverlays(props: Props) {
  const { info, table, visible, isPhone, isMarking, hasPoint, address, planning, onRequest } =
    props;
  const t = useText();
  const counts =
    table === null || info === null
      ? null
      : visible === null
        ? countAll(info.villageCount, table.marks, address.lens)
        : countVillages(visible, table.marks, address.lens);
  const showsMap = info !== null && props.canDraw;
  const showsLegend = info !== null && (!isPhone || props.isLegendOpen);
  const isBeside = (!isPhone && props.hasLeft) || undefined;
  const isCrowded = (isBeside && props.hasRight) || undefined;
  return (
    <>
      <div
        className={css.legend}
        data-beside={isBeside}
        data-crowded={isCrowded}
        hidden={!showsLegend}
      >
        <Legend
          counts={counts}
          scope={visible === null ? 'area' : 'view'}
          isTooFar={info !== null && props.view !== null && props.view.zoom < info.zooms.village}
          hidden={address.hidden}
          onHidden={address.setHidden}
          view={address.statusView}
          onView={address.setStatusView}
          lens={address.lens}
          onLens={address.setLens}
          hasApproximate={info !== null && info.officialCount < info.villageCount}
          hasRows={props.coverage.drawing === null || props.coverage.drawing.hasStatuses}
        >
          <PointSwitches
            shown={address.shown}
            onShown={address.setShown}
            isNear={props.points.isNear}
            isTruncated={props.points.isTruncated}
          />
          <Suspense>
            <CoverageSection coverage={props.coverage} />
          </Suspense>
        </Legend>
      </div>
      <div
        className={css.notes}
        data-beside={isBeside}
        data-crowded={isCrowded}
        data-right={(!isPhone && props.hasRight) || undefined}
      >
        <MapTroubleNote trouble={props.trouble} onRetry={props.onRetry} />
        {planning.isOn && !isMarking && (
          <p className={css.hint} role="status">
            {planning.position === null ? t.planning.hint : t.planning.moved}
            <span> · {t.planning.hintKeys}</span>
          </p>
        )}
        {isMarking && (
          <p className={css.hint} role="status">
            {hasPoint ? t.map.pinMoved : t.map.markHint}
            <span> · {t.map.markHintKeys}</span>
          </p>
        )}
        <Suspense>
          <SampleOffer isMapEmpty={table !== null && table.marks.size === 0} />
        </Suspense>
      </div>
      <div
        className={css.corner}
        data-beside={(!isPhone && props.hasRight) || undefined}
        data-crowded={isCrowded}
        hidden={!showsMap}
      >
        <div className={css.tool}>
          <IconButton
            icon="tower"
            label={planning.isOn ? t.planning.leave : t.planning.open}
            aria-pressed={planning.isOn}
            onClick={planning.isOn ? planning.leave : planning.start}
          />
        </div>
        <div className={css.zoom}>
          <IconButton
            icon="plus"
            label={t.map.zoomIn}
            onClick={() => onRequest({ kind: 'zoom', steps: 1 })}
          />
          <IconButton
            icon="minus"
            label={t.map.zoomOut}
            onClick={() => onRequest({ kind: 'zoom', steps: -1 })}
          />
          <IconButton
            icon="home"
            label={t.map.wholeArea}
            onClick={() => onRequest({ kind: 'all' })}
          />
        </div>
        <div className={css.foot}>
          {info && info.attribution.length > 0 && (
            <span className={css.sources} title={info.attribution.join('\n')}>
              {t.map.sources}: {info.attribution.join(' · ')}
            </span>
          )}
          {props.view && <ScaleBar view={props.view} />}
        </div>
      </div>
    </>
  );
}
