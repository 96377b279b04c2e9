// The device's own position, asked for once by a click; failures as words to look up.
import { useState } from 'react';
import type { PickedPoint } from '../../map/modes/types.ts';

export type DeviceProblem = 'unsupported' | 'denied' | 'unavailable' | 'timeout';

const patienceMs = 20_000;

function problemOf(error: GeolocationPositionError): DeviceProblem {
  if (error.code === error.PERMISSION_DENIED) return 'denied';
  return error.code === error.TIMEOUT ? 'timeout' : 'unavailable';
}

export function useDevicePosition(onPoint: (point: PickedPoint) => void) {
  const [isSearching, setIsSearching] = useState(false);
  const [problem, setProblem] = useState<DeviceProblem | null>(null);

  const search = () => {
    setProblem(null);
    // Browsers give positions to https and localhost only.
    if (!window.isSecureContext || !('geolocation' in navigator)) return setProblem('unsupported');
    setIsSearching(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setIsSearching(false);
        onPoint({
          position: [coords.longitude, coords.latitude],
          source: 'device',
          accuracyM: Math.min(Math.round(coords.accuracy), 100_000),
        });
      },
      (error) => {
        setIsSearching(false);
        setProblem(problemOf(error));
      },
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 0 },
    );
  };

  return { search, isSearching, problem };
}
