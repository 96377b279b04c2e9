// The figures of one layer in one area, large: villages, people, and how large the layer is.
import type { AreaCoverage, CoverageLayer } from '#contract/coverage';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import css from './screen.module.css';

type FigureProps = { value: string; label: string; note?: string | undefined };

function Figure({ value, label, note }: FigureProps) {
  return (
    <div>
      <dd className={css.value}>{value}</dd>
      <dt>{label}</dt>
      {note !== undefined && <dd className={css.note}>{note}</dd>}
    </div>
  );
}

type Props = { sums: AreaCoverage; layer: CoverageLayer };

export function LayerFigures({ sums, layer }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.screen.figures;
  const number = (value: number) => formatNumber(Math.round(value), language);
  const { villages, villagesCovered, villagesPartly } = sums;
  const { population, populationCovered, villagesWithoutPeople: unknown } = sums;
  const people = [
    words.ofPeople(number(population)),
    ...(unknown === 0 ? [] : [words.unknownPeople(number(unknown))]),
  ].join('; ');
  return (
    <dl className={css.figures}>
      <Figure
        value={number(villagesCovered)}
        label={words.covered}
        note={words.ofVillages(number(villages))}
      />
      <Figure value={number(villagesPartly)} label={words.partly} />
      <Figure value={number(villages - villagesCovered - villagesPartly)} label={words.untouched} />
      {population === 0 ? (
        <Figure value="?" label={words.remainingPeople} note={words.peopleUnknown} />
      ) : (
        <Figure
          value={number(population - populationCovered)}
          label={words.remainingPeople}
          note={people}
        />
      )}
      <Figure value={number(layer.areaKm2)} label={words.layerArea} note={words.wholeLayer} />
    </dl>
  );
}
