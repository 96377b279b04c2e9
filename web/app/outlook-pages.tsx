// The pages of what cannot be done yet and of the forecast.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { ForecastScreen } from '../features/outlook/forecast-screen.tsx';
import { ObstaclesScreen } from '../features/outlook/obstacles-screen.tsx';
import { obstacleWriterOf } from '../features/outlook/scope.ts';
import { parseForecastSearch, parseObstacleSearch } from '../lib/outlook-view.ts';
import css from './outlook-pages.module.css';

const obstaclesApi = getRouteApi('/signed-in/komitmen/kendala');

export function ObstaclesPage() {
  const search = obstaclesApi.useSearch();
  const navigate = obstaclesApi.useNavigate();
  const { data: session } = useQuery(sessionQuery);
  return (
    <main className={css.main}>
      <ObstaclesScreen
        search={search}
        onSearch={(change, options) =>
          void navigate({
            search: (before) => parseObstacleSearch({ ...before, ...change }),
            replace: options?.replace ?? false,
          })
        }
        writer={obstacleWriterOf(session?.account)}
        onOpenPlace={(place) => void navigate({ to: '/', search: { place } })}
        onOpenCommitment={(buka) => void navigate({ to: '/komitmen', search: { buka } })}
      />
    </main>
  );
}

const forecastApi = getRouteApi('/signed-in/komitmen/proyeksi');

export function ForecastPage() {
  const search = forecastApi.useSearch();
  const navigate = forecastApi.useNavigate();
  return (
    <main className={css.main}>
      <ForecastScreen
        search={search}
        onSearch={(change) =>
          void navigate({
            search: (before) => parseForecastSearch({ ...before, ...change }),
            replace: true,
          })
        }
      />
    </main>
  );
}
