// The legend is the filter: each status with its look, its count, and a switch.
import { useState } from 'react';
import { placeStatuses, type PlaceStatus } from '#contract/status';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { StatusSwatch } from '../../ui/status-symbol.tsx';
import type { LegendCounts } from './count.ts';
import css from './legend.module.css';

type Props = {
  counts: LegendCounts | null;
  /** What is counted: the villages in view, or all where none are drawn. */
  scope: 'view' | 'area';
  hidden: ReadonlySet<PlaceStatus>;
  onHidden: (hidden: ReadonlySet<PlaceStatus>) => void;
  /** True while the map is too far out to draw villages. */
  isTooFar: boolean;
  hasApproximate: boolean;
};

export function Legend(props: Props) {
  const { counts, scope, hidden, onHidden, isTooFar, hasApproximate } = props;
  const t = useText();
  const { language } = useLanguage();
  const [isOpen, setIsOpen] = useState(true);
  const number = (value: number) => formatNumber(value, language);

  const toggle = (status: PlaceStatus) => {
    const next = new Set(hidden);
    if (!next.delete(status)) next.add(status);
    onHidden(next);
  };
  const showOnly = (status: PlaceStatus) =>
    onHidden(new Set(placeStatuses.filter((other) => other !== status)));

  const words = scope === 'view' ? t.status.inView : t.status.inArea;
  return (
    <section className={css.legend} aria-label={t.status.legend}>
      <header className={css.head}>
        <div>
          <h2 className={css.title}>{t.status.legend}</h2>
          <p className={css.scope} aria-live="polite">
            {counts === null ? t.common.loading : words(number(counts.total))}
          </p>
        </div>
        <IconButton
          icon={isOpen ? 'down' : 'up'}
          iconSize={16}
          label={isOpen ? t.status.collapse : t.status.expand}
          aria-expanded={isOpen}
          className={css.fold}
          onClick={() => setIsOpen(!isOpen)}
        />
      </header>
      {isOpen && (
        <>
          <ul className={css.rows}>
            {placeStatuses.map((status) => {
              const isShown = !hidden.has(status);
              return (
                <li key={status} className={css.row} data-off={!isShown || undefined}>
                  <button
                    type="button"
                    role="switch"
                    aria-checked={isShown}
                    aria-label={t.status.show(t.status.names[status])}
                    title={t.status.meaning[status]}
                    className={css.switch}
                    data-legend={status}
                    onClick={() => toggle(status)}
                  >
                    <StatusSwatch status={status} />
                    <span className={css.name}>{t.status.names[status]}</span>
                    <span className={css.count}>
                      {counts === null ? '–' : number(counts.byStatus[status])}
                    </span>
                  </button>
                  <button type="button" className={css.only} onClick={() => showOnly(status)}>
                    {t.status.only}
                  </button>
                </li>
              );
            })}
          </ul>
          {counts !== null && counts.reported > 0 && (
            <p className={css.reported} title={t.status.unconfirmedRowHint}>
              <StatusSwatch status="blankspot" faded />
              <span className={css.name}>{t.status.unconfirmedRow}</span>
              <span className={css.count}>{number(counts.reported)}</span>
            </p>
          )}
          {(hidden.size > 0 || isTooFar || hasApproximate) && (
            <footer className={css.foot}>
              {isTooFar && <p>{t.status.zoomForVillages}</p>}
              {hasApproximate && <p className={css.dashed}>{t.map.approximateNote}</p>}
              {hidden.size > 0 && (
                <button type="button" className={css.all} onClick={() => onHidden(new Set())}>
                  {t.status.showAll}
                </button>
              )}
            </footer>
          )}
        </>
      )}
    </section>
  );
}
