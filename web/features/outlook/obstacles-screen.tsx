// The screen of what cannot be done yet: filters, the list, and beside it what is open or written down.
import { useInfiniteQuery } from '@tanstack/react-query';
import { obstaclesFile, obstaclesQuery } from '../../api/outlook.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import {
  isNarrowed,
  obstacleFilterOf,
  type ObstacleSearch,
  type ObstacleSearchChange,
} from '../../lib/outlook-view.ts';
import { problemText } from '../../lib/problems.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { Icon } from '../../ui/icons.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { ObstacleFilters } from './obstacle-filters.tsx';
import { ObstacleSide } from './obstacle-side.tsx';
import { ObstacleTable } from './obstacle-table.tsx';
import type { ObstacleWriter } from './scope.ts';
import css from './obstacles.module.css';

type Props = {
  search: ObstacleSearch;
  onSearch: (change: ObstacleSearchChange, options?: { replace?: boolean }) => void;
  writer: ObstacleWriter | null;
  onOpenPlace: (villageCode: string) => void;
  onOpenCommitment: (id: string) => void;
};

export function ObstaclesScreen(props: Props) {
  const { search, onSearch, writer } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.outlook.obstacles;
  const wanted = obstacleFilterOf(search);
  const query = useInfiniteQuery(obstaclesQuery(wanted));
  const [first] = query.data?.pages ?? [];
  const obstacles = (query.data?.pages ?? []).flatMap((page) => page.obstacles);
  const openId = search.buka ?? null;

  const open = (id: string, options = { replace: openId !== null }) =>
    onSearch({ buka: id, baru: undefined }, options);
  const step = (by: number) => {
    const index = obstacles.findIndex(({ id }) => id === openId);
    const next = obstacles[Math.max(0, Math.min(obstacles.length - 1, index + by))];
    if (next) open(next.id);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });

  return (
    <div className={css.screen}>
      <div className={css.main}>
        <header className={css.head}>
          <div>
            <h2 className={css.title}>{words.title}</h2>
            <p className={css.intro}>{words.intro}</p>
          </div>
          {writer && (
            <button
              type="button"
              className={css.primary}
              onClick={() => onSearch({ baru: '1', buka: undefined })}
            >
              <Icon name="plus" size={16} />
              {words.add}
            </button>
          )}
        </header>
        <ObstacleFilters
          search={search}
          onChange={(change) => onSearch({ ...change, buka: undefined }, { replace: true })}
          choosesOperator={writer?.operatorId === null || writer === null}
        />
        {first && first.total > 0 && (
          <p className={css.sum}>
            {words.count(formatNumber(first.total, language), formatNumber(first.due, language))}
            <span className={css.files}>
              {(['xlsx', 'csv'] as const).map((format) => (
                <a key={format} href={obstaclesFile(wanted, format)} download>
                  {words.download} {format.toUpperCase()}
                </a>
              ))}
            </span>
          </p>
        )}
        {query.isPending ? (
          <LoadingLines count={8} label={t.common.loading} />
        ) : first === undefined ? (
          <ErrorState
            title={t.common.cannotLoad}
            body={problemText(query.error, t.problem)}
            retryLabel={t.common.tryAgain}
            onRetry={() => void query.refetch()}
          />
        ) : obstacles.length === 0 ? (
          <EmptyState icon="check" title={isNarrowed(search) ? words.noneFiltered : words.none}>
            {isNarrowed(search) ? words.noneFilteredHint : words.noneHint}
          </EmptyState>
        ) : (
          <ObstacleTable
            obstacles={obstacles}
            today={first.today}
            openId={openId}
            onOpen={(id) => open(id)}
          />
        )}
        {query.hasNextPage && (
          <button
            type="button"
            className={css.more}
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {query.isFetchingNextPage ? t.common.loading : words.more}
          </button>
        )}
      </div>
      <ObstacleSide {...props} today={first?.today ?? null} />
    </div>
  );
}
