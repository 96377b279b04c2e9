// Placing a tower: a click or Enter puts it there, a click on a numbered position takes that, Esc leaves.
import type { MapMouseEvent } from 'maplibre-gl';
import { planStepLayer } from '../layers/plan.ts';
import { attachPointing, markerAt } from './pointing.ts';
import type { Mode } from './types.ts';

export const plan: Mode = {
  cursor: 'crosshair',
  hasPin: true,
  attach(map, host) {
    const stopPointing = attachPointing(map, host);
    const pick = ({ lng, lat }: { lng: number; lat: number }) =>
      host.pick({ position: [lng, lat], source: 'map', accuracyM: null });
    const onClick = (event: MapMouseEvent) => {
      const step = markerAt(map, event.point, [planStepLayer]);
      if (step === null) pick(event.lngLat);
      else host.selectMarker(step);
    };
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
