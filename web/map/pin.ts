// The draggable pin of a point that is being set.
import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import type { PickedPoint } from './modes/types.ts';

const svg = 'http://www.w3.org/2000/svg';

/** Drawn here, so that it takes its colour from the theme. */
function pinElement(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'map-pin';
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 28 36');
  drawing.setAttribute('width', '28');
  drawing.setAttribute('height', '36');
  const body = document.createElementNS(svg, 'path');
  body.setAttribute('d', 'M14 35C8 26 2 20.5 2 13.5a12 12 0 0 1 24 0C26 20.5 20 26 14 35Z');
  const eye = document.createElementNS(svg, 'circle');
  eye.setAttribute('cx', '14');
  eye.setAttribute('cy', '13.5');
  eye.setAttribute('r', '4.5');
  drawing.append(body, eye);
  element.append(drawing);
  return element;
}

export class Pin {
  private readonly map: MapLibreMap;
  private readonly marker: Marker;
  private point: PickedPoint | null = null;
  private isVisible = false;

  constructor(map: MapLibreMap, onDragged: (point: PickedPoint) => void) {
    this.map = map;
    this.marker = new Marker({ element: pinElement(), anchor: 'bottom', draggable: true });
    this.marker.on('dragend', () => {
      const { lng, lat } = this.marker.getLngLat();
      onDragged({ position: [lng, lat], source: 'map', accuracyM: null });
    });
  }

  private update(): void {
    if (this.point === null || !this.isVisible) this.marker.remove();
    else this.marker.setLngLat(this.point.position).addTo(this.map);
  }

  setPoint(point: PickedPoint | null): void {
    this.point = point;
    this.update();
  }

  setVisible(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.update();
  }
}
