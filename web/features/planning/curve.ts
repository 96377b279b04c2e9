// Where the points of a curve lie on its chart. Pure.

export type Point = [x: number, y: number];

export type ChartBox = { left: number; top: number; width: number; height: number };

/**
 * A point for none and one for each tower: how much is reached with so many of them. `fractions` are
 * 0–1 and never fall.
 */
export function curvePoints(fractions: readonly number[], box: ChartBox): Point[] {
  const steps = Math.max(1, fractions.length);
  return [0, ...fractions].map((fraction, index) => [
    box.left + (box.width * index) / steps,
    box.top + box.height * (1 - Math.min(1, Math.max(0, fraction))),
  ]);
}

export function pathOf(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');
}
