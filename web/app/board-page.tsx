// The page of the board of commitments.
import { useCallback } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Account } from '#contract/auth';
import { sessionQuery } from '../api/session.ts';
import { BoardScreen } from '../features/commitments/board-screen.tsx';
import type { OnBoardSearch, Writer } from '../features/commitments/types.ts';
import { TakenOver } from '../features/work/taken-over.tsx';
import { parseBoardSearch } from '../lib/board-view.ts';
import css from './admin-pages.module.css';
import { isVerifier } from './roles.ts';

const routeApi = getRouteApi('/signed-in/komitmen/');

function writerOf(account: Account | null | undefined): Writer {
  if (isVerifier(account)) return { isStaff: true, operatorId: null };
  const operatorId = account?.role === 'liaison' ? account.office.operatorId : null;
  return operatorId === null ? null : { isStaff: false, operatorId };
}

export function BoardPage() {
  const search = routeApi.useSearch();
  const navigate = routeApi.useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const onSearch = useCallback<OnBoardSearch>(
    (change, options) =>
      void navigate({
        search: (before) => parseBoardSearch({ ...before, ...change }),
        replace: options?.replace ?? false,
      }),
    [navigate],
  );
  return (
    <>
      {session?.account?.role !== 'liaison' && <TakenOver className={css.banner} />}
      <BoardScreen
        search={search}
        onSearch={onSearch}
        writer={writerOf(session?.account)}
        onOpenPlace={(place) => void navigate({ to: '/', search: { place } })}
      />
    </>
  );
}
