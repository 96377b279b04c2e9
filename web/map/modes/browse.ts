// Looking around: the mouse shows what it is over, a click selects it; Enter selects what is at the centre.
import type { MapMouseEvent } from 'maplibre-gl';
import { attachPointing, markerAt, placeAt } from './pointing.ts';
import type { Mode } from './types.ts';

export const browse: Mode = {
  cursor: null,
  hasPin: false,
  attach(map, host) {
    const stopPointing = attachPointing(map, host);
    const onClick = (event: MapMouseEvent) => {
      const marker = markerAt(map, event.point);
      if (marker === null) host.select(placeAt(map, event.point));
      else host.selectMarker(marker);
    };
    const canvas = map.getCanvas();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      host.select(placeAt(map, map.project(map.getCenter())));
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
