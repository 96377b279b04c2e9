// What one layer of coverage leaves of an area: filters, figures, the villages, and the work behind them.
import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { coverageQuery } from '../../api/coverage.ts';
import { useText } from '../../i18n/text.tsx';
import { Note } from '../../ui/note.tsx';
import { EmptyState, LoadingLines } from '../../ui/states.tsx';
import { Aside } from './aside.tsx';
import { CoverageFailed } from './coverage-notes.tsx';
import { LayerScreen, type ScreenProps } from './layer-screen.tsx';
import css from './screen.module.css';

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
      {/* What came before is shown on while the server is away, and says so. */}
      {overview.isError && overview.data && (
        <Note tone="warning">{t.coverageTables.lastKnown}</Note>
      )}
      {overview.isPending ? (
        <LoadingLines count={10} label={t.common.loading} />
      ) : overview.data === undefined ? (
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
