// The rows of a file on the map before anything is stored: by part, fitted to what there is; a click on
// one shows its row below.
import { useEffect, useMemo, useState } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ImportFeature, ImportFeatures } from '#contract/interchange';
import { mapQuery } from '../../api/map.ts';
import { useText } from '../../i18n/text.tsx';
import { SmallMap } from '../../map/small-map.tsx';
import { hasWebgl2 } from '../../map/webgl.ts';
import type { ShowRequest } from '../../map/map-view.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PreviewKey } from './preview-key.tsx';
import { boundsOf, toPreviewRows } from './preview-features.ts';
import css from './preview-map.module.css';

const padding = { top: 40, right: 40, bottom: 56, left: 40 };

function placeOf(features: readonly ImportFeature[]): ShowRequest | null {
  const bounds = boundsOf(features);
  if (bounds === null) return null;
  const [west, south, east, north] = bounds;
  return { kind: 'place', bounds, position: [(west + east) / 2, (south + north) / 2] };
}

type Props = {
  found: ImportFeatures;
  /** The row that is looked at. */
  selected: number | null;
  /** A wish to fly to a row; a new object is a new wish. */
  flight: { number: number } | null;
  onSelect: (number: number) => void;
};

export function PreviewMap({ found, selected, flight, onSelect }: Props) {
  const t = useText();
  const words = t.imports.map;
  const theme = useComputedColorScheme('light');
  const [canDraw] = useState(hasWebgl2);
  const [request, setRequest] = useState<ShowRequest | null>(null);
  const { data: info } = useQuery(mapQuery);
  const { features } = found;
  const rows = useMemo(() => toPreviewRows(features), [features]);
  const preview = useMemo(
    () => ({ rows, selectedId: selected === null ? null : String(selected) }),
    [rows, selected],
  );

  // Fitted anew only when the rows lie elsewhere, not whenever one of them is settled.
  const extent = boundsOf(features)?.join() ?? '';
  useEffect(() => {
    if (extent !== '') setRequest(placeOf(features));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the features of an extent are its own
  }, [extent]);
  useEffect(() => {
    const row = features.filter(({ number }) => number === flight?.number);
    const place = placeOf(row);
    if (place) setRequest(place);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a flight is wished for once
  }, [flight]);

  if (!canDraw) return <p className={css.noMap}>{t.map.noWebglTitle}</p>;
  if (!info) return <div className={css.map} />;
  return (
    <div className={css.map} data-preview-rows={features.length}>
      <SmallMap
        info={info}
        theme={theme}
        label={words.label}
        preview={preview}
        onMarker={(id) => onSelect(Number(id))}
        request={request}
        padding={padding}
      />
      <PreviewKey features={features} theme={theme} />
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
        <IconButton icon="home" label={words.all} onClick={() => setRequest(placeOf(features))} />
      </div>
    </div>
  );
}
