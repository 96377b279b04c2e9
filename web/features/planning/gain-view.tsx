// What a tower would newly reach: the big figures, what they rest on, village by village, and overlaps.
import type { Gain } from '#contract/planning';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { EmptyState } from '../../ui/states.tsx';
import { gainFigures, gainNotes } from './figures.ts';
import { GainVillages, type VillageTarget } from './gain-villages.tsx';
import { OverlapTable } from './overlap-table.tsx';
import css from './planning.module.css';

type Props = {
  gain: Gain;
  /** The figures are those of before; the new ones are on their way. */
  isStale: boolean;
  hasTerrain: boolean;
  isTerrainWanted: boolean;
  target: string | null;
  onVillage: (village: VillageTarget) => void;
};

export function GainView(props: Props) {
  const { gain, isStale, hasTerrain, isTerrainWanted, target, onVillage } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.planning.gain;
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  const { tower } = t.planning;
  const terrain = gain.isCutByTerrain
    ? tower.terrainUsed
    : hasTerrain
      ? isTerrainWanted
        ? tower.terrainNotHere
        : tower.terrainUnused
      : tower.terrainMissing;
  const isNothing = gain.villagesNew === 0;
  const decimals = gain.areaKm2 < 100 ? 1 : 0;
  return (
    <div aria-busy={isStale} className={css.answer} data-stale={isStale || undefined}>
      <section className={css.section}>
        <h3>{words.title}</h3>
        <p className={css.lead}>{words.of(t.coverage.technologies[gain.technology])}</p>
        <div role="status">
          {isNothing ? (
            <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
          ) : (
            <>
              <dl className={css.figures}>
                {gainFigures(gain).map(({ key, value }) => (
                  <div key={key}>
                    <dd data-unknown={value === null || undefined}>
                      {value === null ? words.unknown : number(value)}
                    </dd>
                    <dt>{words[key]}</dt>
                  </div>
                ))}
              </dl>
              <p className={css.quiet}>
                {words.area(number(gain.newAreaKm2, decimals), number(gain.areaKm2, decimals))}
              </p>
            </>
          )}
        </div>
        <ul className={css.notes}>
          {!isNothing && gainNotes(gain, words, language).map((note) => <li key={note}>{note}</li>)}
          <li>{terrain}</li>
        </ul>
      </section>
      {!isNothing && (
        <section className={css.section}>
          <h3>{words.villagesTitle}</h3>
          <GainVillages gain={gain} target={target} onVillage={onVillage} />
        </section>
      )}
      <section className={css.section}>
        <h3>{t.planning.overlap.title}</h3>
        <OverlapTable gain={gain} />
      </section>
    </div>
  );
}
