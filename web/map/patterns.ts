// The second sign of a status on areas: small tiles drawn on a canvas, used as fill-pattern.
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Pattern } from '../ui/status-look.ts';
import type { MapTheme } from './ground.ts';

/** Patterns of a status that are images; `plain` and `outline` are none. */
export const imagePatterns = ['diagonal', 'dots', 'crosshatch'] as const satisfies Pattern[];
/** Over the colour of any status: only a model says so. */
export const modelledPattern = 'lines';
const drawnPatterns = [...imagePatterns, modelledPattern] as const;
export type ImagePattern = (typeof drawnPatterns)[number];

export function patternImageId(pattern: ImagePattern, theme: MapTheme): string {
  return `pattern-${pattern}-${theme}`;
}

/** CSS pixels of one tile and its ink per theme. */
const size = 10;
const inks: Record<ImagePattern, Record<MapTheme, string>> = {
  diagonal: { light: 'rgba(70,34,0,0.62)', dark: 'rgba(40,18,0,0.72)' },
  dots: { light: 'rgba(255,255,255,0.85)', dark: 'rgba(18,10,54,0.9)' },
  crosshatch: { light: 'rgba(255,255,255,0.75)', dark: 'rgba(6,32,31,0.8)' },
  lines: { light: 'rgba(255,255,255,0.7)', dark: 'rgba(12,16,20,0.6)' },
};

type Pen = OffscreenCanvasRenderingContext2D;

/** Lines through a tile that meet their continuation in the next one. */
function diagonals(pen: Pen, width: number, both: boolean): void {
  pen.lineWidth = width;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
    if (!both) continue;
    pen.moveTo(shift - 1, -1);
    pen.lineTo(shift + size + 1, size + 1);
  }
  pen.stroke();
}

const draw: Record<ImagePattern, (pen: Pen) => void> = {
  diagonal: (pen) => diagonals(pen, 2.2, false),
  crosshatch: (pen) => diagonals(pen, 1.1, true),
  lines: (pen) => {
    pen.lineWidth = 1;
    pen.beginPath();
    for (const x of [2.5, 7.5]) {
      pen.moveTo(x, 0);
      pen.lineTo(x, size);
    }
    pen.stroke();
  },
  dots: (pen) => {
    for (const [x, y] of [
      [2.5, 2.5],
      [7.5, 7.5],
    ] as const) {
      pen.beginPath();
      pen.arc(x, y, 1.3, 0, 2 * Math.PI);
      pen.fill();
    }
  },
};

/** Gives the map every pattern in both themes; images that are there stay. */
export function addPatterns(map: MapLibreMap): void {
  const ratio = 2;
  for (const pattern of drawnPatterns) {
    for (const theme of ['light', 'dark'] as const) {
      const id = patternImageId(pattern, theme);
      if (map.hasImage(id)) continue;
      const pen = new OffscreenCanvas(size * ratio, size * ratio).getContext('2d');
      if (pen === null) continue;
      pen.scale(ratio, ratio);
      pen.strokeStyle = inks[pattern][theme];
      pen.fillStyle = inks[pattern][theme];
      draw[pattern](pen);
      map.addImage(id, pen.getImageData(0, 0, size * ratio, size * ratio), { pixelRatio: ratio });
    }
  }
}
