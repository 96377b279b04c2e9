// Why a file was not read, and where in it.
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { isRefusal, problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import css from './data.module.css';

type Place = { row?: number; column?: number; value?: string; rows?: number; limit?: number };

/** What the refusal carries beside its code. */
function placeOf(error: Error): Place {
  return isRefusal(error) && typeof error.body === 'object' && error.body !== null
    ? error.body
    : {};
}

export function UnreadFile({ name, error }: { name: string; error: Error }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports;
  const { row, column, value, rows, limit } = placeOf(error);
  const shown = (number: number) => formatNumber(number, language);
  const where = [
    ...(row === undefined ? [] : [words.at.row(shown(row))]),
    ...(column === undefined ? [] : [words.at.column(shown(column))]),
    ...(value === undefined || value === name ? [] : [`“${value}”`]),
  ];
  return (
    <Note tone="error" title={`${words.notRead}: ${name}`}>
      <p className={css.plain}>{problemText(error, t.problem)}</p>
      {where.length > 0 && <p className={css.where}>{where.join(', ')}</p>}
      {rows !== undefined && limit !== undefined && (
        <p className={css.where}>{words.at.limit(shown(rows), shown(limit))}</p>
      )}
    </Note>
  );
}
