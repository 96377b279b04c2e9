// The pages of declaration windows: the list, a new one, one with its answers.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { NewWindow } from '../features/declarations/new-window.tsx';
import { WindowScreen } from '../features/declarations/window-screen.tsx';
import { WindowsScreen } from '../features/declarations/windows-screen.tsx';
import css from './admin-pages.module.css';

export function WindowsPage() {
  const { data: session } = useQuery(sessionQuery);
  const navigate = useNavigate();
  return (
    <main className={css.main}>
      {session?.account && (
        <WindowsScreen
          role={session.account.role}
          onOpen={(id) => void navigate({ to: '/komitmen/deklarasi/$id', params: { id } })}
          onNew={() => void navigate({ to: '/komitmen/deklarasi/baru' })}
        />
      )}
    </main>
  );
}

export function NewWindowPage() {
  const navigate = useNavigate();
  return (
    <main className={css.main}>
      <NewWindow
        onOpened={(id) =>
          void navigate({ to: '/komitmen/deklarasi/$id', params: { id }, replace: true })
        }
        onCancel={() => void navigate({ to: '/komitmen/deklarasi' })}
      />
    </main>
  );
}

const windowApi = getRouteApi('/signed-in/komitmen/deklarasi/$id');

export function WindowPage() {
  const { data: session } = useQuery(sessionQuery);
  const { id } = windowApi.useParams();
  const navigate = useNavigate();
  return (
    <main className={css.filled}>
      {session?.account && (
        <WindowScreen
          key={id}
          id={id}
          role={session.account.role}
          onBack={() => void navigate({ to: '/komitmen/deklarasi' })}
          onOpenPlace={(place) => void navigate({ to: '/', search: { place } })}
          onOpenCommitment={(buka) => void navigate({ to: '/komitmen', search: { buka } })}
        />
      )}
    </main>
  );
}
