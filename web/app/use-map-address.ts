// The map screen's state that lives in the address: view, place, hidden statuses, list, marking.
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { StatusView } from '#contract/status';
import type { Lens } from '../lib/lens.ts';
import {
  formatHidden,
  formatView,
  parseHidden,
  formatShow,
  parseLens,
  parseShow,
  parseStatusView,
  parseView,
  type MapSearch,
  type PointKind,
  type View,
} from '../lib/view.ts';

/** Undefined takes a key out. */
export type SearchChange = { [Key in keyof MapSearch]: MapSearch[Key] | undefined };
export type OnSearch = (change: SearchChange, options?: { replace?: boolean }) => void;

const writeDelayMs = 300;

/** Another place has other localities, facilities and sites. */
export const nothingInside = { locality: undefined, facility: undefined, site: undefined };

/** `onView` is called when the address asks for another view than the map's own, as Back does. */
export function useMapAddress(search: MapSearch, onSearch: OnSearch, onView: (view: View) => void) {
  const [initialView] = useState(() => parseView(search.at));
  const lens = parseLens(search.lens);
  const hidden = useMemo(() => parseHidden(search.hide, lens), [search.hide, lens]);
  /** The view that the map is known to have. */
  const own = useRef(search.at);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  }, [onSearch]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const writeView = useCallback((view: View) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      own.current = formatView(view);
      latest.current({ at: own.current }, { replace: true });
    }, writeDelayMs);
  }, []);

  const follow = useEffectEvent((at: string | undefined) => {
    const view = at === own.current ? null : parseView(at);
    own.current = at;
    if (view) onView(view);
  });
  useEffect(() => follow(search.at), [search.at]);

  return {
    initialView,
    hidden,
    lens,
    statusView: parseStatusView(search),
    place: search.place ?? null,
    shown: useMemo(() => parseShow(search.show), [search.show]),
    locality: search.locality ?? null,
    facility: search.facility ?? null,
    isListOpen: search.list === '1',
    site: search.site ?? null,
    writeView,
    setHidden: (next: ReadonlySet<string>) =>
      onSearch({ hide: formatHidden(next, lens) }, { replace: true }),
    setShown: (next: ReadonlySet<PointKind>) =>
      onSearch({ show: formatShow(next) }, { replace: true }),
    // Another lens has other rows: what was hidden is shown again.
    setLens: (next: Lens) => onSearch({ lens: next, hide: undefined }, { replace: true }),
    setStatusView: ({ operator, technology }: StatusView) =>
      onSearch({ op: operator, tech: technology, hide: undefined }, { replace: true }),
  };
}
