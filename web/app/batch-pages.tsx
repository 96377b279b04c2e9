// The pages of the paper form.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { BatchScreen } from '../features/batch/batch-screen.tsx';
import { BlangkoScreen } from '../features/batch/blangko-screen.tsx';
import css from './admin-pages.module.css';
import { DataFrame } from './data-frame.tsx';

const blangkoApi = getRouteApi('/signed-in/data/blangko');

export function BlangkoPage() {
  const { data: session } = useQuery(sessionQuery);
  const { kec } = blangkoApi.useSearch();
  const navigate = blangkoApi.useNavigate();
  return (
    <DataFrame>
      <main className={css.main}>
        {session?.account && (
          <BlangkoScreen
            account={session.account}
            district={kec}
            onDistrict={(code) => void navigate({ search: { kec: code }, replace: true })}
            onFill={(district) =>
              void navigate({ to: '/data/isi/$district', params: { district } })
            }
          />
        )}
      </main>
    </DataFrame>
  );
}

const fillApi = getRouteApi('/signed-in/data/isi/$district');

export function FillPage() {
  const { data: session } = useQuery(sessionQuery);
  const { district } = fillApi.useParams();
  const navigate = fillApi.useNavigate();
  return (
    <DataFrame>
      <main className={css.whole}>
        {session?.account && (
          <BatchScreen
            account={session.account}
            district={district}
            onOwnReports={() => void navigate({ to: '/laporan/saya' })}
            onOther={() => void navigate({ to: '/data/blangko', search: {} })}
          />
        )}
      </main>
    </DataFrame>
  );
}
