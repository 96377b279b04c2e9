// The pages of filed plans: the list, and one compared with the last.
import { useCallback } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { importKindsOf } from '#contract/interchange';
import { sessionQuery } from '../api/session.ts';
import { FilingListScreen } from '../features/filings/filing-list-screen.tsx';
import { FilingScreen } from '../features/filings/filing-screen.tsx';
import { parseFilingSearch } from '../lib/filing-view.ts';
import css from './admin-pages.module.css';

const listApi = getRouteApi('/signed-in/komitmen/rencana');

export function FilingsPage() {
  const { data: session } = useQuery(sessionQuery);
  const navigate = listApi.useNavigate();
  const mayUpload = importKindsOf(session?.account?.role ?? '').includes('plans');
  return (
    <main className={css.main}>
      <FilingListScreen
        onUpload={mayUpload ? () => void navigate({ to: '/data' }) : null}
        onOpen={(id) => void navigate({ to: '/komitmen/rencana/$id', params: { id } })}
      />
    </main>
  );
}

const oneApi = getRouteApi('/signed-in/komitmen/rencana/$id');

export function FilingPage() {
  const { id } = oneApi.useParams();
  const search = oneApi.useSearch();
  const navigate = oneApi.useNavigate();
  const onSearch = useCallback(
    (change: Record<string, unknown>) =>
      void navigate({
        search: (before) => parseFilingSearch({ ...before, ...change }),
        replace: true,
      }),
    [navigate],
  );
  return (
    <FilingScreen
      key={id}
      id={id}
      search={search}
      onSearch={onSearch}
      onBack={() => void navigate({ to: '/komitmen/rencana' })}
      onOpenImport={(importId) =>
        void navigate({ to: '/data/impor/$id', params: { id: importId } })
      }
      onOpenCommitment={(buka) => void navigate({ to: '/komitmen', search: { buka } })}
    />
  );
}
