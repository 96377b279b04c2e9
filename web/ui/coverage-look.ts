// How coverage looks: a hue for each operator that no status has, lighter or darker by technology. The hue
// never stands alone: hatching says planned, the outline says computed or filed, and words stand beside it.
import type { CellTechnology } from '#contract/coverage';

type Theme = 'light' | 'dark';
type Hue = Record<Theme, string>;

/**
 * In the order of the operators. Checked as the statuses are, with simulated protanopia, deuteranopia and
 * tritanopia: of the first three the closest pair stays at ΔE ≥ 25, and from every status at ≥ 17.
 */
export const operatorHues: readonly Hue[] = [
  { light: '#1f48f0', dark: '#1767ff' },
  { light: '#d83cc6', dark: '#e394ec' },
  { light: '#4b7416', dark: '#b0f023' },
  { light: '#7a4a1e', dark: '#d9a06a' },
];

/** All operators together. */
const togetherHue: Hue = { light: '#3d4852', dark: '#c3ccd4' };

/** How much of the ground is mixed into the hue; below zero: of its opposite. */
const mixed: Record<CellTechnology, number> = { '2g': 0.45, '3g': 0.25, '4g': 0, '5g': -0.3 };
const ground: Record<Theme, number> = { light: 255, dark: 0 };

function mix(colour: string, share: number, theme: Theme): string {
  const other = share < 0 ? 255 - ground[theme] : ground[theme];
  const part = Math.abs(share);
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const hex = channels.map((value) =>
    Math.round(value * (1 - part) + other * part)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}

/** `hue` counts the operators from 0; null: all of them together. */
export function coverageColour(
  hue: number | null,
  technology: CellTechnology,
  theme: Theme,
): string {
  const base = hue === null ? togetherHue : operatorHues[hue % operatorHues.length];
  return mix((base ?? togetherHue)[theme], mixed[technology], theme);
}
