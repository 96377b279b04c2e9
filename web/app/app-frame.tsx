// The rail at the left edge; on a phone a bar at the bottom with what is used most, and the rest behind it.
import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useOutbox } from '../api/outbox/use-outbox.ts';
import { sessionQuery } from '../api/session.ts';
import { useText } from '../i18n/text.tsx';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import { parseMapSearch } from '../lib/view.ts';
import { Icon, type IconName } from '../ui/icons.tsx';
import css from './app-frame.module.css';
import { PhoneMore } from './phone-more.tsx';
import { isImporter, isReporter } from './roles.ts';
import { useWaitingAnswers } from './use-waiting.ts';

type Props = {
  current: 'map' | 'list' | 'reports' | 'coverage' | 'commitments' | 'data' | 'device' | 'admin';
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

function Badge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className={css.badge} aria-hidden="true">
      {count > 99 ? '99+' : count}
    </span>
  );
}

export function AppFrame({ current, onLegend, isLegendOpen = false, children }: Props) {
  const t = useText();
  const isPhone = useMedia(phoneQuery);
  const { data: session } = useQuery(sessionQuery);
  const { unsentCount } = useOutbox();
  const waiting = useWaitingAnswers(session?.account);
  const [showsMore, setShowsMore] = useState(false);
  // The bar of a phone has room for it where there are no reports.
  const hasCommitments = !isPhone || !isReporter(session?.account);
  const isAdmin = session?.account?.role === 'admin';
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
              setShowsMore(false);
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
        {hasCommitments && (
          <Link
            to="/komitmen"
            className={`${css.item} ${css.long}`}
            aria-label={waiting > 0 ? t.declarations.waiting(waiting) : undefined}
            data-on={current === 'commitments' || undefined}
            search={{}}
          >
            <Item icon="commitments" label={t.commitments.rail} />
            <Badge count={waiting} />
          </Link>
        )}
        {!isPhone && (
          <Link
            to="/jangkauan"
            className={`${css.item} ${css.long}`}
            data-on={current === 'coverage' || undefined}
            search={{}}
          >
            <Item icon="coverage" label={t.coverageTables.title} />
          </Link>
        )}
        {!isPhone && isImporter(session?.account) && (
          <Link to="/data" className={css.item} data-on={current === 'data' || undefined}>
            <Item icon="data" label={t.imports.rail} />
          </Link>
        )}
        {!isPhone && isAdmin && (
          <Link to="/admin/akun" className={css.item} data-on={current === 'admin' || undefined}>
            <Item icon="admin" label={t.shell.admin} />
          </Link>
        )}
        {!isPhone && (
          <Link
            to="/perangkat"
            className={`${css.item} ${css.device}`}
            aria-label={unsentCount > 0 ? t.device.railUnsent(unsentCount) : undefined}
          >
            <Item icon="phone" label={t.device.rail} />
            <Badge count={unsentCount} />
          </Link>
        )}
        {isPhone && (
          <button
            type="button"
            className={`${css.item} ${css.device}`}
            data-on={
              [
                'admin',
                'coverage',
                'data',
                'device',
                ...(hasCommitments ? [] : ['commitments']),
              ].includes(current) || undefined
            }
            aria-expanded={showsMore}
            onClick={() => setShowsMore(!showsMore)}
          >
            <Item icon="more" label={t.shell.more} />
            <Badge count={unsentCount} />
          </button>
        )}
      </nav>
      <div className={css.stage}>{children}</div>
      {isPhone && showsMore && (
        <PhoneMore
          isAdmin={isAdmin}
          isImporter={isImporter(session?.account)}
          hasCommitments={!hasCommitments}
          unsentCount={unsentCount}
          onClose={() => setShowsMore(false)}
        />
      )}
    </div>
  );
}
