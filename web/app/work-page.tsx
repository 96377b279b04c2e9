// The page of what waits for an operator's liaison.
import { getRouteApi } from '@tanstack/react-router';
import { WorkScreen } from '../features/work/work-screen.tsx';
import css from './admin-pages.module.css';
import { WorkUpdateForm } from './work-update.tsx';

const routeApi = getRouteApi('/signed-in/komitmen/tugas');

export function WorkPage() {
  const navigate = routeApi.useNavigate();
  return (
    <main className={css.main}>
      <WorkScreen
        renderAnswers={() => null}
        renderUpdate={(id, onDone) => (
          <WorkUpdateForm
            id={id}
            onDone={onDone}
            onOpen={() => void navigate({ to: '/komitmen', search: { buka: id } })}
          />
        )}
        onUpload={() => void navigate({ to: '/komitmen/rencana' })}
        onOpenFiling={(id) => void navigate({ to: '/komitmen/rencana/$id', params: { id } })}
        onPromise={(baru) => void navigate({ to: '/komitmen', search: { baru } })}
        onOpenPlace={(place) => void navigate({ to: '/', search: { place } })}
      />
    </main>
  );
}
