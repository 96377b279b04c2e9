// Which points inside villages the map draws: switches at the foot of the legend.
import { useText } from '../i18n/text.tsx';
import { pointKinds, type PointKind } from '../lib/view.ts';
import css from './point-switches.module.css';

type Props = {
  shown: ReadonlySet<PointKind>;
  onShown: (shown: ReadonlySet<PointKind>) => void;
  /** False while the map is too far out to draw them. */
  isNear: boolean;
  isTruncated: boolean;
};

export function PointSwitches({ shown, onShown, isNear, isTruncated }: Props) {
  const t = useText();
  const toggle = (kind: PointKind) => {
    const next = new Set(shown);
    if (!next.delete(kind)) next.add(kind);
    onShown(next);
  };
  return (
    <div className={css.switches} role="group" aria-label={t.places.show}>
      {pointKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          role="switch"
          aria-checked={shown.has(kind)}
          className={css.switch}
          data-points={kind}
          onClick={() => toggle(kind)}
        >
          <span className={css.sign} data-kind={kind} aria-hidden="true" />
          {t.places.showNames[kind]}
          <span className={css.track} aria-hidden="true" />
        </button>
      ))}
      {shown.size > 0 && !isNear && <p className={css.hint}>{t.places.showFrom}</p>}
      {isTruncated && <p className={css.hint}>{t.places.tooMany}</p>}
    </div>
  );
}
