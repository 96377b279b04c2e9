// One village of the table: how much of its area and its localities the layer reaches, who is left.
import type { CoverageRow } from '#contract/coverage';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';
import { remainingPeople } from './remaining.ts';
import { formatShare } from './share-text.ts';
import css from './table.module.css';

type Props = {
  row: CoverageRow;
  index: number;
  isActive: boolean;
  /** From the top of the rows, CSS pixels. */
  topPx: number;
  onOpen: () => void;
};

export function RemainingRow({ row, index, isActive, topPx, onOpen }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.table;
  const number = (value: number) => formatNumber(value, language);
  const share = formatShare(row.areaFraction, language);
  const left = remainingPeople(row);
  const isEstimate = row.populationBasis === 'area' && row.populationFraction !== 0;
  const people =
    left === null
      ? words.unknownPeople
      : `${words.peopleOf(number(left), number(row.population ?? 0))}${isEstimate ? `, ${words.byArea}` : ''}`;
  return (
    <div
      role="row"
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 1}
      className={css.row}
      data-code={row.code}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={onOpen}
    >
      <div role="gridcell" data-column="name" title={placeName(row)}>
        {placeName(row)}
      </div>
      <div role="gridcell" data-column="district" title={row.districtName}>
        {row.districtName}
      </div>
      <div role="gridcell" data-column="regency" title={row.regencyName}>
        {row.regencyName}
      </div>
      <div role="gridcell" data-column="area" title={words.areaOf(share)}>
        <span className={css.bar} aria-hidden="true">
          <span style={{ width: `${row.areaFraction * 100}%` }} />
        </span>
        <span>{share}</span>
      </div>
      <div
        role="gridcell"
        data-column="localities"
        title={
          row.localities === 0
            ? words.noLocalities
            : words.localitiesOf(number(row.localitiesCovered), number(row.localities))
        }
      >
        {row.localities === 0 ? '–' : `${number(row.localitiesCovered)}/${number(row.localities)}`}
      </div>
      <div
        role="gridcell"
        data-column="people"
        data-unknown={left === null || undefined}
        title={people}
      >
        {left === null ? '?' : `${isEstimate ? '≈ ' : ''}${number(left)}`}
      </div>
    </div>
  );
}
