// The section of the ground from an antenna to a place: ground, line of sight, first Fresnel zone.
import type { Profile } from '#contract/planning';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDistance, formatNumber } from '../../lib/format.ts';
import { pathOf, type ChartBox } from './curve.ts';
import css from './chart.module.css';
import { shapeProfile } from './profile-shape.ts';

const size = { width: 348, height: 180 };
const box: ChartBox = { left: 46, top: 10, width: 292, height: 140 };

/** `name`: of the place at its end. */
export function ProfileChart({ profile, name }: { profile: Profile; name: string }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.planning.profile;
  const { ground, line, fresnel, blocked, lowM, highM } = shapeProfile(profile, box);
  const bottom = box.top + box.height;
  const metres = (value: number) => `${formatNumber(value, language)} m`;
  const [lineFrom, lineTo] = [line[0], line.at(-1)];
  return (
    <figure className={css.figure}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={words.chart(name)}>
        <path className={css.fresnel} d={`${pathOf(fresnel)}Z`} />
        <path className={css.ground} d={`${pathOf(ground)}Z`} />
        {lineFrom && lineTo && <path className={css.sight} d={pathOf([lineFrom, lineTo])} />}
        {blocked && (
          <path
            className={css.block}
            d={`M${blocked[0] - 6} ${blocked[1] - 6}l12 12m0 -12l-12 12`}
          />
        )}
        <text className={css.axis} x={box.left - 8} y={box.top + 10} textAnchor="end">
          {metres(highM)}
        </text>
        <text className={css.axis} x={box.left - 8} y={bottom} textAnchor="end">
          {metres(lowM)}
        </text>
        <text className={css.axis} x={box.left} y={bottom + 20}>
          0
        </text>
        <text className={css.axis} x={box.left + box.width} y={bottom + 20} textAnchor="end">
          {formatDistance(profile.distanceM, language)}
        </text>
      </svg>
      <ul className={css.key}>
        <li data-key="ground">{words.ground}</li>
        <li data-key="sight">{words.line}</li>
        <li data-key="fresnel">{words.fresnel}</li>
      </ul>
    </figure>
  );
}
