// What the map tells: of which operator, of which technology, and by what it is coloured.
import { useQuery } from '@tanstack/react-query';
import { StatusView } from '#contract/status';
import { operatorsQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import { lenses, type Lens } from '../../lib/lens.ts';
import css from './legend.module.css';

type Props = {
  view: StatusView;
  onView: (view: StatusView) => void;
  lens: Lens;
  onLens: (lens: Lens) => void;
};

const technologies = StatusView.shape.technology.unwrap().options;

export function LegendView({ view, onView, lens, onLens }: Props) {
  const t = useText();
  const words = t.status.view;
  const operators = useQuery(operatorsQuery).data?.filter(({ isMobile }) => isMobile) ?? [];
  return (
    <div className={css.view}>
      <select
        aria-label={words.operator}
        value={view.operator}
        data-changed={view.operator !== 'all' || undefined}
        onChange={(event) => onView({ ...view, operator: event.currentTarget.value })}
      >
        <option value="all">{words.allOperators}</option>
        {operators.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={words.technology}
        value={view.technology}
        data-changed={view.technology !== 'any' || undefined}
        onChange={(event) =>
          onView(StatusView.parse({ ...view, technology: event.currentTarget.value }))
        }
      >
        {technologies.map((technology) => (
          <option key={technology} value={technology}>
            {words.technologies[technology]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.lens}
        value={lens}
        data-changed={lens !== 'status' || undefined}
        onChange={(event) =>
          onLens(lenses.find((one) => one === event.currentTarget.value) ?? 'status')
        }
      >
        {lenses.map((one) => (
          <option key={one} value={one}>
            {words.lenses[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
