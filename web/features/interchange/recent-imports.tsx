// What was brought in lately: the file, what it was, who and when, what came of it.
import type { ImportSummary } from '#contract/interchange';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDateTime, formatNumber } from '../../lib/format.ts';
import css from './data.module.css';

type Props = { imports: readonly ImportSummary[]; onOpen: (id: string) => void };

export function RecentImports({ imports, onOpen }: Props) {
  return (
    <ul className={css.list}>
      {imports.map((one) => (
        <li key={one.id}>
          <Item summary={one} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function Item({ summary, onOpen }: { summary: ImportSummary; onOpen: (id: string) => void }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.recent;
  const { id, kind, fileName, state, outcome } = summary;
  const number = (value: number) => formatNumber(value, language);
  const name = summary.storedByName ?? summary.createdByName;
  const when = formatDateTime(summary.storedAt ?? summary.createdAt, language);
  return (
    <button type="button" className={css.item} onClick={() => onOpen(id)}>
      <span className={css.itemName}>
        <strong>{fileName}</strong>
        <span>{t.imports.kinds[kind].name}</span>
      </span>
      <span className={css.itemBy}>{words.by(name, when)}</span>
      <span className={css.itemState} data-state={state}>
        {outcome
          ? words.result(number(outcome.inserted), number(outcome.changed))
          : words.states[state]}
      </span>
    </button>
  );
}
