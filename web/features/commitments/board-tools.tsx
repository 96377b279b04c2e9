// What stands above the board: the view, the search, the filters, saved views, and a new commitment.
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { BoardRow } from '../../lib/board-rows.ts';
import {
  boardViews,
  countBoardFilters,
  noBoardFilters,
  type BoardSearch,
} from '../../lib/board-view.ts';
import { formatNumber } from '../../lib/format.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { phoneQuery, useMedia } from '../../lib/use-media.ts';
import { Icon } from '../../ui/icons.tsx';
import { BoardFilters } from './board-filters.tsx';
import type { OnBoardSearch } from './types.ts';
import { SavedViews } from './saved-views.tsx';
import css from './screen.module.css';

/** A word that is still being typed does not move the list, milliseconds. */
const typingMs = 200;

type Props = {
  search: BoardSearch;
  onSearch: OnBoardSearch;
  /** All there are, from which the filters offer; and those that are left. */
  rows: readonly BoardRow[];
  shown: readonly BoardRow[];
  /** Null where one only reads. */
  onNew: (() => void) | null;
};

export function BoardTools({ search, onSearch, rows, shown, onNew }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.commitmentBoard;
  const isPhone = useMedia(phoneQuery);
  const [isOpen, setIsOpen] = useState(false);
  const filterCount = countBoardFilters(search);
  const view = search.view ?? 'papan';
  const number = (value: number) => formatNumber(value, language);
  const late = shown.filter(({ isLate }) => isLate).length;
  const savedViews = <SavedViews search={search} onSearch={onSearch} />;
  return (
    <div className={css.tools}>
      <div className={css.line}>
        <div className={css.switch} role="group" aria-label={words.viewLabel}>
          {boardViews.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={view === one}
              onClick={() => onSearch({ view: one === 'papan' ? undefined : one })}
            >
              {words.views[one]}
            </button>
          ))}
        </div>
        <SearchField value={search.q ?? ''} onSearch={onSearch} />
        {isPhone && (
          <button
            type="button"
            className={css.secondary}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {words.filters(filterCount)}
          </button>
        )}
        <div className={css.sum}>
          <span role="status">{words.sum(number(shown.length), number(late))}</span>
          {filterCount > 0 && (
            <button type="button" className={css.link} onClick={() => onSearch(noBoardFilters)}>
              {words.clearFilters}
            </button>
          )}
        </div>
        {!isPhone && savedViews}
        {onNew && (
          <button type="button" className={css.primary} onClick={onNew}>
            <Icon name="plus" size={16} />
            {words.add}
          </button>
        )}
      </div>
      {(!isPhone || isOpen) && <BoardFilters search={search} onSearch={onSearch} rows={rows} />}
      {isPhone && isOpen && savedViews}
    </div>
  );
}

type FieldProps = { value: string; onSearch: OnBoardSearch };

function SearchField({ value, onSearch }: FieldProps) {
  const words = useText().commitmentBoard;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(
      () => onSearch({ q: typed || undefined }, { replace: true }),
      typingMs,
    );
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  useKeys({ '/': () => field.current?.focus() });
  return (
    <input
      ref={field}
      type="search"
      className={css.search}
      aria-label={words.search}
      placeholder={words.search}
      title="/"
      value={typed}
      maxLength={80}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  );
}
