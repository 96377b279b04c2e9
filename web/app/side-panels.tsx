// The docked panels: the list at the left, the place or the form at the right; one sheet on a phone.
import { lazy, Suspense, useEffect, useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Report } from '#contract/evidence';
import { regionId, type Position, type Region } from '#contract/regions';
import type { StatusMark } from '../api/status.ts';
import { useText } from '../i18n/text.tsx';
import type { PickedPoint } from '../map/modes/types.ts';
import { Panel, type SheetHeight } from '../ui/panel.tsx';
import { LoadingLines } from '../ui/states.tsx';
import css from './side-panels.module.css';
import { nothingInside, type OnSearch, type useMapAddress } from './use-map-address.ts';
import type { Planning } from './use-planning.ts';
import type { Inside } from './village-places.tsx';

const PlacePanel = lazy(() => import('./place-panel.tsx'));
const SiteSlot = lazy(() => import('./site-slot.tsx'));
const MarkPanel = lazy(() => import('./mark-panel.tsx'));
const PlanningPanel = lazy(() => import('./planning-panel.tsx'));
const VillageList = lazy(() =>
  import('../features/regions/village-list.tsx').then((file) => ({ default: file.VillageList })),
);

type Props = {
  address: ReturnType<typeof useMapAddress>;
  region: UseQueryResult<Region>;
  /** The province that was loaded; null when it is the whole country. */
  homeScope: string | null;
  marks: ReadonlyMap<number, StatusMark>;
  hoveredId: number | null;
  onHover: (id: number | null) => void;
  isPhone: boolean;
  sheet: SheetHeight;
  onSheet: (height: SheetHeight) => void;
  /** True when the place was chosen by keyboard: its heading takes the focus. */
  takesFocus: boolean;
  mayMark: boolean;
  isMarking: boolean;
  planning: Planning;
  point: PickedPoint | null;
  onPoint: (point: PickedPoint | null) => void;
  /** True while a form of the panel waits for a tap on the map. */
  onPicking: (isPicking: boolean) => void;
  onShowPoint: (position: Position) => void;
  /** Moves the map just enough that the position is seen. */
  onUncover: (position: Position) => void;
  onShowArea: (area: Pick<Region, 'bounds' | 'position'>) => void;
  editing: Report | null;
  /** The report of this device that is opened again. */
  itemId: string | null;
  changedBy: string | null;
  /** `inside`: what of the village a new report is about. */
  onMark: (report: Report | null, inside?: Inside) => void;
  onMarked: () => void;
  onOpen: (code: string, how?: 'fly' | 'uncover') => void;
  onShow: () => void;
  onSearch: OnSearch;
};

/** Whose villages the list shows: the last place above a village that was selected. */
function useListScope(region: Region | undefined, home: string | null) {
  const [scope, setScope] = useState<string | null>(null);
  const wider = region && region.level !== 'village' ? region.code : null;
  useEffect(() => {
    if (wider !== null) setScope(wider);
  }, [wider]);
  return [scope ?? home, setScope] as const;
}

export function SidePanels(props: Props) {
  const { address, region, isPhone, sheet, onSheet, isMarking, planning, onSearch } = props;
  const t = useText();
  const [scope, setScope] = useListScope(
    address.place === null ? undefined : region.data,
    props.homeScope,
  );
  const panel = {
    isPhone,
    height: sheet,
    onHeight: onSheet,
    words: {
      height: t.place.sheet,
      hint: t.place.sheetHint,
      names: { peek: t.place.sheetPeek, half: t.place.sheetHalf, full: t.place.sheetFull },
    },
  };
  const waiting = (
    <div className={css.waiting}>
      <LoadingLines count={5} label={t.common.loading} />
    </div>
  );
  const close = () => onSearch({ place: undefined, ...nothingInside });
  const hasPlace = address.place !== null;
  const { site } = address;
  const closeSite = () => onSearch({ site: undefined });
  const picking = {
    point: props.point,
    onPoint: props.onPoint,
    onPicking: props.onPicking,
  };
  const village = hasPlace && region.data?.level === 'village' ? region.data : null;
  return (
    <>
      {address.isListOpen &&
        !(isPhone && (hasPlace || isMarking || planning.isOn || site !== null)) && (
          <Panel
            label={t.list.title}
            side="left"
            {...panel}
            onEscape={() => onSearch({ list: undefined })}
          >
            <Suspense fallback={waiting}>
              <VillageList
                scope={scope}
                onScope={setScope}
                marks={props.marks}
                hidden={address.hidden}
                lens={address.lens}
                onShowAll={() => address.setHidden(new Set())}
                selectedId={address.place === null ? null : regionId(address.place)}
                hoveredId={props.hoveredId}
                onHover={props.onHover}
                onOpen={props.onOpen}
                onClose={() => onSearch({ list: undefined })}
              />
            </Suspense>
          </Panel>
        )}
      {isMarking ? (
        <Panel label={t.place.markHere} side="right" {...panel}>
          <Suspense fallback={waiting}>
            <MarkPanel
              village={village}
              point={props.point}
              onPointChange={props.onPoint}
              report={props.editing}
              itemId={props.itemId}
              about={{ localityId: address.locality, facilityId: address.facility }}
              changedBy={props.changedBy}
              onDone={props.onMarked}
              onVillageWanted={(code) => onSearch({ place: code }, { replace: true })}
            />
          </Suspense>
        </Panel>
      ) : planning.isOn ? (
        <Panel label={t.planning.title} side="right" {...panel} onEscape={planning.leave}>
          <Suspense fallback={waiting}>
            <PlanningPanel
              planning={planning}
              provinceCode={props.homeScope}
              onShow={props.onShowPoint}
              onShowArea={props.onShowArea}
            />
          </Suspense>
        </Panel>
      ) : site !== null ? (
        <Panel label={t.coverage.site.panel} side="right" {...panel} onEscape={closeSite}>
          <Suspense fallback={waiting}>
            <SiteSlot
              id={site}
              picking={picking}
              onShow={props.onShowPoint}
              onArrive={props.onUncover}
              onClose={closeSite}
              onPlan={(plan) => onSearch({ ...plan, site: undefined })}
            />
          </Suspense>
        </Panel>
      ) : (
        hasPlace && (
          <Panel label={t.place.panel} side="right" {...panel} onEscape={close}>
            <Suspense fallback={waiting}>
              <PlacePanel
                region={region}
                takesFocus={props.takesFocus}
                mayMark={props.mayMark}
                onMark={props.onMark}
                onOpen={props.onOpen}
                onShow={props.onShow}
                onClose={close}
                onPlan={planning.startBest}
                places={{
                  localityId: address.locality,
                  facilityId: address.facility,
                  onSelect: (inside) =>
                    onSearch({ ...nothingInside, ...inside }, { replace: true }),
                  onReport: (inside) => props.onMark(null, inside),
                  onShow: props.onShowPoint,
                  picking,
                }}
                onOpenList={() => onSearch({ list: '1', ...(isPhone && { place: undefined }) })}
              />
            </Suspense>
          </Panel>
        )
      )}
    </>
  );
}
