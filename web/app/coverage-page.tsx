// The page of coverage: what each layer leaves of an area, the work behind it, the files it rests on.
import { useCallback } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { importKindsOf } from '#contract/interchange';
import { sessionQuery } from '../api/session.ts';
import { CoverageFiles } from '../features/coverage/coverage-files.tsx';
import { CoverageJob } from '../features/coverage/coverage-job.tsx';
import { CoverageScreen } from '../features/coverage/coverage-screen.tsx';
import type { ScreenProps } from '../features/coverage/layer-screen.tsx';
import { parseCoverageSearch } from '../lib/coverage-table-view.ts';
import css from './admin-pages.module.css';
import { AppFrame } from './app-frame.tsx';
import './mantine-parts.ts';
import { isVerifier } from './roles.ts';
import { useLiveEvents } from './use-live-events.ts';

const routeApi = getRouteApi('/signed-in/jangkauan');

export function CoveragePage() {
  const search = routeApi.useSearch();
  const navigate = routeApi.useNavigate();
  const { data: session } = useQuery(sessionQuery);
  // What the job makes shows by itself.
  useLiveEvents(() => undefined);
  const mayImport = importKindsOf(session?.account?.role ?? '').includes('sites');
  const onSearch = useCallback<ScreenProps['onSearch']>(
    (change, options) =>
      void navigate({
        search: (before) => parseCoverageSearch({ ...before, ...change }),
        replace: options?.replace ?? false,
      }),
    [navigate],
  );
  return (
    <AppFrame current="coverage">
      <main className={css.page}>
        <CoverageScreen
          search={search}
          onSearch={onSearch}
          onOpen={(address) => void navigate({ to: '/', search: address })}
          mayImport={mayImport}
          aside={
            <>
              <CoverageJob mayRun={isVerifier(session?.account)} />
              {mayImport && <CoverageFiles />}
            </>
          }
        />
      </main>
    </AppFrame>
  );
}
