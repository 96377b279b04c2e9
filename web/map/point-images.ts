// The images of points inside villages, drawn when they are first needed: a locality is a dot of its status
// with its sign, a facility a square with the letter of its kind.
import type { Map as MapLibreMap } from 'maplibre-gl';
import { facilityKinds, type FacilityKind } from '#contract/facilities';
import { placeStatuses, type PlaceStatus } from '#contract/status';
import { facilityLetters, facilityLooks, type FacilityLook } from '../ui/facility-mark.ts';
import { statusLook } from '../ui/status-look.ts';
import { coverageDrawerOf } from './coverage-images.ts';
import { grounds, type MapTheme } from './ground.ts';

/** Names without the theme, which the layer adds. */
export type PointImage = `locality-${PlaceStatus}` | `facility-${FacilityKind}-${FacilityLook}`;

/** CSS pixels at full size. */
const size = 24;
const middle = size / 2;
const font = (px: number) => `600 ${px}px "Noto Sans", system-ui, sans-serif`;

type Pen = OffscreenCanvasRenderingContext2D;

function write(pen: Pen, text: string, px: number): void {
  pen.font = font(px);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, middle, middle + px / 18);
}

/** Signal bars; the first `filled` solid, the others faint; `isCrossed` where there is nothing. */
function bars(pen: Pen, filled: number, isCrossed: boolean): void {
  for (const [index, height] of [3, 5, 7, 9].entries()) {
    pen.globalAlpha = index < filled ? 1 : 0.4;
    pen.fillRect(middle - 5.6 + index * 3, middle + 4.5 - height, 2.2, height);
  }
  pen.globalAlpha = 1;
  if (!isCrossed) return;
  pen.lineWidth = 1.8;
  pen.beginPath();
  pen.moveTo(middle - 5.5, middle - 5.5);
  pen.lineTo(middle + 5.5, middle + 5.5);
  pen.stroke();
}

function bolt(pen: Pen): void {
  pen.beginPath();
  pen.moveTo(13, 6);
  for (const [x, y] of [
    [8, 13],
    [11.2, 13],
    [10.4, 18],
    [15.8, 10.8],
    [12.4, 10.8],
  ] as const)
    pen.lineTo(x, y);
  pen.fill();
}

const signs: Record<PlaceStatus, (pen: Pen) => void> = {
  served: (pen) => bars(pen, 4, false),
  partial: (pen) => bars(pen, 2, false),
  weak: (pen) => bars(pen, 1, false),
  '2g_only': (pen) => write(pen, '2G', 10),
  blankspot: (pen) => bars(pen, 0, true),
  incomplete: (pen) => write(pen, '×?', 10),
  outage: bolt,
  unknown: (pen) => write(pen, '?', 12),
};

function drawLocality(pen: Pen, status: PlaceStatus, theme: MapTheme): void {
  const look = statusLook[status];
  const onColour = theme === 'light' ? look.onLight : look.onDark;
  pen.beginPath();
  pen.arc(middle, middle, 9.5, 0, 2 * Math.PI);
  pen.fillStyle = look[theme];
  pen.fill();
  // A light ring and a dark one: the dot shows on a village of its own colour, too.
  pen.lineWidth = 2;
  pen.strokeStyle = theme === 'light' ? '#ffffff' : '#0f1317';
  pen.stroke();
  pen.beginPath();
  pen.arc(middle, middle, 11, 0, 2 * Math.PI);
  pen.lineWidth = 1;
  pen.strokeStyle = grounds[theme].label;
  pen.stroke();
  pen.fillStyle = onColour;
  pen.strokeStyle = onColour;
  signs[status](pen);
}

function drawFacility(pen: Pen, kind: FacilityKind, look: FacilityLook, theme: MapTheme): void {
  const { label, labelQuiet } = grounds[theme];
  const paper = theme === 'light' ? '#ffffff' : '#1a1f24';
  const line = look === 'unknown' ? labelQuiet : label;
  pen.beginPath();
  pen.roundRect(3, 3, size - 6, size - 6, 3.5);
  pen.fillStyle = look === 'connected' ? label : paper;
  pen.fill();
  pen.lineWidth = 1.8;
  pen.strokeStyle = line;
  pen.setLineDash(look === 'unknown' ? [3, 2.2] : []);
  pen.stroke();
  pen.setLineDash([]);
  pen.fillStyle = look === 'connected' ? paper : line;
  write(pen, facilityLetters[kind], 13);
  if (look !== 'notConnected') return;
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(4, size - 4);
  pen.lineTo(size - 4, 4);
  pen.stroke();
}

const themes = ['light', 'dark'] as const;

/** What draws the image of that id, `<PointImage>-<theme>`; null for an id that is none. */
function drawerOf(id: string): ((pen: Pen) => void) | null {
  const [what, first, ...rest] = id.split('-');
  const theme = themes.find((name) => name === rest.at(-1));
  const status = placeStatuses.find((name) => name === first);
  const kind = facilityKinds.find((name) => name === first);
  const look = facilityLooks.find((name) => name === rest[0]);
  if (theme && what === 'locality' && status) return (pen) => drawLocality(pen, status, theme);
  if (theme && what === 'facility' && kind && look)
    return (pen) => drawFacility(pen, kind, look, theme);
  return null;
}

/** Gives the map the image it misses, if it is one of these. */
export function addPointImage(map: MapLibreMap, id: string): void {
  const ofPoint = drawerOf(id);
  const drawer = ofPoint ? { size, draw: ofPoint } : coverageDrawerOf(id);
  if (drawer === null || map.hasImage(id)) return;
  const ratio = 2;
  const pen = new OffscreenCanvas(drawer.size * ratio, drawer.size * ratio).getContext('2d');
  if (pen === null) return;
  pen.scale(ratio, ratio);
  drawer.draw(pen);
  const { width, height } = pen.canvas;
  map.addImage(id, pen.getImageData(0, 0, width, height), { pixelRatio: ratio });
}
