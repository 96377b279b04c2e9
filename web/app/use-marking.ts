// The report that is being written on the map screen: its point, the report it changes, who else changed that.
import { useState } from 'react';
import type { Report } from '#contract/evidence';
import type { LiveEvent } from '#contract/status';
import type { MapSearch } from '../lib/view.ts';
import type { PickedPoint } from '../map/modes/types.ts';
import { useEditing } from './use-editing.ts';
import { nothingInside, type OnSearch } from './use-map-address.ts';
import type { Inside } from './village-places.tsx';

/** `mayMark`: whether the one who is signed in writes reports. */
export function useMarking(search: MapSearch, mayMark: boolean, onSearch: OnSearch) {
  const [point, setPoint] = useState<PickedPoint | null>(null);
  /** A form of the panel asks for a point. */
  const [isPicking, setIsPicking] = useState(false);
  const [changedBy, setChangedBy] = useState<string | null>(null);
  const { editing, setEditing, isWaiting } = useEditing(search.report ?? null, () =>
    onSearch({ mark: undefined, report: undefined }, { replace: true }),
  );
  return {
    point,
    setPoint,
    isPicking,
    setIsPicking,
    changedBy,
    editing,
    isMarking: search.mark === '1' && mayMark && !isWaiting,
    start: (report: Report | null, inside?: Inside) => {
      setEditing(report);
      setChangedBy(null);
      setPoint(null);
      onSearch({ mark: '1', report: report?.id, item: undefined, ...nothingInside, ...inside });
    },
    stop: () => {
      setEditing(null);
      setPoint(null);
      onSearch({ mark: undefined, report: undefined, item: undefined });
    },
    /** Somebody else's change of the report; a photo that came or went is no other wording. */
    notice: (event: LiveEvent) => {
      if (event.type !== 'report' || event.reportId !== editing?.id) return;
      if (event.reportVersion > editing.version) setChangedBy(event.byName);
    },
  };
}
