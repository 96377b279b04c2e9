// A small table of layers: operators down, technologies across, a figure with its bar in each cell.
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { allOperators, type CoverageLayer, type LayerKey } from '#contract/coverage';
import { operatorsQuery } from '../../api/evidence.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { daysOf, groupLayers, listTechnologies } from './matrix-rows.ts';
import { formatDays } from './share-text.ts';
import css from './matrix.module.css';

type Props<L> = {
  caption: string;
  values: readonly L[];
  /** Told in the heads: how old each group is. */
  layers: readonly CoverageLayer[];
  renderCell: (value: L, operatorName: string) => ReactNode;
};

export function CoverageMatrix<L extends LayerKey>(props: Props<L>) {
  const { caption, values, layers, renderCell } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const groups = groupLayers(
    values,
    operators.map(({ id }) => id),
  );
  const technologies = listTechnologies(values);
  const nameOf = (id: string) =>
    id === allOperators
      ? words.allOperators
      : (operators.find((operator) => operator.id === id)?.name ?? id);
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.operator}</th>
          {technologies.map((technology) => (
            <th key={technology} scope="col" className={css.cell}>
              {t.status.technologies[technology]}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => {
        const { phase, basis, rows } = group;
        const days = daysOf(group, layers);
        return (
          <tbody key={`${phase} ${basis}`} data-phase={phase}>
            <tr>
              <th scope="rowgroup" colSpan={technologies.length + 1} className={css.group}>
                {words.group(t.coverage.legend.sides[phase], words.groupBases[basis])}
                {days && <span>{words.per(formatDays(days, language))}</span>}
              </th>
            </tr>
            {rows.map(({ operatorId, cells }) => (
              <tr key={operatorId} data-all={operatorId === allOperators || undefined}>
                <th scope="row">{nameOf(operatorId)}</th>
                {technologies.map((technology) => {
                  const value = cells.get(technology);
                  return (
                    <td key={technology} className={css.cell}>
                      {value ? (
                        renderCell(value, nameOf(operatorId))
                      ) : (
                        <span className={css.none} title={words.noLayer}>
                          –<span className="visually-hidden">{words.noLayer}</span>
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

type FigureProps = {
  text: string;
  /** 0–1; null where nothing is known. */
  fraction: number | null;
  /** 0–1 more, of which only a part is covered. */
  partly?: number;
  /** What the figure means, for those who ask and those who listen. */
  title: string;
  below?: string | undefined;
};

/** A figure over its bar. */
export function Figure({ text, fraction, partly = 0, title, below }: FigureProps) {
  return (
    <span className={css.figure} title={title}>
      <span aria-hidden="true">{text}</span>
      <span className={css.bar} aria-hidden="true">
        <span style={{ width: `${(fraction ?? 0) * 100}%` }} />
        <span data-partly style={{ width: `${partly * 100}%` }} />
      </span>
      {below !== undefined && (
        <span className={css.below} aria-hidden="true">
          {below}
        </span>
      )}
      <span className="visually-hidden">{title}</span>
    </span>
  );
}
