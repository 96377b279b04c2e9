// The frame of everything below /komitmen, with a tab for each part.
import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
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
  const tabs = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone not all tabs are in view: the open one is.
  useEffect(() => {
    const open = tabs.current?.querySelector('[aria-current=page]');
    open?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  // What others promise or answer shows by itself.
  useLiveEvents(() => undefined);
  return (
    <AppFrame current="commitments">
      <div className={css.page}>
        <header className={css.bar}>
          <h1 className="visually-hidden">{t.commitments.rail}</h1>
          <nav ref={tabs} className={`${css.tabs} ${css.scrolled}`} aria-label={t.commitments.tabs}>
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
