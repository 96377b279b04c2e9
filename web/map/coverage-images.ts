// Images of coverage, drawn when they are first needed: the hatching of plans, towers, what was measured,
// and settlements that nothing reaches.
import { siteSources, siteStates, type SiteSource, type SiteState } from '#contract/coverage';
import { measuredStatuses, type MeasuredPoint } from '#contract/coverage-map';
import { coverageColour, operatorHues } from '../ui/coverage-look.ts';
import { statusLook } from '../ui/status-look.ts';
import { grounds, type MapTheme } from './ground.ts';

type Pen = OffscreenCanvasRenderingContext2D;
type MeasuredStatus = MeasuredPoint['statements'][number]['status'];

/** Names without the theme, which the layer adds. The hue is the operator's, counted from 0. */
export type CoverageImage =
  | `site-${number}-${SiteState}-${SiteSource}`
  | `measured-${MeasuredStatus}`
  | 'uncovered-place';

/** CSS pixels of a point's image, and of one tile of hatching. */
const size = 24;
const hatchSize = 14;
const middle = size / 2;

const paper: Record<MapTheme, string> = { light: '#ffffff', dark: '#14191e' };

export function hatchImageId(colour: string): string {
  return `hatch-${colour.slice(1)}`;
}

/** Sparse lines that meet their continuation in the next tile. */
function drawHatch(pen: Pen, colour: string): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 1.4;
  pen.beginPath();
  for (const shift of [-hatchSize, 0, hatchSize]) {
    pen.moveTo(shift - 1, hatchSize + 1);
    pen.lineTo(shift + hatchSize + 1, -1);
  }
  pen.stroke();
}

/** A mast on its legs, with the two waves of an antenna. */
function drawMast(pen: Pen): void {
  pen.lineWidth = 1.7;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  pen.moveTo(8.4, 18);
  pen.lineTo(12, 9.2);
  pen.lineTo(15.6, 18);
  pen.moveTo(9.7, 15);
  pen.lineTo(14.3, 15);
  pen.stroke();
  pen.beginPath();
  pen.arc(12, 8.6, 4.4, Math.PI * 0.8, Math.PI * 1.2);
  pen.stroke();
  pen.beginPath();
  pen.arc(12, 8.6, 4.4, -Math.PI * 0.2, Math.PI * 0.2);
  pen.stroke();
  pen.beginPath();
  pen.arc(12, 8.6, 1.6, 0, 2 * Math.PI);
  pen.fill();
}

/** What stands is solid, a plan is hollow, what is off is crossed; the rim of an estimate is broken. */
function drawSite(
  pen: Pen,
  hue: number,
  state: SiteState,
  source: SiteSource,
  theme: MapTheme,
): void {
  const colour = coverageColour(hue, '4g', theme);
  const isSolid = state === 'on_air';
  pen.beginPath();
  pen.arc(middle, middle, 10.5, 0, 2 * Math.PI);
  pen.fillStyle = isSolid ? colour : paper[theme];
  pen.fill();
  pen.lineWidth = 1.8;
  pen.strokeStyle = isSolid && source === 'operator' ? paper[theme] : colour;
  pen.setLineDash(source === 'crowd' ? [2.6, 2.4] : state === 'planned' ? [5, 2.4] : []);
  if (isSolid && source === 'crowd') pen.strokeStyle = paper[theme];
  pen.stroke();
  pen.setLineDash([]);
  const ink = isSolid ? paper[theme] : colour;
  pen.strokeStyle = ink;
  pen.fillStyle = ink;
  drawMast(pen);
  if (state !== 'off') return;
  pen.lineWidth = 2.2;
  pen.beginPath();
  pen.moveTo(5, 19);
  pen.lineTo(19, 5);
  pen.stroke();
}

/** A diamond: measured points are told from localities, which are round. */
function drawMeasured(pen: Pen, status: MeasuredStatus, theme: MapTheme): void {
  const look = statusLook[status];
  pen.beginPath();
  pen.moveTo(middle, 3);
  for (const [x, y] of [
    [size - 3, middle],
    [middle, size - 3],
    [3, middle],
  ] as const)
    pen.lineTo(x, y);
  pen.closePath();
  pen.fillStyle = look[theme];
  pen.fill();
  pen.lineJoin = 'round';
  pen.lineWidth = 3.4;
  pen.strokeStyle = grounds[theme].label;
  pen.stroke();
  pen.lineWidth = 1.6;
  pen.strokeStyle = paper[theme];
  pen.stroke();
  pen.fillStyle = theme === 'light' ? look.onLight : look.onDark;
  const sign = { served: '✓', weak: '!', '2g_only': '2G', blankspot: '×', outage: '↯' }[status];
  pen.font = `600 ${sign.length > 1 ? 8 : 11}px "Noto Sans", system-ui, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(sign, middle, middle + 0.8);
}

/** A hollow ring with a dot: somebody lives here, and nothing reaches. */
function drawUncovered(pen: Pen, theme: MapTheme): void {
  const { label } = grounds[theme];
  pen.beginPath();
  pen.arc(middle, middle, 7.5, 0, 2 * Math.PI);
  pen.fillStyle = paper[theme];
  pen.fill();
  pen.lineWidth = 2.4;
  pen.strokeStyle = label;
  pen.stroke();
  pen.lineWidth = 2;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo(9.2, 9.2);
  pen.lineTo(14.8, 14.8);
  pen.moveTo(14.8, 9.2);
  pen.lineTo(9.2, 14.8);
  pen.stroke();
}

const themes = ['light', 'dark'] as const;

/** What draws the image of that id and how large it is, CSS pixels; null for an id that is none of these. */
export function coverageDrawerOf(id: string): { size: number; draw: (pen: Pen) => void } | null {
  const [what = '', ...parts] = id.split('-');
  const hatched = /^hatch-([0-9a-f]{6})$/.exec(id)?.[1];
  if (hatched) return { size: hatchSize, draw: (pen) => drawHatch(pen, `#${hatched}`) };
  const theme = themes.find((name) => name === parts.at(-1));
  if (theme === undefined) return null;
  if (what === 'uncovered') return { size, draw: (pen) => drawUncovered(pen, theme) };
  const status = measuredStatuses.find((name) => name === parts[0]);
  if (what === 'measured' && status)
    return { size, draw: (pen) => drawMeasured(pen, status, theme) };
  const state = siteStates.find((name) => name === parts[1]);
  const source = siteSources.find((name) => name === parts[2]);
  const hue = Number(parts[0]);
  if (what !== 'site' || !state || !source || !Number.isInteger(hue)) return null;
  return { size, draw: (pen) => drawSite(pen, hue % operatorHues.length, state, source, theme) };
}
