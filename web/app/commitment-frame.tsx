// The frame of everything below /komitmen, with a tab for each part.
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { useText } from '../i18n/text.tsx';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import { AppFrame } from './app-frame.tsx';
import { Appearance } from './appearance.tsx';
import css from './admin-pages.module.css';
import './mantine-parts.ts';
import { useLiveEvents } from './use-live-events.ts';

export function CommitmentFrame() {
  const t = useText();
  const isPhone = useMedia(phoneQuery);
  const { data: session } = useQuery(sessionQuery);
  // What others promise or answer shows by itself.
  useLiveEvents(() => undefined);
  return (
    <AppFrame current="commitments">
      <div className={css.page}>
        <header className={css.bar}>
          <h1 className="visually-hidden">{t.commitments.rail}</h1>
          <nav className={`${css.tabs} ${css.scrolled}`} aria-label={t.commitments.tabs}>
            {session?.account?.role === 'liaison' && (
              <Link to="/komitmen/tugas" className={css.tab}>
                {t.commitments.work}
              </Link>
            )}
            <Link
              to="/komitmen"
              className={css.tab}
              activeOptions={{ exact: true, includeSearch: false }}
              search={{}}
            >
              {t.commitments.board}
            </Link>
            <Link to="/komitmen/deklarasi" className={css.tab}>
              {t.commitments.declarations}
            </Link>
            <Link to="/komitmen/rencana" className={css.tab}>
              {t.commitments.filings}
            </Link>
            <Link to="/komitmen/kendala" className={css.tab} search={{}}>
              {t.commitments.obstacles}
            </Link>
            <Link to="/komitmen/proyeksi" className={css.tab} search={{}}>
              {t.commitments.forecast}
            </Link>
          </nav>
          {!isPhone && <Appearance />}
        </header>
        <Outlet />
      </div>
    </AppFrame>
  );
}
