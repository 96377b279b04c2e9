// The obstacles as a table: due ones first; a card each on a phone. A row opens what is behind it.
import type { Obstacle } from '#contract/obstacles';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { lookText, obstacleAge, placeAbove, placeTitle } from './obstacle-words.ts';
import css from './obstacles.module.css';

type Props = {
  obstacles: readonly Obstacle[];
  today: string;
  openId: string | null;
  onOpen: (id: string) => void;
};

export function ObstacleTable({ obstacles, today, openId, onOpen }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.outlook.obstacles;
  return (
    <table className={css.table} title={words.keys}>
      <thead>
        <tr>
          {(['place', 'what', 'lifter', 'operator', 'since', 'next'] as const).map((column) => (
            <th key={column} scope="col" data-column={column}>
              {words.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {obstacles.map((obstacle) => {
          const { id, place, isDue, liftedOn } = obstacle;
          return (
            <tr key={id} data-open={id === openId || undefined} onClick={() => onOpen(id)}>
              <td data-column="place">
                <button
                  type="button"
                  className={css.open}
                  aria-expanded={id === openId}
                  onClick={(event) => {
                    event.stopPropagation();
                    onOpen(id);
                  }}
                >
                  {placeTitle(place)}
                </button>
                <span className={css.quiet}>{placeAbove(place)}</span>
              </td>
              <td data-column="what">
                <strong>{t.commitments.reasons[obstacle.reason]}</strong>
                <span className={css.clamped}>{obstacle.description}</span>
              </td>
              <td data-column="lifter">{obstacle.lifter}</td>
              <td data-column="operator">{obstacle.operatorName ?? words.everybody}</td>
              <td data-column="since">{obstacleAge(obstacle, today, t, language)}</td>
              <td
                data-column="next"
                data-due={isDue || undefined}
                data-lifted={liftedOn !== null || undefined}
              >
                {isDue && <Icon name="warning" size={14} />}
                {lookText(obstacle, today, t, language)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
