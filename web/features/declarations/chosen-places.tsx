// The places that were found so far: ticked or left out, counted with who lives there.
import { useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import { countPeople, keyOf, listTicked, tickAll, togglePlace, type Chosen } from './chosen-set.ts';
import { aboveOf, regencyOf, titleOf } from './place-words.ts';
import css from './chooser.module.css';
import page from './declarations.module.css';

const rowHeightPx = 46;

type Props = { chosen: Chosen; onChosen: (chosen: Chosen) => void };

export function ChosenPlaces({ chosen, onChosen }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.declarations.chosen;
  const scroller = useRef<HTMLDivElement>(null);
  const ticked = listTicked(chosen);
  const { people, known } = countPeople(ticked);
  const number = (value: number) => formatNumber(value, language);
  const virtual = useVirtualizer({
    count: chosen.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
  });
  return (
    <section className={css.chosen} aria-label={words.title}>
      <div className={css.chosenHead}>
        <h3 className={css.chosenTitle}>{words.title}</h3>
        <p className={css.chosenFacts}>
          <span role="status">
            {words.count(number(ticked.length), number(chosen.length))}
            {ticked.length > 0 && ' · '}
            {ticked.length > 0 &&
              (known === 0
                ? words.peopleUnknown
                : known < ticked.length
                  ? words.peopleOfKnown(number(people), number(known))
                  : words.people(number(people)))}
          </span>
          {chosen.length > 0 && (
            <span>
              {ticked.length < chosen.length && (
                <button
                  type="button"
                  className={page.link}
                  onClick={() => onChosen(tickAll(chosen))}
                >
                  {words.all}
                </button>
              )}{' '}
              <button type="button" className={page.link} onClick={() => onChosen([])}>
                {words.clear}
              </button>
            </span>
          )}
        </p>
      </div>
      {chosen.length === 0 ? (
        <p className={css.empty}>{words.empty}</p>
      ) : (
        <div
          ref={scroller}
          className={css.scroller}
          tabIndex={0}
          role="group"
          aria-label={words.title}
        >
          <ul className={css.rows} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const one = chosen[index];
              if (one === undefined) return null;
              const { place, isOn } = one;
              const key = keyOf(place);
              return (
                <li key={key}>
                  <label
                    className={css.row}
                    data-off={!isOn || undefined}
                    style={{ height: rowHeightPx, transform: `translateY(${start}px)` }}
                  >
                    <input
                      type="checkbox"
                      checked={isOn}
                      onChange={() => onChosen(togglePlace(chosen, key))}
                    />
                    <StatusSymbol status={place.status} size={20} />
                    <span>
                      <span className={css.name}>{titleOf(place)}</span>
                      <span className={css.above}>
                        {aboveOf(place)}, {regencyOf(place)}
                      </span>
                    </span>
                    <span className={css.figures}>
                      {place.population !== null && words.people(number(place.population))}
                      {place.promises > 0 && (
                        <span className={css.above}>{words.promises(number(place.promises))}</span>
                      )}
                    </span>
                  </label>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </section>
  );
}
