// A report's statements as short lines: who in plain, what in bold.
import type { Operator, Statement } from '#contract/evidence';
import { useLanguage, useText } from '../../i18n/text.tsx';
import css from './evidence.module.css';
import { statementLines } from './statement-words.ts';

type Props = { statements: readonly Statement[]; operators: readonly Operator[] };

export function StatementText({ statements, operators }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const lines = statementLines(statements, operators, t, language);
  return lines.map(({ operators: who, answer }) => (
    <span key={answer} className={css.statement}>
      {who === '' ? (
        <strong>{answer.charAt(0).toUpperCase() + answer.slice(1)}</strong>
      ) : (
        <>
          {who}: <strong>{answer}</strong>
        </>
      )}
    </span>
  ));
}
