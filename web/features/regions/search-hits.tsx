// The list under the search box: places with their path, or why there are none.
import type { SearchHit } from '#contract/regions';
import { useText } from '../../i18n/text.tsx';
import { placeName, placePath } from '../../lib/place-name.ts';
import css from './search-box.module.css';

type Props = {
  listId: string;
  hits: readonly SearchHit[];
  active: number;
  query: string;
  isSettled: boolean;
  problem: string | null;
  onActive: (index: number) => void;
  onChoose: (hit: SearchHit) => void;
};

export function SearchHits(props: Props) {
  const { listId, hits, active, query, isSettled, problem, onActive, onChoose } = props;
  const t = useText();
  if (problem !== null)
    return (
      <div className={css.list} role="alert">
        <p className={css.message}>
          <strong>{t.search.failed}</strong> {problem}
        </p>
      </div>
    );
  if (hits.length === 0)
    return (
      <div className={css.list}>
        <p className={css.message}>
          {isSettled ? (
            <>
              <strong>{t.search.none(query)}</strong> {t.search.noneHint}
            </>
          ) : (
            t.common.loading
          )}
        </p>
      </div>
    );
  return (
    <ul className={css.list} id={listId} role="listbox" aria-label={t.search.label}>
      {hits.map((hit, index) => (
        <li
          key={hit.code}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === active}
          className={css.hit}
          data-code={hit.code}
          onPointerMove={() => onActive(index)}
          // Before blur closes the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(hit)}
        >
          <span className={css.name}>{placeName(hit)}</span>
          <span className={css.path}>{placePath(hit.path, hit.path.length === 1)}</span>
          <span className={css.code}>{hit.code}</span>
        </li>
      ))}
    </ul>
  );
}
