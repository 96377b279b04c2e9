// The pages of reports and the frame around them: the queue of verifiers, and one's own reports.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { StatusBlock } from '../features/status/status-block.tsx';
import { OwnReports } from '../features/verification/own-reports.tsx';
import { QueueScreen } from '../features/verification/queue-screen.tsx';
import { TakenOver } from '../features/work/taken-over.tsx';
import { useText } from '../i18n/text.tsx';
import { parseQueueSearch } from '../lib/queue-view.ts';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import { AppFrame } from './app-frame.tsx';
import { Appearance } from './appearance.tsx';
import css from './admin-pages.module.css';
import { isVerifier } from './roles.ts';
import './mantine-parts.ts';
import { useLiveEvents } from './use-live-events.ts';

export function ReportsFrame() {
  const t = useText();
  const isPhone = useMedia(phoneQuery);
  const { data: session } = useQuery(sessionQuery);
  // What others decide or send in shows by itself.
  useLiveEvents(() => undefined);
  return (
    <AppFrame current="reports">
      <div className={css.page}>
        <header className={css.bar}>
          <h1 className="visually-hidden">{t.verification.tabs}</h1>
          <nav className={css.tabs} aria-label={t.verification.tabs}>
            {isVerifier(session?.account) && (
              <Link
                to="/laporan"
                className={css.tab}
                activeOptions={{ exact: true, includeSearch: false }}
                search={{}}
              >
                {t.verification.queue}
              </Link>
            )}
            <Link to="/laporan/saya" className={css.tab}>
              {t.verification.mine}
            </Link>
          </nav>
          {!isPhone && <Appearance />}
        </header>
        <TakenOver className={css.banner} />
        <Outlet />
      </div>
    </AppFrame>
  );
}

const queueApi = getRouteApi('/signed-in/laporan/');

export function QueuePage() {
  const search = queueApi.useSearch();
  const navigate = queueApi.useNavigate();
  return (
    <main className={css.whole}>
      <QueueScreen
        search={search}
        onSearch={(change, options) =>
          void navigate({
            search: (before) => parseQueueSearch({ ...before, ...change }),
            replace: options?.replace ?? false,
          })
        }
        renderKnown={(code) => <StatusBlock code={code} />}
        onOpenPlace={(place) => void navigate({ to: '/', search: { place } })}
      />
    </main>
  );
}

const ownApi = getRouteApi('/signed-in/laporan/saya');

export function OwnReportsPage() {
  const navigate = ownApi.useNavigate();
  return (
    <main className={css.main}>
      <OwnReports
        onAnswer={({ id, villageCode }) =>
          void navigate({ to: '/', search: { place: villageCode, mark: '1', report: id } })
        }
        onOpenPlace={(place) => void navigate({ to: '/', search: { place } })}
        onToMap={() => void navigate({ to: '/', search: {} })}
      />
    </main>
  );
}
