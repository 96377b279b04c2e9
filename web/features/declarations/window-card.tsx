// One declaration in the list: its name, until when, and a bar for each operator.
import type { MouseEvent } from 'react';
import type { WindowSummary } from '#contract/declarations';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { ClosingLine } from './closing-line.tsx';
import css from './declarations.module.css';

type Props = { window: WindowSummary; onOpen: () => void };

export function WindowCard({ window, onOpen }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.declarations;
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a className={css.card} href={`/komitmen/deklarasi/${window.id}`} onClick={open}>
      <div>
        <span className={css.cardTitle}>{window.title}</span>
        <span className={css.cardFacts}>
          <ClosingLine window={window} />
          <span>{words.places(formatNumber(window.places, language))}</span>
        </span>
        <span className={css.cardFacts}>
          {words.openedBy(
            window.openedByName,
            window.officeName,
            formatDate(window.openedAt, language),
          )}
        </span>
      </div>
      <AnsweredBars window={window} />
    </a>
  );
}

/** How many places each operator has answered, of all. */
export function AnsweredBars({ window: { operators, places } }: Pick<Props, 'window'>) {
  const words = useText().declarations;
  const { language } = useLanguage();
  return (
    <dl className={css.bars}>
      {operators.map(({ id, name, answered }) => (
        <div key={id} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>
            <span className={css.track} aria-hidden="true">
              <span style={{ width: `${(100 * answered) / places}%` }} />
            </span>
          </dd>
          <dd>
            <span aria-hidden="true">
              {formatNumber(answered, language)}/{formatNumber(places, language)}
            </span>
            <span className="visually-hidden">
              {words.answered(formatNumber(answered, language), formatNumber(places, language))}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
