// The head of a place's panel: its name with its kind, and the places it lies in.
import { useEffect, useRef, type ReactNode } from 'react';
import type { Region } from '#contract/regions';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './place.module.css';

type Props = {
  region: Region;
  /** True when the place was chosen by keyboard: the heading takes the focus. */
  takesFocus: boolean;
  /** What is said of the place below its name. */
  below?: ReactNode;
  onOpen: (code: string) => void;
  onShow: () => void;
  onClose: () => void;
};

export function PlaceHead({ region, takesFocus, below, onOpen, onShow, onClose }: Props) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus, region.code]);
  // "Kec. Pancung Soal · Kab. Pesisir Selatan": the province stands only where it is the next step.
  const path = region.path.filter(
    (parent) => parent.level !== 'province' || region.path.length === 1,
  );
  return (
    <header className={css.head}>
      <div className={css.headText}>
        <h2 ref={heading} tabIndex={-1} className={css.title}>
          {placeName(region)}
        </h2>
        {path.length > 0 && (
          <ul className={css.path}>
            {path.map((parent) => (
              <li key={parent.code}>
                <button type="button" onClick={() => onOpen(parent.code)}>
                  {placeName(parent)}
                </button>
              </li>
            ))}
          </ul>
        )}
        {below}
      </div>
      <IconButton icon="target" label={t.place.showOnMap} onClick={onShow} />
      <IconButton icon="close" label={t.common.close} onClick={onClose} />
    </header>
  );
}
