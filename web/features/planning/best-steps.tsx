// The positions one after the other, with what each adds; a click makes one the tower that is planned.
import type { SitePosition } from '#contract/coverage';
import type { Best } from '#contract/planning';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { localityName } from '../../lib/locality-name.ts';
import { placeName } from '../../lib/place-name.ts';
import { fractionText } from './figures.ts';
import css from './planning.module.css';

type Props = {
  best: Best;
  onStep: (position: SitePosition) => void;
  /** Index of the position that is pointed at; null: none. */
  onHover: (index: number | null) => void;
};

export function BestSteps({ best: { steps, weight }, onStep, onHover }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.planning.best;
  const number = (value: number) => formatNumber(value, language);
  return (
    <ol className={css.rows}>
      {steps.map((step, index) => {
        const name = step.source === 'locality' ? localityName(step) : placeName(step);
        const { elevationM } = step;
        const where = [
          words.source[step.source],
          ...(elevationM === null ? [] : [words.elevation(number(elevationM))]),
        ].join(', ');
        return (
          <li key={`${step.villageCode} ${step.position.join()}`}>
            <button
              type="button"
              className={css.row}
              aria-label={`${words.choose(number(index + 1))}: ${name}`}
              onClick={() => onStep(step.position)}
              onPointerEnter={() => onHover(index)}
              onPointerLeave={() => onHover(null)}
              onFocus={() => onHover(index)}
              onBlur={() => onHover(null)}
            >
              <span className={css.badge}>{index + 1}</span>
              <span className={css.name}>
                {name}
                <small>{where}</small>
              </span>
              <span className={css.value}>
                {words.adds[weight](number(step.placesNew), number(step.weightNew))}
                <small>{words.reached(fractionText(step.reachedFraction, language))}</small>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
