// The page of what waits for an operator's liaison.
import { getRouteApi } from '@tanstack/react-router';
import { AnswerGrid } from '../features/declarations/answer-grid.tsx';
import { WorkScreen } from '../features/work/work-screen.tsx';
import css from './admin-pages.module.css';
import { WorkUpdateForm } from './work-update.tsx';

const routeApi = getRouteApi('/signed-in/komitmen/tugas');

export function WorkPage() {
  const navigate = routeApi.useNavigate();
  const openPlace = (place: string) => void navigate({ to: '/', search: { place } });
  return (
    <main className={css.main}>
      <WorkScreen
        renderAnswers={(windowId) => (
          <AnswerGrid windowId={windowId} takesFocus onOpenPlace={openPlace} />
        )}
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
        onOpenPlace={openPlace}
      />
    </main>
  );
}
