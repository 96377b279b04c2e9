// A square button that holds only an icon: its words are read aloud and shown as a tip.
import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './icons.tsx';
import css from './icon-button.module.css';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  icon: IconName;
  label: string;
  iconSize?: number;
};

export function IconButton({ icon, label, iconSize = 20, className = '', ...rest }: Props) {
  return (
    <button
      type="button"
      className={`${css.button} ${className}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} size={iconSize} />
    </button>
  );
}
