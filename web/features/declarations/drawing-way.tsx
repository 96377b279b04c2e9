// Finding places by drawing an area on a small map that shows the statuses.
import { lazy, Suspense, useMemo, useState } from 'react';
import { Button, useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PlaceStatus } from '#contract/status';
import { mapQuery } from '../../api/map.ts';
import { statusesQuery } from '../../api/status.ts';
import { useText } from '../../i18n/text.tsx';
import type { Drawn, DrawWish } from '../../map/draw-map.tsx';
import { hasWebgl2 } from '../../map/webgl.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Chosen } from './chosen-set.ts';
import type { WayProps } from './filter-way.tsx';
import { StatusChecks } from './status-checks.tsx';
import css from './chooser.module.css';
import page from './declarations.module.css';

const DrawMap = lazy(() =>
  import('../../map/draw-map.tsx').then(({ DrawMap: component }) => ({ default: component })),
);

const nothing: Drawn = { corners: 0, ring: null };
/** The contract takes no more corners. */
const mostCorners = 500;

export function DrawingWay({ isBusy, onSearch, chosen }: WayProps & { chosen: Chosen }) {
  const t = useText();
  const words = t.declarations.draw;
  const theme = useComputedColorScheme('light');
  const [canDraw] = useState(hasWebgl2);
  const [drawn, setDrawn] = useState(nothing);
  const [wish, setWish] = useState<DrawWish | null>(null);
  const [statuses, setStatuses] = useState<PlaceStatus[]>([]);
  const [withoutPromise, setWithoutPromise] = useState(false);
  const { data: info } = useQuery(mapQuery);
  const { data: table } = useQuery(statusesQuery);
  const points = useMemo(
    () => chosen.filter(({ isOn }) => isOn).map(({ place }) => place.position),
    [chosen],
  );
  if (!canDraw) return <p className={css.empty}>{t.map.noWebglTitle}</p>;
  const { ring, corners } = drawn;
  return (
    <div className={css.way}>
      <p className={page.hint}>{words.hint}</p>
      <div className={css.map}>
        {info && (
          <Suspense>
            <DrawMap
              info={info}
              theme={theme}
              label={words.map}
              statuses={table?.marks ?? null}
              points={points}
              wish={wish}
              onDrawn={setDrawn}
            />
          </Suspense>
        )}
        <div className={css.mapButtons}>
          <IconButton
            icon="plus"
            label={t.map.zoomIn}
            onClick={() => setWish({ kind: 'zoom', steps: 1 })}
          />
          <IconButton
            icon="minus"
            label={t.map.zoomOut}
            onClick={() => setWish({ kind: 'zoom', steps: -1 })}
          />
        </div>
      </div>
      <div className={css.mapTools}>
        <span role="status">{ring ? words.done : words.corners(corners)}</span>
        <button
          type="button"
          className={page.link}
          disabled={corners === 0}
          onClick={() => setWish({ kind: 'undo' })}
        >
          {words.undo}
        </button>
        <button
          type="button"
          className={page.link}
          disabled={corners === 0}
          onClick={() => setWish({ kind: 'clear' })}
        >
          {words.clear}
        </button>
      </div>
      <StatusChecks chosen={statuses} onChosen={setStatuses} />
      {statuses.length === 0 && <p className={page.hint}>{t.declarations.search.anyStatus}</p>}
      <label className={page.check}>
        <input
          type="checkbox"
          checked={withoutPromise}
          onChange={(event) => setWithoutPromise(event.currentTarget.checked)}
        />
        {t.declarations.search.withoutPromise}
      </label>
      <div>
        <Button
          variant="default"
          loading={isBusy}
          disabled={ring === null}
          onClick={() =>
            ring &&
            onSearch({ by: 'drawing', ring: ring.slice(0, mostCorners), statuses, withoutPromise })
          }
        >
          {t.declarations.search.find}
        </Button>
      </div>
    </div>
  );
}
