// Follows a media query.
import { useCallback, useSyncExternalStore } from 'react';

/** The width from which panels dock instead of rising from below. */
export const phoneQuery = '(max-width: 760px)';

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
