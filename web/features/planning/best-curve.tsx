// The curve of how much is reached with each further tower: read from the back of a room, in one colour.
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { curvePoints, pathOf, type ChartBox } from './curve.ts';
import { fractionText } from './figures.ts';
import css from './chart.module.css';

const size = { width: 348, height: 196 };
const box: ChartBox = { left: 46, top: 26, width: 276, height: 134 };
const marks = [0, 0.5, 1];
/** More figures than these would stand on one another. */
const labelledSteps = 6;

type Props = {
  /** Reached with so many towers, 0–1. */
  fractions: readonly number[];
  /** Index of the tower that is pointed at. */
  hovered: number | null;
};

export function BestCurve({ fractions, hovered }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.planning.best;
  const points = curvePoints(fractions, box);
  const last = fractions.length;
  const isLabelled = (tower: number) =>
    tower > 0 && (last <= labelledSteps || tower === last || tower - 1 === hovered);
  const summary = words.curveOf(
    formatNumber(last, language),
    fractionText(fractions.at(-1) ?? 0, language),
  );
  const bottom = box.top + box.height;
  return (
    <figure className={css.figure}>
      <figcaption>{words.curve}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={summary}>
        {marks.map((mark) => {
          const y = box.top + box.height * (1 - mark);
          return (
            <g key={mark}>
              <line className={css.grid} x1={box.left} x2={box.left + box.width} y1={y} y2={y} />
              <text className={css.axis} x={box.left - 8} y={y + 5} textAnchor="end">
                {fractionText(mark, language)}
              </text>
            </g>
          );
        })}
        <path
          className={css.curveArea}
          d={`${pathOf(points)}L${points.at(-1)?.[0] ?? 0} ${bottom}L${box.left} ${bottom}Z`}
        />
        <path className={css.curveLine} d={pathOf(points)} />
        {points.map(([x, y], tower) => (
          <g key={x} data-hovered={tower - 1 === hovered || undefined}>
            {tower > 0 && <circle className={css.curveDot} cx={x} cy={y} r={5} />}
            {isLabelled(tower) && (
              <text className={css.curveValue} x={x} y={y - 10} textAnchor="middle">
                {fractionText(fractions[tower - 1] ?? 0, language)}
              </text>
            )}
            {tower > 0 && (last <= 10 || tower % 5 === 0) && (
              <text className={css.axis} x={x} y={bottom + 18} textAnchor="middle">
                {tower}
              </text>
            )}
          </g>
        ))}
        <text className={css.axis} x={box.left} y={size.height - 2}>
          {words.towers}
        </text>
      </svg>
    </figure>
  );
}
