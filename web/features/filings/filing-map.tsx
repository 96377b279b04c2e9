// Where the changes lie: the same lines as in the list, a moved site with a line from where it was. A click
// on one opens its line; the one that is looked at has a halo.
import { useEffect, useMemo, useState } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FilingLine } from '#contract/filings';
import type { Position } from '#contract/regions';
import { mapQuery } from '../../api/map.ts';
import { useText } from '../../i18n/text.tsx';
import type { FilingPoint } from '../../map/layers/filing.ts';
import type { ShowRequest } from '../../map/map-view.tsx';
import { SmallMap } from '../../map/small-map.tsx';
import { hasWebgl2 } from '../../map/webgl.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './filing-map.module.css';

const padding = { top: 40, right: 40, bottom: 40, left: 40 };

function toPoint({
  number,
  kind,
  isTaken,
  position,
  before,
  after,
  movedM,
}: FilingLine): FilingPoint {
  const hasMoved = before !== null && after !== null && (movedM ?? 0) >= 10;
  return { id: String(number), kind, isTaken, position, from: hasMoved ? before.position : null };
}

/** So much is in view round a line that is flown to, degrees: about three kilometres to each side. */
const roundDegrees = 0.03;

/** The box round all positions, before and after, wider by `margin` degrees; null where there is none. */
function showLines(lines: readonly FilingLine[], margin = 0): ShowRequest | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = ([lng, lat]: Position) => {
    west = Math.min(west, lng - margin);
    south = Math.min(south, lat - margin);
    east = Math.max(east, lng + margin);
    north = Math.max(north, lat + margin);
  };
  for (const { position, before } of lines) {
    include(position);
    if (before) include(before.position);
  }
  if (west > east) return null;
  const position: Position = [(west + east) / 2, (south + north) / 2];
  return { kind: 'place', bounds: [west, south, east, north], position };
}

type Props = {
  lines: readonly FilingLine[];
  /** With a halo: the one under the pointer in the list, else the one that is looked at. */
  marked: FilingLine | null;
  /** A wish to fly to a line; a new object is a new wish. */
  flight: { line: FilingLine } | null;
  onSelect: (number: number) => void;
};

export function FilingMap({ lines, marked, flight, onSelect }: Props) {
  const t = useText();
  const theme = useComputedColorScheme('light');
  const [canDraw] = useState(hasWebgl2);
  const [request, setRequest] = useState<ShowRequest | null>(null);
  const { data: info } = useQuery(mapQuery);
  const points = useMemo(() => lines.map(toPoint), [lines]);
  const filing = useMemo(() => ({ points, active: marked && toPoint(marked) }), [points, marked]);

  // Fitted anew where other lines are shown, not whenever one of them is taken or left.
  const extent = showLines(lines);
  const key = extent?.kind === 'place' ? extent.bounds?.join() : undefined;
  useEffect(() => {
    setRequest(extent);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the lines of an extent are its own
  }, [key]);
  useEffect(() => {
    if (flight) setRequest(showLines([flight.line], roundDegrees));
  }, [flight]);

  if (!canDraw) return <p className={css.noMap}>{t.map.noWebglTitle}</p>;
  if (!info) return <div className={css.map} />;
  return (
    <div className={css.map} data-filing-points={points.length}>
      <SmallMap
        info={info}
        theme={theme}
        label={t.filings.map.label}
        filing={filing}
        onMarker={(id) => onSelect(Number(id))}
        request={request}
        padding={padding}
      />
      <div className={css.buttons}>
        <IconButton
          icon="plus"
          label={t.map.zoomIn}
          onClick={() => setRequest({ kind: 'zoom', steps: 1 })}
        />
        <IconButton
          icon="minus"
          label={t.map.zoomOut}
          onClick={() => setRequest({ kind: 'zoom', steps: -1 })}
        />
        <IconButton
          icon="home"
          label={t.filings.map.all}
          onClick={() => setRequest(showLines(lines))}
        />
      </div>
    </div>
  );
}
