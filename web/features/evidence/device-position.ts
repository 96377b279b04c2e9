// The device's own position: watched after a click until it is good enough, given up or stopped.
// Every better fix is handed on at once; failures are words to look up.
import { useEffect, useRef, useState } from 'react';
import type { PickedPoint } from '../../map/modes/types.ts';

export type DeviceProblem = 'unsupported' | 'denied' | 'unavailable' | 'timeout';

/** How exact it must become before the search ends by itself, metres, and how long it may take. */
export type Wish = { goodM: number; patienceMs: number };

function problemOf(error: GeolocationPositionError): DeviceProblem {
  if (error.code === error.PERMISSION_DENIED) return 'denied';
  return error.code === error.TIMEOUT ? 'timeout' : 'unavailable';
}

/** Whole metres, rounded up so that 50.4 m never passes for 50, and no more than the contract takes. */
export function wholeMetres(accuracyM: number): number {
  return Math.min(Math.ceil(accuracyM), 100_000);
}

export function useDevicePosition(onPoint: (point: PickedPoint) => void) {
  const [isSearching, setIsSearching] = useState(false);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);

  const search = ({ goodM, patienceMs }: Wish) => {
    end.current();
    setProblem(null);
    // Browsers give positions to https and localhost only.
    if (!window.isSecureContext || !('geolocation' in navigator)) return setProblem('unsupported');
    let bestM = Infinity;
    setIsSearching(true);
    const stop = (why: DeviceProblem | null) => {
      navigator.geolocation.clearWatch(watch);
      clearTimeout(timer);
      setIsSearching(false);
      // With a fix at hand, what came after it does not matter.
      if (bestM === Infinity) setProblem(why);
    };
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => {
        const accuracyM = wholeMetres(coords.accuracy);
        if (accuracyM >= bestM) return;
        bestM = accuracyM;
        onPoint({ position: [coords.longitude, coords.latitude], source: 'device', accuracyM });
        if (accuracyM <= goodM) stop(null);
      },
      (error) => {
        // A watch goes on after a fix that did not come in time.
        if (error.code === error.PERMISSION_DENIED || bestM === Infinity) stop(problemOf(error));
      },
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 0 },
    );
    const timer = setTimeout(() => stop('timeout'), patienceMs);
    end.current = () => stop(null);
  };

  return { search, stop: () => end.current(), isSearching, problem };
}
