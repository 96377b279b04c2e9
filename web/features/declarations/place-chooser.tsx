// Choosing the places of a declaration: three ways to find them, each search adding to what is chosen.
import { useId, useState, type KeyboardEvent } from 'react';
import type { FoundPlaces, PlaceSearch } from '#contract/declarations';
import { useSearchPlaces } from '../../api/declarations.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { addPlaces, type Added, type Chosen } from './chosen-set.ts';
import { ChosenPlaces } from './chosen-places.tsx';
import { DrawingWay } from './drawing-way.tsx';
import { FilterWay } from './filter-way.tsx';
import { ListWay } from './list-way.tsx';
import css from './chooser.module.css';

const ways = ['filter', 'drawing', 'list'] as const;
type Way = (typeof ways)[number];

type Props = { chosen: Chosen; onChosen: (chosen: Chosen) => void };

export function PlaceChooser({ chosen, onChosen }: Props) {
  const t = useText();
  const words = t.declarations.search;
  const id = useId();
  const [way, setWay] = useState<Way>('filter');
  const [outcome, setOutcome] = useState<{ found: FoundPlaces; added: Added } | null>(null);
  const search = useSearchPlaces();
  const onSearch = (wanted: PlaceSearch) => {
    setOutcome(null);
    search.mutate(wanted, {
      onSuccess: (found) => {
        const added = addPlaces(chosen, found.places);
        onChosen(added.chosen);
        setOutcome({ found, added });
      },
    });
  };
  const choose = (next: Way) => {
    setWay(next);
    setOutcome(null);
    search.reset();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = ways[(ways.indexOf(way) + step + ways.length) % ways.length] ?? way;
    choose(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  const props = { isBusy: search.isPending, onSearch };
  return (
    <div className={css.chooser}>
      <div className={css.ways}>
        <div
          className={css.tabs}
          role="tablist"
          tabIndex={-1}
          aria-label={words.title}
          onKeyDown={onKeyDown}
        >
          {ways.map((one) => (
            <button
              key={one}
              id={`${id}-${one}`}
              type="button"
              role="tab"
              aria-selected={one === way}
              aria-controls={`${id}-panel`}
              tabIndex={one === way ? 0 : -1}
              onClick={() => choose(one)}
            >
              {words[one]}
            </button>
          ))}
        </div>
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${way}`}>
          {way === 'filter' && <FilterWay {...props} />}
          {way === 'drawing' && <DrawingWay {...props} chosen={chosen} />}
          {way === 'list' && <ListWay {...props} />}
          <div className={css.way}>
            {search.isError && (
              <Note tone="error" title={words.failed}>
                {problemText(search.error, t.problem)}
              </Note>
            )}
            {outcome && <Outcome {...outcome} />}
          </div>
        </div>
      </div>
      <ChosenPlaces chosen={chosen} onChosen={onChosen} />
    </div>
  );
}

/** What a search came to, and the lines that named nothing. */
function Outcome({ found, added }: { found: FoundPlaces; added: Added }) {
  const words = useText().declarations.search;
  const { language } = useLanguage();
  const { unknown } = found;
  const reasons: Record<string, string> = words.reasons;
  const number = (value: number) => formatNumber(value, language);
  const isNothing = found.places.length === 0;
  return (
    <>
      <Note tone={isNothing || added.isFull ? 'warning' : 'plain'}>
        {isNothing ? words.nothing : words.added(number(added.added), number(added.again))}
        {added.isFull && ` ${words.full}`}
        {found.isTruncated && ` ${words.truncated}`}
      </Note>
      {unknown.length > 0 && (
        <Note tone="warning" title={words.unknown(number(unknown.length))}>
          <ol className={css.unknown} tabIndex={0}>
            {unknown.map(({ line, text, code }) => (
              <li key={line}>
                <b>{words.line(line)}</b> {text}{' '}
                <span>({reasons[code] ?? words.reasons.other})</span>
              </li>
            ))}
          </ol>
        </Note>
      )}
    </>
  );
}
