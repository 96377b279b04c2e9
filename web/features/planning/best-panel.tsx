// Where towers would help most in a regency: the curve of what each adds, and the list of positions.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { SitePosition } from '#contract/coverage';
import type { Best } from '#contract/planning';
import { terrainQuery } from '../../api/coverage.ts';
import { bestQuery } from '../../api/planning.ts';
import { regionQuery } from '../../api/regions.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDistance, formatNumber } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';
import { bestRequest, type BestWanted, type Tower } from '../../lib/plan-view.ts';
import { problemText } from '../../lib/problems.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { BestCurve } from './best-curve.tsx';
import { BestSteps } from './best-steps.tsx';
import { NumberField } from './number-field.tsx';
import css from './planning.module.css';
import { RegencyField } from './regency-field.tsx';
import { TowerForm } from './tower-form.tsx';

type Props = {
  wanted: BestWanted;
  onWanted: (wanted: BestWanted) => void;
  tower: Tower;
  onTower: (tower: Tower) => void;
  provinceCode: string | null;
  /** A position becomes the tower that is thought of. */
  onStep: (position: SitePosition) => void;
  onLeave: () => void;
};

export function BestPanel(props: Props) {
  const { wanted, onWanted, tower, onTower, provinceCode, onStep, onLeave } = props;
  const t = useText();
  const words = t.planning.best;
  const { data: regency } = useQuery(regionQuery(wanted.regencyCode));
  const { data: terrain } = useQuery(terrainQuery);
  const best = useQuery(bestQuery(bestRequest(wanted, tower)));
  return (
    <>
      <header className={css.head}>
        <div>
          <h2>{words.title}</h2>
          <p className={css.quiet}>{regency ? placeName(regency) : wanted.regencyCode}</p>
        </div>
        <IconButton icon="close" label={t.planning.leave} onClick={onLeave} />
      </header>
      <div className={css.scroll}>
        <section className={css.section}>
          <div className={css.form}>
            <div className={css.pair}>
              {provinceCode && (
                <RegencyField
                  label={words.regency}
                  provinceCode={provinceCode}
                  value={wanted.regencyCode}
                  onChange={(regencyCode) => onWanted({ ...wanted, regencyCode })}
                />
              )}
              <NumberField
                label={words.count}
                value={wanted.count}
                min={1}
                max={20}
                isWhole
                refusal={words.countHint}
                onChange={(count) => count !== null && onWanted({ ...wanted, count })}
              />
            </div>
            <TowerForm
              isBrief
              tower={tower}
              onTower={onTower}
              operators={[]}
              estimateM={best.data?.isEstimate ? best.data.radiusM : null}
              hasTerrain={terrain?.isAvailable ?? false}
            />
          </div>
        </section>
        {best.isError ? (
          <ErrorState
            title={t.common.cannotLoad}
            body={problemText(best.error, t.problem)}
            retryLabel={t.common.tryAgain}
            onRetry={() => void best.refetch()}
          />
        ) : best.data === undefined ? (
          <div className={css.section}>
            <LoadingLines count={8} label={words.searching} />
          </div>
        ) : (
          <div
            className={css.answer}
            aria-busy={best.isPlaceholderData}
            data-stale={best.isPlaceholderData || undefined}
          >
            <BestAnswer
              best={best.data}
              technology={t.coverage.technologies[tower.technology]}
              count={wanted.count}
              hasTerrain={terrain?.isAvailable ?? false}
              isTerrainWanted={tower.cutsByTerrain}
              onStep={onStep}
            />
          </div>
        )}
      </div>
    </>
  );
}

type AnswerProps = {
  best: Best;
  /** In words, such as 4G. */
  technology: string;
  count: number;
  hasTerrain: boolean;
  isTerrainWanted: boolean;
  onStep: Props['onStep'];
};

function BestAnswer(props: AnswerProps) {
  const { best, technology, count, hasTerrain, isTerrainWanted, onStep } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.planning.best;
  const [hovered, setHovered] = useState<number | null>(null);
  const number = (value: number) => formatNumber(value, language);
  const { steps, weight, placesWithout } = best;
  if (placesWithout === 0)
    return (
      <EmptyState icon="check" title={words.none}>
        {words.noneHint(technology)}
      </EmptyState>
    );
  const { tower } = t.planning;
  const terrain = best.isCutByTerrain
    ? tower.terrainUsed
    : hasTerrain
      ? isTerrainWanted
        ? tower.terrainNotHere
        : tower.terrainUnused
      : tower.terrainMissing;
  return (
    <>
      <section className={css.section}>
        <p className={css.sum} role="status">
          {words.withoutWeight[weight](number(placesWithout), number(best.weightWithout))}
        </p>
        <BestCurve
          fractions={steps.map(({ reachedFraction }) => reachedFraction)}
          hovered={hovered}
        />
      </section>
      <section className={css.section}>
        <BestSteps best={best} onStep={onStep} onHover={setHovered} />
        {steps.length < count && <p className={css.quiet}>{words.fewer(number(steps.length))}</p>}
        <ul className={css.notes}>
          <li>{words.weightedBy[weight]}</li>
          <li>
            {words.how(formatDistance(best.radiusM, language))}
            {best.isEstimate && ` ${words.howEstimate}`}
          </li>
          <li>{terrain}</li>
        </ul>
      </section>
    </>
  );
}
