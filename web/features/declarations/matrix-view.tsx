// The matrix with what is done with it: narrowing it, choosing promises, agreeing them.
import { useMemo, useState, type ReactNode } from 'react';
import type { DeclarationWindow } from '#contract/declarations';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { EmptyState } from '../../ui/states.tsx';
import { AgreeBar } from './agree-bar.tsx';
import { filterPlaces, listAgreeable, matrixFilters, type MatrixFilter } from './matrix-items.ts';
import { MatrixTable } from './matrix-table.tsx';
import css from './matrix.module.css';
import page from './declarations.module.css';

type Props = {
  window: DeclarationWindow;
  onOpenPlace: (villageCode: string) => void;
  onOpenCommitment: (id: string) => void;
  /** Stands at the end of the tools. */
  extra: ReactNode;
};

export function MatrixView({ window, onOpenPlace, onOpenCommitment, extra }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.declarations.matrix;
  const [filter, setFilter] = useState<MatrixFilter>('all');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const places = useMemo(() => filterPlaces(window, filter), [window, filter]);
  // What is agreed or narrowed away meanwhile is no longer chosen.
  const chosen = useMemo(() => {
    const agreeable = new Set(window.operators.flatMap(({ id }) => listAgreeable(places, id)));
    return new Set([...ticked].filter((key) => agreeable.has(key)));
  }, [window.operators, places, ticked]);
  const toggle = (keys: readonly string[]) => {
    const isAllOn = keys.every((key) => chosen.has(key));
    const rest = [...chosen].filter((key) => !keys.includes(key));
    setTicked(new Set(isAllOn ? rest : [...rest, ...keys]));
  };
  const number = (value: number) => formatNumber(value, language);
  return (
    <div className={css.view}>
      <div className={css.tools}>
        <div className={css.switch} role="group" aria-label={words.filter}>
          {matrixFilters
            .filter((one) => one !== 'proposal' || !window.isOpen)
            .map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === filter}
                onClick={() => setFilter(one)}
              >
                {words.filters[one]}
              </button>
            ))}
        </div>
        <span className={css.count} role="status">
          {words.count(number(places.length), number(window.places))}
        </span>
        <span className={css.keys}>{words.keys}</span>
        {extra}
      </div>
      {places.length === 0 ? (
        <EmptyState
          icon="search"
          title={words.empty}
          action={
            <button type="button" className={page.link} onClick={() => setFilter('all')}>
              {words.showAll}
            </button>
          }
        />
      ) : (
        <MatrixTable
          window={window}
          places={places}
          chosen={window.mayManage ? chosen : null}
          onToggle={toggle}
          onOpenPlace={onOpenPlace}
          onOpenCommitment={onOpenCommitment}
        />
      )}
      {chosen.size > 0 && (
        <AgreeBar windowId={window.id} chosen={chosen} onDone={() => setTicked(new Set())} />
      )}
    </div>
  );
}
