// The head of the matrix: each operator, and a tick that chooses all of its promises.
import type { DeclarationWindow, WindowPlace } from '#contract/declarations';
import { useText } from '../../i18n/text.tsx';
import { listAgreeable } from './matrix-items.ts';
import css from './matrix.module.css';

type Props = {
  operators: DeclarationWindow['operators'];
  places: readonly WindowPlace[];
  chosen: ReadonlySet<string> | null;
  onToggle: (keys: readonly string[]) => void;
};

export function MatrixHead({ operators, places, chosen, onToggle }: Props) {
  const words = useText().declarations.matrix;
  return (
    <div role="rowgroup" className={css.head}>
      <div role="row" className={css.headRow}>
        <div role="columnheader">{words.place}</div>
        {operators.map(({ id, name }) => {
          const keys = chosen === null ? [] : listAgreeable(places, id);
          const on = keys.filter((key) => chosen?.has(key)).length;
          return (
            <div key={id} role="columnheader">
              {keys.length > 0 && (
                <input
                  type="checkbox"
                  aria-label={words.chooseAll(name)}
                  checked={on === keys.length}
                  ref={(box) => {
                    if (box) box.indeterminate = on > 0 && on < keys.length;
                  }}
                  onChange={() => onToggle(keys)}
                />
              )}
              <span>{name}</span>
            </div>
          );
        })}
        <div role="columnheader">{words.result}</div>
      </div>
    </div>
  );
}
