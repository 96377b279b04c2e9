// What the next place that arrives asks of the map: to fly there, or only not to lie under a panel.
import { useEffect, useEffectEvent, useState } from 'react';
import type { Region } from '#contract/regions';
import type { ShowRequest } from '../map/map-view.tsx';

export type Flight = { code: string; how: 'fly' | 'uncover' };

/** `region` is the place that the address names, as soon as it is known. */
export function useFlight(
  first: Flight | null,
  region: Region | undefined,
  onRequest: (request: ShowRequest) => void,
): (flight: Flight) => void {
  const [flight, setFlight] = useState(first);
  const arrive = useEffectEvent(() => {
    if (flight === null || region?.code !== flight.code) return;
    const { bounds, position } = region;
    setFlight(null);
    onRequest(
      flight.how === 'fly' ? { kind: 'place', bounds, position } : { kind: 'uncover', position },
    );
  });
  useEffect(() => arrive(), [region, flight]);
  return setFlight;
}
