// The rail at the left edge, or the bar at the bottom of a phone; it names only what exists.
import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useOutbox } from '../api/outbox/use-outbox.ts';
import { sessionQuery } from '../api/session.ts';
import { useText } from '../i18n/text.tsx';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import { parseMapSearch } from '../lib/view.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Appearance } from './appearance.tsx';
import css from './app-frame.module.css';
import { isReporter } from './roles.ts';

type Props = {
  current: 'map' | 'list' | 'reports' | 'device' | 'admin';
  /** The legend opens from the bar on a phone; absent where there is no map. */
  onLegend?: () => void;
  isLegendOpen?: boolean;
  children: ReactNode;
};

function Item({ icon, label }: { icon: IconName; label: string }) {
  return (
    <>
      <Icon name={icon} />
      <span>{label}</span>
    </>
  );
}

export function AppFrame({ current, onLegend, isLegendOpen = false, children }: Props) {
  const t = useText();
  const isPhone = useMedia(phoneQuery);
  const { data: session } = useQuery(sessionQuery);
  const { unsentCount } = useOutbox();
  const [showsDisplay, setShowsDisplay] = useState(false);
  return (
    <div className={css.frame}>
      <nav className={css.rail} aria-label={t.shell.navigation}>
        <img className={css.brand} src="/icon.svg" alt={t.common.appName} width={28} height={28} />
        <Link
          to="/"
          className={css.item}
          activeOptions={{ exact: true, includeSearch: true }}
          search={(before) => parseMapSearch({ ...before, list: undefined })}
        >
          <Item icon="map" label={t.shell.map} />
        </Link>
        <Link
          to="/"
          className={css.item}
          activeOptions={{ exact: true, includeSearch: true }}
          search={(before) => parseMapSearch({ ...before, list: '1' })}
        >
          <Item icon="list" label={t.shell.list} />
        </Link>
        {isPhone && onLegend && (
          <button
            type="button"
            className={css.item}
            aria-expanded={isLegendOpen}
            onClick={() => {
              setShowsDisplay(false);
              onLegend();
            }}
          >
            <Item icon="legend" label={t.shell.legend} />
          </button>
        )}
        {isReporter(session?.account) && (
          <Link
            to="/laporan"
            className={css.item}
            data-on={current === 'reports' || undefined}
            search={{}}
          >
            <Item icon="reports" label={t.verification.rail} />
          </Link>
        )}
        {session?.account?.role === 'admin' && (
          <Link to="/admin/akun" className={css.item} data-on={current === 'admin' || undefined}>
            <Item icon="admin" label={t.shell.admin} />
          </Link>
        )}
        <Link
          to="/perangkat"
          className={`${css.item} ${css.device}`}
          aria-label={unsentCount > 0 ? t.device.railUnsent(unsentCount) : undefined}
        >
          <Item icon="phone" label={t.device.rail} />
          {unsentCount > 0 && (
            <span className={css.badge} aria-hidden="true">
              {unsentCount > 99 ? '99+' : unsentCount}
            </span>
          )}
        </Link>
        {isPhone && (
          <button
            type="button"
            className={css.item}
            aria-expanded={showsDisplay}
            onClick={() => setShowsDisplay(!showsDisplay)}
          >
            <Item icon="display" label={t.shell.display} />
          </button>
        )}
      </nav>
      <div className={css.stage}>{children}</div>
      {isPhone && showsDisplay && (
        <div className={css.display}>
          <Appearance />
        </div>
      )}
    </div>
  );
}
