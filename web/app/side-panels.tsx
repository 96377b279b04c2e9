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
import type { OnSearch, useMapAddress } from './use-map-address.ts';
import type { Inside } from './village-places.tsx';

const PlacePanel = lazy(() => import('./place-panel.tsx'));
const MarkPanel = lazy(() => import('./mark-panel.tsx'));
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
  point: PickedPoint | null;
  onPoint: (point: PickedPoint | null) => void;
  /** True while a form of the panel waits for a tap on the map. */
  onPicking: (isPicking: boolean) => void;
  onShowPoint: (position: Position) => void;
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

const nothingInside = { locality: undefined, facility: undefined };

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
  const { address, region, isPhone, sheet, onSheet, isMarking, onSearch } = props;
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
  const village = hasPlace && region.data?.level === 'village' ? region.data : null;
  return (
    <>
      {address.isListOpen && !(isPhone && (hasPlace || isMarking)) && (
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
                places={{
                  localityId: address.locality,
                  facilityId: address.facility,
                  onSelect: (inside) =>
                    onSearch({ ...nothingInside, ...inside }, { replace: true }),
                  onReport: (inside) => props.onMark(null, inside),
                  onShow: props.onShowPoint,
                  picking: {
                    point: props.point,
                    onPoint: props.onPoint,
                    onPicking: props.onPicking,
                  },
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
