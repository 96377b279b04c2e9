// The frame of everything below /data, with a tab for each way in: tables, and the paper form.
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { useText } from '../i18n/text.tsx';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import { AppFrame } from './app-frame.tsx';
import { Appearance } from './appearance.tsx';
import css from './admin-pages.module.css';
import { isReporter } from './roles.ts';
import './mantine-parts.ts';

export function DataFrame({ children }: { children: ReactNode }) {
  const t = useText();
  const isPhone = useMedia(phoneQuery);
  const { data: session } = useQuery(sessionQuery);
  const isImport = useLocation().pathname.startsWith('/data/impor/');
  return (
    <AppFrame current="data">
      <div className={css.page}>
        <header className={css.bar}>
          <nav className={css.tabs} aria-label={t.imports.tabs}>
            <Link
              to="/data"
              className={css.tab}
              activeOptions={{ exact: true }}
              data-on={isImport || undefined}
            >
              {isReporter(session?.account) ? t.imports.tab : t.imports.mapsTitle}
            </Link>
            {isReporter(session?.account) && (
              <Link to="/data/blangko" className={css.tab} search={{}}>
                {t.batch.title}
              </Link>
            )}
          </nav>
          {!isPhone && <Appearance />}
        </header>
        {children}
      </div>
    </AppFrame>
  );
}
