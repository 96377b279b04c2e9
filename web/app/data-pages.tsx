// The pages of tables that are brought in: what can be, and one file.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { DataScreen } from '../features/interchange/data-screen.tsx';
import { ImportScreen } from '../features/interchange/import-screen.tsx';
import css from './admin-pages.module.css';
import { DataFrame } from './data-frame.tsx';

const dataApi = getRouteApi('/signed-in/data');

export function DataPage() {
  const { data: session } = useQuery(sessionQuery);
  const navigate = dataApi.useNavigate();
  return (
    <DataFrame>
      <main className={css.main}>
        {session?.account && (
          <DataScreen
            role={session.account.role}
            onOpen={(id) => void navigate({ to: '/data/impor/$id', params: { id } })}
          />
        )}
      </main>
    </DataFrame>
  );
}

const importApi = getRouteApi('/signed-in/data/impor/$id');

export function ImportPage() {
  const { data: session } = useQuery(sessionQuery);
  const { id } = importApi.useParams();
  const navigate = importApi.useNavigate();
  return (
    <DataFrame>
      <main className={css.main}>
        {session?.account && (
          <ImportScreen
            id={id}
            account={session.account}
            onBack={() => void navigate({ to: '/data' })}
            onReports={() => void navigate({ to: '/laporan', search: {} })}
            onMap={() => void navigate({ to: '/', search: {} })}
            onFiling={(filing) =>
              void navigate({ to: '/komitmen/rencana/$id', params: { id: filing } })
            }
          />
        )}
      </main>
    </DataFrame>
  );
}
