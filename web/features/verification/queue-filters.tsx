// By what the queue is narrowed: the state always in view, the rest behind one button; all in the address.
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { reportKinds } from '#contract/evidence';
import { queueStates } from '#contract/verification';
import { operatorsQuery } from '../../api/evidence.ts';
import { mapQuery } from '../../api/map.ts';
import { childrenQuery, regionQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';
import { countFilters, type QueueSearch } from '../../lib/queue-view.ts';
import { Icon } from '../../ui/icons.tsx';
import css from './queue.module.css';

/** Undefined takes a key out. */
export type QueueChange = { [Key in keyof QueueSearch]: QueueSearch[Key] | undefined };

type Props = {
  search: QueueSearch;
  onChange: (change: QueueChange) => void;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** The first filter, where the key "/" leads. */
  first: RefObject<HTMLSelectElement | null>;
};

const ages = [7, 30, 90];

type ChoiceProps = {
  label: string;
  value: string | undefined;
  /** What stands for no filter. */
  all: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string | undefined) => void;
  ref?: RefObject<HTMLSelectElement | null>;
};

function Choice({ label, value, all, options, onChange, ref }: ChoiceProps) {
  return (
    <label className={css.choice}>
      <span>{label}</span>
      <select
        ref={ref}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{all}</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The regencies of the province, or the provinces of the country; an area of the address that is neither too. */
function useAreas(chosen: string | undefined) {
  const { data: info } = useQuery(mapQuery);
  const home = info?.province?.code ?? 'ID';
  const { data: areas = [] } = useQuery({ ...childrenQuery(home), enabled: info !== undefined });
  const isListed = chosen === undefined || areas.some(({ code }) => code === chosen);
  const { data: other } = useQuery({ ...regionQuery(chosen ?? ''), enabled: !isListed });
  return (other && !isListed ? [other, ...areas] : areas).map(
    (area) => [area.code, placeName(area)] as const,
  );
}

export function QueueFilters({ search, onChange, isOpen, onOpen, first }: Props) {
  const t = useText();
  const words = t.verification;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const areas = useAreas(search.area);
  return (
    <>
      <div className={css.filterHead}>
        <label className={css.state}>
          <span className="visually-hidden">{words.filter.state}</span>
          <select
            value={search.state ?? 'waiting'}
            onChange={(event) =>
              onChange({
                state:
                  event.currentTarget.value === 'waiting' ? undefined : event.currentTarget.value,
              })
            }
          >
            {queueStates.map((state) => (
              <option key={state} value={state}>
                {words.states[state]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className={css.filterButton}
          aria-expanded={isOpen}
          title="/"
          onClick={() => onOpen(!isOpen)}
        >
          {words.filter.open(countFilters(search))}
          <Icon name={isOpen ? 'up' : 'down'} size={14} />
        </button>
      </div>
      {isOpen && (
        <fieldset className={css.filters}>
          <legend className="visually-hidden">{words.filter.title}</legend>
          <Choice
            ref={first}
            label={words.filter.area}
            value={search.area}
            all={words.filter.wholeArea}
            options={areas}
            onChange={(area) => onChange({ area })}
          />
          <Choice
            label={words.filter.operator}
            value={search.op}
            all={words.filter.allOperators}
            options={operators.map(({ id, name }) => [id, name])}
            onChange={(op) => onChange({ op })}
          />
          <Choice
            label={words.filter.kind}
            value={search.kind}
            all={words.filter.allKinds}
            options={reportKinds.map((kind) => [kind, words.kinds[kind]])}
            onChange={(kind) => onChange({ kind })}
          />
          <Choice
            label={words.filter.older}
            value={search.older}
            all={words.filter.anyAge}
            options={ages.map((days) => [String(days), words.filter.olderThan(days)])}
            onChange={(older) => onChange({ older })}
          />
          <label className={css.switch}>
            <input
              type="checkbox"
              checked={search.conflict === '1'}
              onChange={(event) =>
                onChange({ conflict: event.currentTarget.checked ? '1' : undefined })
              }
            />
            {words.filter.conflicts}
          </label>
          <label className={css.switch}>
            <input
              type="checkbox"
              checked={search.stale === '1'}
              onChange={(event) =>
                onChange({ stale: event.currentTarget.checked ? '1' : undefined })
              }
            />
            {words.filter.stale}
          </label>
        </fieldset>
      )}
    </>
  );
}
