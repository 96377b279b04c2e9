// What one of two maps shows, in words, under the map: whose coverage, as of when, and what it rests on.
import { useQuery } from '@tanstack/react-query';
import { coverageBases, type CoverageOverview } from '#contract/coverage';
import { operatorsQuery } from '../../api/evidence.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Half } from '../../lib/coverage-view.ts';
import { formatDate } from '../../lib/format.ts';
import { CoverageSwatch } from '../../ui/coverage-swatch.tsx';
import css from './half.module.css';

type Props = {
  half: Half;
  overview: CoverageOverview;
  /** False where the map is too far out for a past day. */
  isNear: boolean;
};

export function HalfKey({ half, overview, isNear }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverage.compare;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const index = operators.findIndex(({ id }) => id === half.operatorId);
  const name = operators[index]?.name ?? t.coverage.allOperators;
  const layers = overview.layers.filter(
    ({ operatorId, technology, phase }) =>
      operatorId === half.operatorId && technology === half.technology && phase === half.phase,
  );
  const shown = coverageBases.filter((basis) => layers.some((layer) => layer.basis === basis));
  const hasComputed = shown.includes('computed');
  const when = half.onDay === null ? words.today : words.asOf(formatDate(half.onDay, language));
  return (
    <div className={css.key} aria-live="polite">
      <p className={css.keyTitle}>
        {name} {t.coverage.technologies[half.technology]}
        <span> · {when}</span>
      </p>
      {!isNear && half.onDay !== null && <p>{words.zoomForDay}</p>}
      {layers.length === 0 && half.onDay === null && <p>{words.nothing}</p>}
      {shown.map((basis) => (
        <p key={basis} className={css.keyLine}>
          <CoverageSwatch
            hue={index === -1 ? null : index}
            technology={half.technology}
            phase={half.phase}
            basis={basis}
          />
          {t.coverage.legend.bases[basis]}
        </p>
      ))}
      {hasComputed && (
        <p>
          {overview.cutsByTerrain ? t.coverage.legend.withTerrain : t.coverage.legend.noTerrain}
        </p>
      )}
    </div>
  );
}
