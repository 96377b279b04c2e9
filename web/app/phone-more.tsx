// What the bar of a phone has no room for, above it: this device, data, the admin's pages, language and theme.
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/text.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Appearance } from './appearance.tsx';
import css from './app-frame.module.css';

type Target = '/perangkat' | '/komitmen' | '/jangkauan' | '/data' | '/admin/akun';

type Props = {
  isAdmin: boolean;
  isImporter: boolean;
  /** False where commitments stand in the bar itself. */
  hasCommitments: boolean;
  /** Reports of this device that have not arrived; 0: nothing is said. */
  unsentCount: number;
  onClose: () => void;
};

export function PhoneMore({ isAdmin, isImporter, hasCommitments, unsentCount, onClose }: Props) {
  const t = useText();
  const row = (to: Target, icon: IconName, label: ReactNode) => (
    <Link to={to} className={css.moreLink} onClick={onClose}>
      <Icon name={icon} />
      {label}
    </Link>
  );
  return (
    <div className={css.more}>
      {row(
        '/perangkat',
        'phone',
        unsentCount > 0 ? t.device.railUnsent(unsentCount) : t.device.rail,
      )}
      {hasCommitments && row('/komitmen', 'commitments', t.commitments.rail)}
      {row('/jangkauan', 'coverage', t.coverageTables.title)}
      {isImporter && row('/data', 'data', t.imports.rail)}
      {isAdmin && row('/admin/akun', 'admin', t.shell.admin)}
      <Appearance />
    </div>
  );
}
