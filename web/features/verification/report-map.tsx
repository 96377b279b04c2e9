// A report on the map: its point with its accuracy, its village, the statuses and reports around.
import { useEffect, useMemo, useState } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { regionId } from '#contract/regions';
import type { QueuedReport } from '#contract/verification';
import { mapQuery } from '../../api/map.ts';
import { regionQuery } from '../../api/regions.ts';
import { statusesQuery } from '../../api/status.ts';
import { useText } from '../../i18n/text.tsx';
import type { ShowRequest } from '../../map/map-view.tsx';
import { SmallMap } from '../../map/small-map.tsx';
import { hasWebgl2 } from '../../map/webgl.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './report-map.module.css';
import { boundsWith, markersOf } from './report-markers.ts';

/** The points that are explained below the map. */
const keyed = ['waiting', 'verified', 'rejected'] as const;
const padding = { top: 32, right: 32, bottom: 32, left: 32 };

type Props = { queued: QueuedReport | undefined; onOpen: (id: string) => void };

export function ReportMap({ queued, onOpen }: Props) {
  const t = useText();
  const theme = useComputedColorScheme('light');
  const [canDraw] = useState(hasWebgl2);
  const [request, setRequest] = useState<ShowRequest | null>(null);
  const { data: info } = useQuery(mapQuery);
  const { data: statuses } = useQuery(statusesQuery);
  const code = queued?.report.villageCode;
  const { data: village } = useQuery({ ...regionQuery(code ?? ''), enabled: code !== undefined });
  const markers = useMemo(() => (queued ? markersOf(queued.report, queued.others) : []), [queued]);

  const id = queued?.report.id;
  const position = queued?.report.position ?? null;
  const [lng, lat] = position ?? [];
  useEffect(() => {
    if (id === undefined || village === undefined || village.code !== code) return;
    const point = lng === undefined || lat === undefined ? null : ([lng, lat] as [number, number]);
    setRequest({
      kind: 'place',
      bounds: boundsWith(village.bounds, point),
      position: point ?? village.position,
    });
  }, [id, code, village, lng, lat]);

  if (!canDraw) return <p className={css.noMap}>{t.map.noWebglTitle}</p>;
  if (!info) return null;
  return (
    <>
      <SmallMap
        info={info}
        theme={theme}
        label={t.verification.detail.map}
        statuses={statuses?.marks ?? null}
        statusVersion={statuses?.version ?? null}
        selectedId={code === undefined ? null : regionId(code)}
        markers={markers}
        onMarker={onOpen}
        request={request}
        padding={padding}
      />
      <p className={css.mapKey}>
        {keyed.map((standing) => (
          <span key={standing} data-standing={standing}>
            {t.verification.states[standing]}
          </span>
        ))}
      </p>
      <div className={css.zoom}>
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
      </div>
    </>
  );
}
