// Per operator: the best technology, its strength, when it was seen and whether that is verified; and why.
import { Fragment, useState } from 'react';
import type { OperatorLine } from '#contract/status';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Messages } from '../../i18n/id.ts';
import { formatDate } from '../../lib/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { cellOf, columns, type Cell } from './matrix-cell.ts';
import { WhyList } from './why-list.tsx';
import css from './operator-matrix.module.css';

/** The row of sources that name no operator. */
const anyOperator = '*';

const signs: Record<Cell, string> = { present: '●', absent: '–', unsaid: '·' };

function strengthWord(line: OperatorLine, words: Record<string, string>): string {
  return line.strength === null ? '' : (words[line.strength] ?? line.strength);
}

/** The cells of an operator about which something is known. */
function Known({ line, technology }: { line: OperatorLine; technology: string }) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <>
      {columns.map((column) => {
        const cell = cellOf(technology, column);
        const word = t.status.cell[cell];
        return (
          <td key={column} className={css.cell} data-cell={cell} title={word}>
            <span aria-hidden="true">{signs[cell]}</span>
            <span className="visually-hidden">{word}</span>
          </td>
        );
      })}
      <td>{strengthWord(line, t.status.strengths)}</td>
      <td className={css.date}>
        {line.observedOn !== null && (
          <>
            {formatDate(line.observedOn, language)}
            <span className={css.basis} data-confirmed={line.confirmed || undefined}>
              {basisOf(line, t.status)}
              {line.stale && `, ${t.status.stale}`}
            </span>
          </>
        )}
      </td>
    </>
  );
}

/** What made it: a model or a table by its name, a report by whether somebody has verified it. */
function basisOf({ confirmed, why }: OperatorLine, words: Messages['status']): string {
  const made = why.find(({ part }) => part === 'made');
  if (made?.modelled) return words.modelled;
  if (made?.kind === 'statistics') return words.kinds.statistics;
  return confirmed ? words.verified : words.reported;
}

export function OperatorMatrix({ operators }: { operators: readonly OperatorLine[] }) {
  const t = useText();
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <table className={css.table}>
      <caption className={css.caption}>{t.status.operators}</caption>
      <thead>
        <tr>
          <th scope="col">{t.status.operator}</th>
          {columns.map((technology) => (
            <th key={technology} scope="col" className={css.cell}>
              {t.status.technologies[technology]}
            </th>
          ))}
          <th scope="col">{t.status.strength}</th>
          <th scope="col" className={css.date}>
            {t.status.date}
          </th>
        </tr>
      </thead>
      <tbody>
        {operators.map((line) => {
          const key = line.operatorId ?? anyOperator;
          const name = line.operatorId === null ? t.status.anyOperator : line.operatorName;
          const isOpen = openId === key;
          return (
            <Fragment key={key}>
              <tr data-operator={key} data-operator-status={line.status}>
                <th scope="row">
                  <button
                    type="button"
                    className={css.name}
                    aria-expanded={isOpen}
                    title={t.status.whyOf(name)}
                    onClick={() => setOpenId(isOpen ? null : key)}
                  >
                    <Icon name={isOpen ? 'down' : 'right'} size={12} />
                    <span>{name}</span>
                  </button>
                </th>
                {line.technology === null ? (
                  <td colSpan={columns.length + 2} className={css.unknown}>
                    {t.status.cell.unknown}
                  </td>
                ) : (
                  <Known line={line} technology={line.technology} />
                )}
              </tr>
              {isOpen && (
                <tr>
                  <td colSpan={columns.length + 3} className={css.why}>
                    <WhyList lines={line.why} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
