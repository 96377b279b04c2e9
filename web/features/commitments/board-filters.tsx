// The filters of the board: each offers only what there is.
import { useMemo } from 'react';
import { commitmentKinds, commitmentStates, duties, programmes } from '#contract/commitments';
import { useText } from '../../i18n/text.tsx';
import type { BoardRow } from '../../lib/board-rows.ts';
import { parseBoardSearch, type BoardSearch } from '../../lib/board-view.ts';
import { quarterOf } from '../../lib/quarter.ts';
import type { OnBoardSearch } from './types.ts';
import css from './screen.module.css';
import { quarterText } from './words.ts';

type Props = { search: BoardSearch; onSearch: OnBoardSearch; rows: readonly BoardRow[] };

type Option = readonly [value: string, label: string];

/** Operators, regencies and quarters that occur, each once and by name. */
function useOccurring(rows: readonly BoardRow[]) {
  return useMemo(() => {
    const operators = new Map(rows.map((row): Option => [row.ownerId, row.ownerName]));
    const regencies = new Map(
      rows.flatMap((row) => row.regencies.map(({ code, name }): Option => [code, name])),
    );
    const quarters = new Set(rows.map(({ promisedOn }) => quarterOf(promisedOn)));
    const byName = (map: Map<string, string>) =>
      [...map].toSorted(([, a], [, b]) => a.localeCompare(b));
    return {
      operators: byName(operators),
      regencies: byName(regencies),
      quarters: [...quarters].toSorted(),
    };
  }, [rows]);
}

export function BoardFilters({ search, onSearch, rows }: Props) {
  const t = useText();
  const words = t.commitmentBoard;
  const { operators, regencies, quarters } = useOccurring(rows);
  /** Through the address's own reader: what it does not know is not set. */
  const set = (key: keyof BoardSearch, value: string) =>
    onSearch({ [key]: parseBoardSearch({ [key]: value })[key] }, { replace: true });
  const choice = (key: keyof BoardSearch, label: string, options: readonly Option[]) => (
    <select
      aria-label={label}
      value={search[key] ?? ''}
      data-changed={search[key] !== undefined || undefined}
      onChange={(event) => set(key, event.currentTarget.value)}
    >
      <option value="">{label}</option>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
  const tick = (key: 'late' | 'closed', label: string) => (
    <label className={css.tick}>
      <input
        type="checkbox"
        checked={search[key] === '1'}
        onChange={(event) => set(key, event.currentTarget.checked ? '1' : '')}
      />
      {label}
    </label>
  );
  const { kinds, states } = t.commitments;
  return (
    <fieldset className={css.filters}>
      <legend className="visually-hidden">{words.filterLabel}</legend>
      {choice('op', words.filter.operator, operators)}
      {choice(
        'state',
        words.filter.state,
        commitmentStates.map((state) => [state, states[state]]),
      )}
      {choice('area', words.filter.area, regencies)}
      {choice(
        'quarter',
        words.filter.quarter,
        quarters.map((quarter) => [quarter, quarterText(quarter, t)]),
      )}
      {choice(
        'kind',
        words.filter.kind,
        commitmentKinds.map((kind) => [kind, kinds[kind]]),
      )}
      {choice(
        'programme',
        words.filter.programme,
        programmes.map((one) => [one, t.commitments.programmes[one]]),
      )}
      {choice(
        'duty',
        words.filter.duty,
        duties.map((duty) => [duty, t.commitments.duties[duty]]),
      )}
      {tick('late', words.filter.late)}
      {tick('closed', words.filter.closed)}
    </fieldset>
  );
}
