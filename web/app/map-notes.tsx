// What stands over or in place of the map: loading, no WebGL, a server that cannot be reached.
import { useText } from '../i18n/text.tsx';
import { problemText } from '../lib/problems.ts';
import type { MapTrouble } from '../map/controller.ts';
import { Icon } from '../ui/icons.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import css from './map-notes.module.css';

type LoadingProps = { error?: Error | undefined; onRetry?: () => void };

/** Before the map is there; with an error, why it is not. */
export function MapLoading({ error, onRetry }: LoadingProps) {
  const t = useText();
  if (error && onRetry)
    return (
      <div className={css.centre} data-map-state="error">
        <div className={css.card}>
          <ErrorState
            title={t.map.infoFailedTitle}
            body={problemText(error, t.problem)}
            retryLabel={t.common.tryAgain}
            onRetry={onRetry}
          />
        </div>
      </div>
    );
  return (
    <div className={css.centre} data-map-state="loading" role="status">
      <span className={css.loading}>{t.map.loading}</span>
    </div>
  );
}

export function MapUnavailable({ onOpenList }: { onOpenList: () => void }) {
  const t = useText();
  return (
    <div className={css.centre} data-map-state="error">
      <div className={css.card}>
        <EmptyState
          icon="warning"
          title={t.map.noWebglTitle}
          action={
            <button type="button" className={css.button} onClick={onOpenList}>
              {t.map.openList}
            </button>
          }
        >
          {t.map.noWebglBody}
        </EmptyState>
      </div>
    </div>
  );
}

/** A map that is there, but not whole. */
export function MapTroubleNote({ trouble, onRetry }: { trouble: MapTrouble; onRetry: () => void }) {
  const t = useText();
  if (trouble === null) return null;
  return (
    <div className={css.trouble} role="alert">
      <Icon name="warning" size={18} />
      <span>{trouble === 'tiles' ? t.map.tilesFailed : t.map.basemapFailed}</span>
      {trouble === 'tiles' && (
        <button type="button" className={css.button} onClick={onRetry}>
          {t.common.tryAgain}
        </button>
      )}
    </div>
  );
}
