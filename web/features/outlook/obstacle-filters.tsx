// By what the list of obstacles is narrowed; all of it stands in the address.
import { useQuery } from '@tanstack/react-query';
import { reasons } from '#contract/commitments';
import { obstacleStates } from '#contract/outlook';
import { operatorsQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import {
  parseObstacleSearch,
  type ObstacleSearch,
  type ObstacleSearchChange,
} from '../../lib/outlook-view.ts';
import { Choice } from '../../ui/choice.tsx';
import { useAreas } from './use-areas.ts';
import css from './obstacles.module.css';

type Props = {
  search: ObstacleSearch;
  onChange: (change: ObstacleSearchChange) => void;
  /** A liaison sees only its own operator's beside everybody's: there is nothing to choose. */
  choosesOperator: boolean;
};

export function ObstacleFilters({ search, onChange, choosesOperator }: Props) {
  const t = useText();
  const words = t.outlook.obstacles;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const areas = useAreas(search.area);
  /** What the address does not take is no filter. */
  const read = (key: keyof ObstacleSearch, value: string) =>
    parseObstacleSearch({ [key]: value })[key];
  return (
    <fieldset className={css.filters}>
      <legend className="visually-hidden">{words.filter.title}</legend>
      <Choice
        label={words.filter.state}
        value={search.state ?? 'open'}
        options={[...obstacleStates, 'all' as const].map((state) => [state, words.states[state]])}
        onChange={(state) => onChange({ state: parseObstacleSearch({ state }).state })}
      />
      <Choice
        label={words.filter.area}
        value={search.area ?? ''}
        options={[['', words.filter.wholeArea], ...areas]}
        onChange={(area) => onChange({ area: read('area', area) })}
      />
      <Choice
        label={words.filter.reason}
        value={search.reason ?? ''}
        options={[
          ['', words.filter.allReasons],
          ...reasons.map((reason) => [reason, t.commitments.reasons[reason]] as const),
        ]}
        onChange={(reason) => onChange({ reason: parseObstacleSearch({ reason }).reason })}
      />
      {choosesOperator && (
        <Choice
          label={words.filter.operator}
          value={search.op ?? ''}
          options={[
            ['', words.filter.allOperators],
            ...operators.map(({ id, name }) => [id, name] as const),
          ]}
          onChange={(op) => onChange({ op: read('op', op) })}
        />
      )}
    </fieldset>
  );
}
