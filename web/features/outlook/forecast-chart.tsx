// Two lines of what is left by quarter, and the level below which nobody has promised anything: read from
// the back of a room. The same figures stand in the table below.
import type { Forecast } from '#contract/outlook';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { phoneQuery, useMedia } from '../../lib/use-media.ts';
import { pathOf, roundUp, stepPoints, stepX, stepY, type StepBox } from './forecast-steps.ts';
import { quarterName, whenText, type Shown } from './forecast-words.ts';
import css from './forecast.module.css';

const wide = {
  size: { width: 960, height: 360 },
  box: { left: 72, top: 36, width: 864, height: 264 } satisfies StepBox,
};
const narrow = {
  size: { width: 358, height: 280 },
  box: { left: 54, top: 32, width: 296, height: 192 } satisfies StepBox,
};
/** With more quarters the figures would stand on one another. */
const mostLabelled = { wide: 8, narrow: 4 } as const;

export function ForecastChart({ forecast, shown }: { forecast: Forecast; shown: Shown }) {
  const t = useText();
  const { language } = useLanguage();
  const isPhone = useMedia(phoneQuery);
  const words = t.outlook.forecast;
  const { size, box } = isPhone ? narrow : wide;
  const { quarters, now, promised } = forecast;
  const count = quarters.length;
  const kept = quarters.map(({ ifKept }) => ifKept[shown]);
  const slipped = quarters.map(({ ifSlipped }) => ifSlipped[shown]);
  const top = roundUp(now[shown]);
  const rest = now[shown] - promised[shown];
  const number = (value: number) => formatNumber(value, language);
  const bottom = box.top + box.height;
  const right = box.left + box.width;
  const last = quarters.at(-1);
  const keptPoints = stepPoints(now[shown], kept, top, box);
  const slippedPoints = stepPoints(now[shown], slipped, top, box);
  const every = count <= mostLabelled[isPhone ? 'narrow' : 'wide'] ? 1 : isPhone ? 3 : 2;
  const isLabelled = (index: number) => (count - 1 - index) % every === 0;
  const summary =
    last === undefined
      ? ''
      : words.chart(
          number(last.ifKept[shown]),
          number(last.ifSlipped[shown]),
          words.unit[shown],
          whenText(last, t),
        );
  return (
    <figure className={css.figure}>
      <figcaption className={css.key}>
        <span data-line="kept">{words.ifKept}</span>
        <span data-line="slipped">{words.ifSlipped}</span>
        <span data-line="rest">{words.unpromisedLine(number(rest))}</span>
      </figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={summary}>
        <text className={css.axis} x={box.left - 8} y={box.top - 14} textAnchor="end">
          {words.unit[shown]}
        </text>
        {[0, 0.5, 1].map((mark) => {
          const y = stepY(mark * top, top, box);
          return (
            <g key={mark}>
              <line className={css.grid} x1={box.left} x2={right} y1={y} y2={y} />
              <text className={css.axis} x={box.left - 8} y={y + 5} textAnchor="end">
                {number(Math.round(mark * top))}
              </text>
            </g>
          );
        })}
        <path
          className={css.gap}
          d={`${pathOf(slippedPoints)}${pathOf(keptPoints.toReversed()).replace('M', 'L')}Z`}
        />
        <path
          className={css.rest}
          d={`M${box.left} ${stepY(rest, top, box)}H${right}V${bottom}H${box.left}Z`}
        />
        <path className={css.slippedLine} d={pathOf(slippedPoints)} />
        <path className={css.keptLine} d={pathOf(keptPoints)} />
        <text className={css.value} x={box.left + 6} y={stepY(now[shown], top, box) - 8}>
          {number(now[shown])}
        </text>
        {quarters.map(({ endsOn }, index) => {
          const x = stepX(index + 1, count, box);
          const [keptHere, slippedHere] = [kept[index] ?? 0, slipped[index] ?? 0];
          // The last figure stands before the edge.
          const beside =
            index === count - 1 ? { x: right, textAnchor: 'end' as const } : { x: x + 6 };
          return (
            <g key={endsOn}>
              <line className={css.tick} x1={x} x2={x} y1={bottom} y2={bottom + 5} />
              {isLabelled(index) && (
                <>
                  <text className={css.axis} x={x} y={bottom + 22} textAnchor="middle">
                    {quarterName(endsOn, t).replace(/ \d{4}$/, '')}
                  </text>
                  <text className={css.axis} x={x} y={bottom + 38} textAnchor="middle">
                    {endsOn.slice(0, 4)}
                  </text>
                  <text className={css.value} {...beside} y={stepY(keptHere, top, box) + 20}>
                    {number(keptHere)}
                  </text>
                  {slippedHere !== keptHere && (
                    <text
                      className={css.slippedValue}
                      {...beside}
                      y={stepY(slippedHere, top, box) - 8}
                    >
                      {number(slippedHere)}
                    </text>
                  )}
                </>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
