// Where the two lines of the forecast lie on their chart: flat within a quarter, a step at its end. Pure.

export type Point = [x: number, y: number];
export type StepBox = { left: number; top: number; width: number; height: number };

/** The round figure above `value` at which the chart ends: 1, 2, 3, 5 or 8 times a power of ten. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const factor = [1, 2, 3, 5, 8, 10].find((one) => one * power >= value) ?? 10;
  return factor * power;
}

/** The end of the n-th quarter; 0 is today. After the last one the line goes on for half a quarter. */
export function stepX(index: number, count: number, box: StepBox): number {
  return box.left + (box.width * index) / (count + 0.5);
}

export function stepY(value: number, top: number, box: StepBox): number {
  return box.top + box.height * (1 - value / top);
}

/** The corners of a line: `now` until the first quarter's end, then what is left after each. */
export function stepPoints(
  now: number,
  values: readonly number[],
  top: number,
  box: StepBox,
): Point[] {
  const after = [now, ...values];
  return after.flatMap((value, index): Point[] => {
    const y = stepY(value, top, box);
    const isLast = index === values.length;
    return [
      [stepX(index, values.length, box), y],
      [isLast ? box.left + box.width : stepX(index + 1, values.length, box), y],
    ];
  });
}

export function pathOf(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');
}
