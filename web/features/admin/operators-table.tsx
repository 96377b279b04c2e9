// The table of operators: those that stand for themselves first, then those that were taken over.
import { Button } from '@mantine/core';
import type { KeptOperator } from '#contract/operators';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import css from './operators-table.module.css';

export type OperatorAction = 'edit' | 'succeed';

type Props = {
  operators: readonly KeptOperator[];
  onAction: (action: OperatorAction, operator: KeptOperator) => void;
};

export function OperatorsTable({ operators, onAction }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.operators;
  const number = (value: number) => formatNumber(value, language);
  return (
    <div className={css.scroll} role="region" aria-label={words.title} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.codes}</th>
            <th scope="col" className={css.figure}>
              {words.commitments}
            </th>
            <th scope="col" className={css.figure}>
              {words.accounts}
            </th>
            <th scope="col">{words.standing}</th>
            <th scope="col">{words.actions}</th>
          </tr>
        </thead>
        <tbody>
          {operators.map((operator) => {
            const { id, name, isMobile, networkCodes, successorName, succeededOn } = operator;
            const isTakenOver = successorName !== null;
            return (
              <tr key={id} data-gone={isTakenOver || undefined}>
                <th scope="row">{name}</th>
                <td>{isMobile ? words.mobile : words.other}</td>
                <td className={css.codes}>{networkCodes.join(', ') || '–'}</td>
                <td className={css.figure}>{number(operator.commitments)}</td>
                <td className={css.figure}>{number(operator.accounts)}</td>
                <td>
                  {isTakenOver
                    ? words.takenOver(
                        successorName,
                        succeededOn === null ? '–' : formatDate(succeededOn, language),
                      )
                    : words.active}
                </td>
                <td className={css.actions}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={words.editOf(name)}
                    onClick={() => onAction('edit', operator)}
                  >
                    {words.edit}
                  </Button>
                  {!isTakenOver && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={words.succeedOf(name)}
                      onClick={() => onAction('succeed', operator)}
                    >
                      {words.succeed}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
