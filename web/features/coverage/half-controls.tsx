// What one of two maps shows: operator, technology, what stands or is planned, as of which day.
import { useQuery } from '@tanstack/react-query';
import {
  allOperators,
  cellTechnologies,
  CellTechnology,
  coveragePhases,
  CoveragePhase,
} from '#contract/coverage';
import { operatorsQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import type { Half } from '../../lib/coverage-view.ts';
import css from './half.module.css';

type Props = {
  /** Names the map that this is for. */
  label: string;
  half: Half;
  /** ISO date. */
  today: string;
  onHalf: (half: Half) => void;
};

export function HalfControls({ label, half, today, onHalf }: Props) {
  const t = useText();
  const words = t.coverage.compare;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const mobile = operators.filter(({ isMobile }) => isMobile);
  return (
    <div className={css.controls} role="group" aria-label={label}>
      <select
        aria-label={words.operator}
        value={half.operatorId}
        onChange={(event) => onHalf({ ...half, operatorId: event.currentTarget.value })}
      >
        <option value={allOperators}>{t.coverage.allOperators}</option>
        {mobile.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={words.technology}
        value={half.technology}
        onChange={(event) =>
          onHalf({ ...half, technology: CellTechnology.parse(event.currentTarget.value) })
        }
      >
        {cellTechnologies.map((one) => (
          <option key={one} value={one}>
            {t.coverage.technologies[one]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.phase}
        value={half.phase}
        onChange={(event) =>
          onHalf({ ...half, phase: CoveragePhase.parse(event.currentTarget.value) })
        }
      >
        {coveragePhases.map((one) => (
          <option key={one} value={one}>
            {t.coverage.legend.sides[one]}
          </option>
        ))}
      </select>
      <label className={css.day}>
        <span className="visually-hidden">{words.day}</span>
        <input
          type="date"
          value={half.onDay ?? today}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onHalf({ ...half, onDay: value === '' || value === today ? null : value });
          }}
        />
        {half.onDay !== null && (
          <button type="button" onClick={() => onHalf({ ...half, onDay: null })}>
            {words.today}
          </button>
        )}
      </label>
    </div>
  );
}
