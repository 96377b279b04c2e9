// The admin's pages and the frame around them.
import { Link, Outlet } from '@tanstack/react-router';
import { AccountsScreen } from '../features/admin/accounts-screen.tsx';
import { BasemapScreen } from '../features/admin/basemap-screen.tsx';
import { CoverageSettingsScreen } from '../features/admin/coverage-settings-screen.tsx';
import { OperatorsScreen } from '../features/admin/operators-screen.tsx';
import { StatusSettingsScreen } from '../features/admin/status-settings-screen.tsx';
import { CoverageJob } from '../features/coverage/coverage-job.tsx';
import { useText } from '../i18n/text.tsx';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import { AppFrame } from './app-frame.tsx';
import { Appearance } from './appearance.tsx';
import css from './admin-pages.module.css';
import './mantine-parts.ts';
import { useLiveEvents } from './use-live-events.ts';

export function AdminFrame() {
  const t = useText();
  // On a phone it is under "Lainnya".
  const isPhone = useMedia(phoneQuery);
  return (
    <AppFrame current="admin">
      <div className={css.page}>
        <header className={css.bar}>
          <nav className={`${css.tabs} ${css.scrolled}`} aria-label={t.shell.admin}>
            <Link to="/admin/akun" className={css.tab}>
              {t.shell.adminAccounts}
            </Link>
            <Link to="/admin/operator" className={css.tab}>
              {t.operators.tab}
            </Link>
            <Link to="/admin/aturan" className={css.tab}>
              {t.shell.adminRules}
            </Link>
            <Link to="/admin/aturan-jangkauan" className={css.tab}>
              {t.coverageTables.settings.tab}
            </Link>
            <Link to="/admin/peta-dasar" className={css.tab}>
              {t.shell.adminBasemap}
            </Link>
          </nav>
          {!isPhone && <Appearance />}
        </header>
        <main className={css.main}>
          <Outlet />
        </main>
      </div>
    </AppFrame>
  );
}

export const AccountsPage = AccountsScreen;
export const BasemapPage = BasemapScreen;
export const OperatorsPage = OperatorsScreen;
export const RulesPage = StatusSettingsScreen;

export function CoverageRulesPage() {
  // The job tells how far it is by itself.
  useLiveEvents(() => undefined);
  return <CoverageSettingsScreen progress={<CoverageJob mayRun />} />;
}
