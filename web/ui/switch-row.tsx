// A row that is switched on and off: its sign, its name, the switch at the end.
import type { ReactNode } from 'react';
import css from './switch-row.module.css';

type Props = {
  sign: ReactNode;
  name: string;
  /** A second, quiet line. */
  detail?: string | undefined;
  isOn: boolean;
  onToggle: () => void;
};

export function SwitchRow({ sign, name, detail, isOn, onToggle, ...data }: Props) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      className={css.switch}
      {...data}
      onClick={onToggle}
    >
      {sign}
      <span className={css.words}>
        {name}
        {detail !== undefined && <small>{detail}</small>}
      </span>
      <span className={css.track} aria-hidden="true" />
    </button>
  );
}
