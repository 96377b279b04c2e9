// How much of a tower's reach the operators have already, or plan.
import type { Gain } from '#contract/planning';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { fractionText } from './figures.ts';
import css from './planning.module.css';

export function OverlapTable({ gain: { overlaps, technology } }: { gain: Gain }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.planning.overlap;
  const isHiding = overlaps.some(({ plannedFraction }) => plannedFraction === null);
  return (
    <>
      <p className={css.quiet}>{words.hint(t.coverage.technologies[technology])}</p>
      <table className={css.overlaps}>
        <thead>
          <tr>
            <th scope="col">{words.operator}</th>
            <th scope="col">{words.onAir}</th>
            <th scope="col">{words.planned}</th>
          </tr>
        </thead>
        <tbody>
          {overlaps.map(({ operatorId, operatorName, onAirFraction, plannedFraction }) => (
            <tr key={operatorId}>
              <th scope="row">{operatorName}</th>
              <td>{fractionText(onAirFraction, language)}</td>
              <td>
                {plannedFraction === null ? (
                  <small>{words.hidden}</small>
                ) : (
                  fractionText(plannedFraction, language)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isHiding && <p className={css.quiet}>{words.hiddenHint}</p>}
    </>
  );
}
