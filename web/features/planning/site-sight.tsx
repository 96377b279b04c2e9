// What can be asked of a stored site: its line of sight to a place that is tapped on the map, and what it
// gains, as a tower that is thought of.
import { useEffect, useEffectEvent, useState } from 'react';
import { writeCoordinates } from '#coordinates';
import type { Cell, Site } from '#contract/coverage';
import { useText } from '../../i18n/text.tsx';
import type { PointPicker } from '../../lib/point-picker.ts';
import { PathProfile } from './path-profile.tsx';
import css from './planning.module.css';

/** The antenna that is looked from: the highest, for it sees furthest. */
function highestCell(cells: readonly Cell[]): Cell | undefined {
  return cells.toSorted((a, b) => (b.heightM ?? 0) - (a.heightM ?? 0))[0];
}

type Props = {
  site: Site;
  picker: PointPicker;
  /** Opens it as a tower that is thought of. */
  onPlan: () => void;
};

export function SiteSight({ site, picker, onPlan }: Props) {
  const t = useText();
  const words = t.planning.profile;
  const [isOpen, setIsOpen] = useState(false);
  const cell = highestCell(site.cells);
  const { position } = picker;
  const isPlanned = site.cells.some(({ state }) => state === 'planned' || state === 'built');
  const begin = useEffectEvent(() => picker.open(null));
  const end = useEffectEvent(() => picker.close());
  // Whatever closes this, the map must not go on waiting for a tap.
  useEffect(() => {
    if (!isOpen) return;
    begin();
    return () => end();
  }, [isOpen]);
  return (
    <div className={css.form}>
      <h3 className={css.subhead}>{words.title}</h3>
      {isOpen && (
        <>
          {picker.field(undefined)}
          {position === null ? (
            <p className={css.quiet}>{words.tap}</p>
          ) : (
            cell && (
              <PathProfile
                from={site.position}
                cell={cell}
                to={{ name: writeCoordinates(position), position }}
              />
            )
          )}
        </>
      )}
      <div className={css.actions}>
        <button type="button" className={css.link} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? words.close : words.open}
        </button>
        {isPlanned && (
          <button type="button" className={css.link} onClick={onPlan}>
            {t.planning.ofSite}
          </button>
        )}
      </div>
    </div>
  );
}
