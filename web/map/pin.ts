// The pin of a point that is being set: dragged, or moved by the arrow keys while it has the focus.
import { Marker, type Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '#contract/regions';
import type { PickedPoint } from './modes/types.ts';

const svg = 'http://www.w3.org/2000/svg';

/** Pixels that an arrow key moves it, and so many times as far with Shift. */
const nudgePx = 6;
const strideSteps = 8;

/** Drawn here, so that it takes its colour from the theme. */
function pinElement(label: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'map-pin';
  // Its own keys, so that a screen reader hands them over.
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', label);
  element.tabIndex = 0;
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 28 36');
  drawing.setAttribute('width', '28');
  drawing.setAttribute('height', '36');
  drawing.setAttribute('aria-hidden', 'true');
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

/** Right and down, in steps; null for every other key. */
function stepsOf({ key, shiftKey }: KeyboardEvent): [number, number] | null {
  const far = shiftKey ? strideSteps : 1;
  switch (key) {
    case 'ArrowLeft':
      return [-far, 0];
    case 'ArrowRight':
      return [far, 0];
    case 'ArrowUp':
      return [0, -far];
    case 'ArrowDown':
      return [0, far];
    default:
      return null;
  }
}

export class Pin {
  private readonly map: MapLibreMap;
  private readonly marker: Marker;
  private point: PickedPoint | null = null;
  private isVisible = false;

  /** `onDrag` is told on the way: where the point was, and where it is for the moment. */
  constructor(
    map: MapLibreMap,
    label: string,
    onMoved: (point: PickedPoint) => void,
    onDrag: (from: Position, to: Position) => void,
  ) {
    this.map = map;
    const element = pinElement(label);
    this.marker = new Marker({ element, anchor: 'bottom', draggable: true });
    const tell = () => {
      const { lng, lat } = this.marker.getLngLat();
      onMoved({ position: [lng, lat], source: 'map', accuracyM: null });
    };
    this.marker.on('dragend', tell);
    this.marker.on('drag', () => {
      const { lng, lat } = this.marker.getLngLat();
      if (this.point) onDrag(this.point.position, [lng, lat]);
    });
    element.addEventListener('keydown', (event) => {
      const steps = stepsOf(event);
      if (steps === null) return;
      event.preventDefault();
      // The map has arrow keys of its own.
      event.stopPropagation();
      const { x, y } = map.project(this.marker.getLngLat());
      this.marker.setLngLat(map.unproject([x + steps[0] * nudgePx, y + steps[1] * nudgePx]));
      tell();
    });
  }

  private update(): void {
    if (this.point === null || !this.isVisible) this.marker.remove();
    else if (this.marker.getElement().isConnected) this.marker.setLngLat(this.point.position);
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
