// What one layer of coverage leaves of an area: filters, figures, the villages, and the work behind them.
import { useRef, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { coverageQuery } from '../../api/coverage.ts';
import { useText } from '../../i18n/text.tsx';
import type { CoverageSearch, CoverageSearchChange } from '../../lib/coverage-table-view.ts';
import type { MapSearch } from '../../lib/view.ts';
import { EmptyState, LoadingLines } from '../../ui/states.tsx';
import { Aside } from './aside.tsx';
import { CoverageFailed } from './coverage-notes.tsx';
import { LayerScreen } from './layer-screen.tsx';
import css from './screen.module.css';

export type ScreenProps = {
  search: CoverageSearch;
  onSearch: (change: CoverageSearchChange, options?: { replace: boolean }) => void;
  /** Opens the map at an address of its own. */
  onOpen: (address: MapSearch) => void;
  /** The job and the files, for those who may see to them. */
  aside: ReactNode;
  mayImport: boolean;
};

export function CoverageScreen(props: ScreenProps) {
  const t = useText();
  const words = t.coverageTables.screen;
  const overview = useQuery(coverageQuery);
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <div className={css.screen} ref={scroller}>
      <header className={css.head}>
        <h1 className={css.title}>{t.coverageTables.title}</h1>
        <p className={css.quiet}>{words.intro}</p>
      </header>
      {overview.isPending ? (
        <LoadingLines count={10} label={t.common.loading} />
      ) : overview.isError ? (
        <CoverageFailed error={overview.error} onRetry={() => void overview.refetch()} />
      ) : overview.data.layers.length === 0 ? (
        <div className={css.columns}>
          <EmptyState
            icon="coverage"
            title={words.noneTitle}
            action={
              props.mayImport && (
                <Link to="/data" className={css.button}>
                  {words.toImport}
                </Link>
              )
            }
          >
            {overview.data.job.isRunning ? words.noneRunning : words.none}
          </EmptyState>
          <Aside>{props.aside}</Aside>
        </div>
      ) : (
        <LayerScreen {...props} overview={overview.data} scroller={scroller} />
      )}
    </div>
  );
}
