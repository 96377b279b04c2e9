// Which points inside villages the map draws: switches at the foot of the legend.
import { useText } from '../i18n/text.tsx';
import { pointKinds, type PointKind } from '../lib/view.ts';
import { SwitchRow } from '../ui/switch-row.tsx';
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
        <SwitchRow
          key={kind}
          sign={<span className={css.sign} data-kind={kind} aria-hidden="true" />}
          name={t.places.showNames[kind]}
          isOn={shown.has(kind)}
          data-points={kind}
          onToggle={() => toggle(kind)}
        />
      ))}
      {shown.size > 0 && !isNear && <p className={css.hint}>{t.places.showFrom}</p>}
      {isTruncated && <p className={css.hint}>{t.places.tooMany}</p>}
    </div>
  );
}
