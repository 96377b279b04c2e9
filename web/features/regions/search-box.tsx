// The search box: a combobox over names and codes. '/' brings the cursor here from anywhere.
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { SearchHit } from '#contract/regions';
import { searchQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { SearchHits } from './search-hits.tsx';
import { useDebounced } from './use-debounced.ts';
import css from './search-box.module.css';

const debounceMs = 120;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  );
}

/** '/' anywhere outside a field focuses the box. */
function useSlashFocus(focus: () => void) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [focus]);
}

export function SearchBox({ onSelect }: { onSelect: (hit: SearchHit) => void }) {
  const t = useText();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const query = useDebounced(text.trim(), debounceMs);
  const search = useQuery(searchQuery(query));
  const [focus] = useState(() => () => input.current?.select());
  useSlashFocus(focus);

  const hits = query === '' ? [] : (search.data ?? []);
  const isSettled = query === text.trim() && !search.isFetching;
  const showsList = isOpen && query !== '' && text.trim() !== '';
  const current = Math.min(active, Math.max(0, hits.length - 1));

  const choose = (hit: SearchHit) => {
    setText('');
    setIsOpen(false);
    input.current?.blur();
    onSelect(hit);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (steps !== undefined) {
      event.preventDefault();
      setIsOpen(true);
      if (hits.length > 0) setActive((current + steps + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      const hit = hits[current];
      if (showsList && isSettled && hit) choose(hit);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (showsList) setIsOpen(false);
      else if (text !== '') setText('');
      else input.current?.blur();
    }
  };

  return (
    <div className={css.search} role="search">
      <div className={css.field}>
        <Icon name="search" size={18} />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t.search.label}
          aria-expanded={showsList}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={showsList && hits[current] ? `${listId}-${current}` : undefined}
          placeholder={t.search.placeholder}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            setIsOpen(true);
          }}
          onFocus={() => setIsOpen(true)}
          onBlur={() => setIsOpen(false)}
          onKeyDown={onKeyDown}
        />
        {text === '' ? (
          <kbd className={css.key} aria-hidden="true">
            /
          </kbd>
        ) : (
          <IconButton
            icon="close"
            iconSize={16}
            label={t.search.clear}
            className={css.clear}
            onClick={() => {
              setText('');
              input.current?.focus();
            }}
          />
        )}
      </div>
      {showsList && (
        <SearchHits
          listId={listId}
          hits={hits}
          active={current}
          query={query}
          isSettled={isSettled}
          problem={search.isError ? problemText(search.error, t.problem) : null}
          onActive={setActive}
          onChoose={choose}
        />
      )}
      <span className="visually-hidden" aria-live="polite">
        {showsList && isSettled && !search.isError ? t.search.hits(hits.length) : ''}
      </span>
    </div>
  );
}
