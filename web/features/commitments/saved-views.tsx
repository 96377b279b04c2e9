// "Tampilan tersimpan": going back to a named view, keeping this one, copying its link.
import { useState, type FormEvent } from 'react';
import { Button, Popover, TextInput } from '@mantine/core';
import { useText } from '../../i18n/text.tsx';
import { parseBoardSearch, savedPart, type BoardSearch } from '../../lib/board-view.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { OnBoardSearch } from './types.ts';
import css from './screen.module.css';
import { useSavedViews, type SavedView } from './use-saved-views.ts';

type Props = { search: BoardSearch; onSearch: OnBoardSearch };

/** Everything that a view may set, so that going to one leaves nothing of the last. */
const nothing = {
  ...{ view: undefined, op: undefined, state: undefined, late: undefined, area: undefined },
  ...{ programme: undefined, kind: undefined, duty: undefined, quarter: undefined, q: undefined },
  ...{ sort: undefined, hide: undefined, rows: undefined, closed: undefined },
};

function isSame(a: BoardSearch, b: BoardSearch): boolean {
  const text = (search: BoardSearch) => JSON.stringify(parseBoardSearch(savedPart(search)));
  return text(a) === text(b);
}

export function SavedViews({ search, onSearch }: Props) {
  const words = useText().commitmentBoard.saved;
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const [isCopied, setIsCopied] = useState(false);
  const { views, save, remove } = useSavedViews();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    save(name.trim(), search);
    setName('');
  };
  const go = (view: SavedView) => {
    onSearch({ ...nothing, ...view.search });
    setIsOpen(false);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    setIsCopied(true);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom-end"
      width={300}
      trapFocus
      returnFocus
      onClose={() => setIsCopied(false)}
    >
      <Popover.Target>
        <button
          type="button"
          className={css.secondary}
          aria-label={words.title}
          onClick={() => setIsOpen(!isOpen)}
        >
          {words.button}
          <Icon name="down" size={14} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title}>
        <div className={css.saved}>
          {views.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul>
              {views.map((view) => (
                <li key={view.name}>
                  <button
                    type="button"
                    className={css.link}
                    aria-current={isSame(view.search, search) || undefined}
                    onClick={() => go(view)}
                  >
                    {view.name}
                  </button>
                  <IconButton
                    icon="close"
                    iconSize={14}
                    label={words.remove(view.name)}
                    onClick={() => remove(view.name)}
                  />
                </li>
              ))}
            </ul>
          )}
          <form onSubmit={submit}>
            <TextInput
              size="xs"
              label={words.name}
              placeholder={words.example}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="xs">
              {words.save}
            </Button>
          </form>
          <button type="button" className={css.link} onClick={() => void copy()}>
            {isCopied ? words.copied : words.copy}
          </button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
