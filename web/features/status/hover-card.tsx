// Beside the pointer: which place this is and its status in words.
import type { StatusMark } from '../../api/status.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';
import type { PointedPlace } from '../../map/modes/types.ts';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import css from './hover-card.module.css';

type Props = {
  place: PointedPlace;
  /** Null above the village level, where there is no single status. */
  mark: StatusMark | null;
};

export function HoverCard({ place, mark }: Props) {
  const t = useText();
  return (
    <div className={css.card}>
      <div className={css.name}>{placeName(place)}</div>
      {mark && (
        <div className={css.status}>
          <StatusSymbol status={mark.status} faded={mark.unconfirmed || mark.modelled} size={16} />
          <span>{t.status.names[mark.status]}</span>
          {mark.unconfirmed && <span className={css.note}>{t.status.unconfirmed}</span>}
          {mark.modelled && <span className={css.note}>{t.status.modelled}</span>}
          {mark.stale && <span className={css.note}>{t.status.stale}</span>}
          {mark.sample && <span className={css.note}>{t.status.sample}</span>}
        </div>
      )}
    </div>
  );
}
