// Which statuses are looked for: a tick each, with its symbol.
import { placeStatuses, type PlaceStatus } from '#contract/status';
import { useText } from '../../i18n/text.tsx';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import css from './chooser.module.css';
import page from './declarations.module.css';

type Props = {
  chosen: readonly PlaceStatus[];
  onChosen: (chosen: PlaceStatus[]) => void;
};

export function StatusChecks({ chosen, onChosen }: Props) {
  const t = useText();
  const toggle = (status: PlaceStatus) =>
    onChosen(
      placeStatuses.filter((one) =>
        one === status ? !chosen.includes(one) : chosen.includes(one),
      ),
    );
  return (
    <fieldset className={css.statuses}>
      <legend>{t.declarations.search.statuses}</legend>
      {placeStatuses.map((status) => (
        <label key={status} className={page.check}>
          <input
            type="checkbox"
            checked={chosen.includes(status)}
            onChange={() => toggle(status)}
          />
          <StatusSymbol status={status} size={18} />
          {t.status.names[status]}
        </label>
      ))}
    </fieldset>
  );
}
