// Setting a point: a click or Enter drops the pin, Esc leaves.
import type { MapMouseEvent } from 'maplibre-gl';
import { attachPointing } from './pointing.ts';
import type { Mode } from './types.ts';

export const mark: Mode = {
  cursor: 'crosshair',
  hasPin: true,
  attach(map, host) {
    const stopPointing = attachPointing(map, host);
    const pick = ({ lng, lat }: { lng: number; lat: number }) =>
      host.pick({ position: [lng, lat], source: 'map', accuracyM: null });
    const onClick = (event: MapMouseEvent) => pick(event.lngLat);
    const canvas = map.getCanvas();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') host.leave();
      if (event.key !== 'Enter') return;
      event.preventDefault();
      pick(map.getCenter());
    };
    map.on('click', onClick);
    canvas.addEventListener('keydown', onKey);
    return () => {
      stopPointing();
      map.off('click', onClick);
      canvas.removeEventListener('keydown', onKey);
    };
  },
};
