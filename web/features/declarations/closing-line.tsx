// Until when a declaration can be answered, or since when it no longer can.
import type { WindowSummary } from '#contract/declarations';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import css from './declarations.module.css';

type Props = { window: Pick<WindowSummary, 'isOpen' | 'daysLeft' | 'closesOn'> };

/** So many days before the end it is pressing. */
const soonDays = 3;

export function ClosingLine({ window: { isOpen, daysLeft, closesOn } }: Props) {
  const words = useText().declarations;
  const { language } = useLanguage();
  const day = formatDate(closesOn, language);
  if (!isOpen) return <span>{words.closed(day)}</span>;
  return (
    <>
      <span className={css.due} data-soon={daysLeft <= soonDays || undefined}>
        {words.daysLeft(daysLeft)}
      </span>
      <span>{words.closes(day)}</span>
    </>
  );
}
