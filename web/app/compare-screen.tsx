// Two maps side by side that look at the same place: two days, two operators, or what stands and what is planned.
import { useEffect, useRef, useState } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { coverageQuery } from '../api/coverage.ts';
import { mapQuery } from '../api/map.ts';
import { useText } from '../i18n/text.tsx';
import { formatSides, type Half, type Sides } from '../lib/coverage-view.ts';
import { todayHere } from '../lib/today.ts';
import { problemText } from '../lib/problems.ts';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import { formatView, parseView, type View } from '../lib/view.ts';
import { CameraLink } from '../map/camera-link.ts';
import { hasWebgl2 } from '../map/webgl.ts';
import { Divider } from '../ui/divider.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { AppFrame } from './app-frame.tsx';
import { CompareHalf } from './compare-half.tsx';
import css from './compare-screen.module.css';
import { MapLoading, MapUnavailable } from './map-notes.tsx';
import { useLiveEvents } from './use-live-events.ts';
import type { OnSearch } from './use-map-address.ts';

type Props = { sides: Sides; at: string | undefined; onSearch: OnSearch };

const writeDelayMs = 300;
const ignore = () => undefined;

/** Writes the view into the address once the maps rest. */
function useWriteView(onSearch: OnSearch): (view: View) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (view) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => onSearch({ at: formatView(view) }, { replace: true }),
      writeDelayMs,
    );
  };
}

export default function CompareScreen({ sides, at, onSearch }: Props) {
  const t = useText();
  const words = t.coverage.compare;
  const theme = useComputedColorScheme('light');
  const isPhone = useMedia(phoneQuery);
  const [canDraw] = useState(hasWebgl2);
  const [link] = useState(() => new CameraLink());
  const [initialView] = useState(() => parseView(at));
  const [zoom, setZoom] = useState(initialView?.zoom ?? null);
  const [share, setShare] = useState(0.5);
  const today = todayHere();
  const info = useQuery(mapQuery);
  const overview = useQuery(coverageQuery);
  const writeView = useWriteView(onSearch);
  useLiveEvents(ignore);

  const [left, right] = sides;
  const put = (next: Sides) => onSearch({ side: formatSides(next) }, { replace: true });
  const close = () => onSearch({ side: undefined });
  const error = info.error ?? overview.error;
  const names = isPhone ? [words.upper, words.lower] : [words.left, words.right];
  const half = (which: 0 | 1, one: Half, onHalf: (half: Half) => void) =>
    info.data &&
    overview.data && (
      <CompareHalf
        label={names[which] ?? ''}
        info={info.data}
        overview={overview.data}
        theme={theme}
        half={one}
        today={today}
        onHalf={onHalf}
        link={link}
        initialView={initialView}
        zoom={zoom}
        onView={(view) => setZoom(view.zoom)}
        onMoved={writeView}
      />
    );
  return (
    <AppFrame current="map">
      <main className={css.screen} aria-label={words.title}>
        <header className={css.bar}>
          <h1>{words.title}</h1>
          <button type="button" className={css.swap} onClick={() => put([right, left])}>
            {words.swap}
          </button>
          <IconButton icon="close" label={words.close} onClick={close} />
        </header>
        {!canDraw ? (
          <MapUnavailable onOpenList={() => onSearch({ side: undefined, list: '1' })} />
        ) : error !== null ? (
          <MapLoading
            error={error}
            onRetry={() => void Promise.all([info.refetch(), overview.refetch()])}
          />
        ) : info.data && overview.data ? (
          <div
            className={css.halves}
            data-stacked={isPhone || undefined}
            style={{ '--share': `${share * 100}%` }}
          >
            {half(0, left, (next) => put([next, right]))}
            <Divider
              label={words.divider}
              hint={words.dividerHint}
              isHorizontal={isPhone}
              share={share}
              onShare={setShare}
            />
            {half(1, right, (next) => put([left, next]))}
          </div>
        ) : (
          <MapLoading />
        )}
        {error !== null && <p className="visually-hidden">{problemText(error, t.problem)}</p>}
      </main>
    </AppFrame>
  );
}
