// The legend is the filter: each status with its look, its count, and a switch.
import { useState, type ReactNode } from 'react';
import type { StatusView } from '#contract/status';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Lens } from '../../lib/lens.ts';
import { LensSwatch } from '../../ui/lens-swatch.tsx';
import { StatusSwatch } from '../../ui/status-symbol.tsx';
import type { LegendCounts } from './count.ts';
import { legendRows } from './legend-rows.ts';
import { LegendView } from './legend-view.tsx';
import css from './legend.module.css';

type Props = {
  counts: LegendCounts | null;
  /** What is counted: the villages in view, or all where none are drawn. */
  scope: 'view' | 'area';
  hidden: ReadonlySet<string>;
  onHidden: (hidden: ReadonlySet<string>) => void;
  view: StatusView;
  onView: (view: StatusView) => void;
  lens: Lens;
  onLens: (lens: Lens) => void;
  /** True while the map is too far out to draw villages. */
  isTooFar: boolean;
  hasApproximate: boolean;
  /** False while statuses are not drawn: their rows step aside. */
  hasRows?: boolean;
  /** What else the map draws, below the rows. */
  children?: ReactNode;
};

export function Legend(props: Props) {
  const { counts, scope, hidden, onHidden, view, lens, isTooFar, hasApproximate } = props;
  const { hasRows = true } = props;
  const t = useText();
  const { language } = useLanguage();
  const [isOpen, setIsOpen] = useState(true);
  const number = (value: number) => formatNumber(value, language);

  const rows = legendRows(view, lens, t.status);
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    onHidden(next);
  };
  const showOnly = (key: string) =>
    onHidden(new Set(rows.map((row) => row.key).filter((other) => other !== key)));

  const words = scope === 'view' ? t.status.inView : t.status.inArea;
  return (
    <section className={css.legend} aria-label={t.status.legend}>
      <header className={css.head}>
        <div>
          <h2 className={css.title}>{hasRows ? t.status.view.titles[lens] : t.status.legend}</h2>
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
          {hasRows && (
            <>
              <LegendView view={view} onView={props.onView} lens={lens} onLens={props.onLens} />
              <ul className={css.rows}>
                {rows.map((row) => {
                  const isShown = !hidden.has(row.key);
                  return (
                    <li key={row.key} className={css.row} data-off={!isShown || undefined}>
                      <button
                        type="button"
                        role="switch"
                        aria-checked={isShown}
                        aria-label={t.status.show(row.name)}
                        title={row.meaning === '' ? undefined : row.meaning}
                        className={css.switch}
                        data-legend={row.key}
                        onClick={() => toggle(row.key)}
                      >
                        {'status' in row ? (
                          <StatusSwatch status={row.status} />
                        ) : (
                          <LensSwatch category={row.category} />
                        )}
                        <span className={css.name}>{row.name}</span>
                        <span className={css.count}>
                          {counts === null ? '–' : number(counts.byKey[row.key] ?? 0)}
                        </span>
                      </button>
                      <button type="button" className={css.only} onClick={() => showOnly(row.key)}>
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
              {counts !== null && counts.modelled > 0 && (
                <p className={css.reported} title={t.status.modelledRowHint}>
                  <StatusSwatch status="served" modelled />
                  <span className={css.name}>{t.status.modelledRow}</span>
                  <span className={css.count}>{number(counts.modelled)}</span>
                </p>
              )}
            </>
          )}
          {props.children}
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
