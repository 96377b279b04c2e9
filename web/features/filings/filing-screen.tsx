// One filing from what it is to its last word: its lines as a list and on the map, taken or left.
import { useCallback, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { Filing, FilingLine } from '#contract/filings';
import { ApiProblem } from '../../api/client.ts';
import { filingLinesQuery, filingQuery } from '../../api/filings.ts';
import { useText } from '../../i18n/text.tsx';
import { linesShown, type FilingSearch } from '../../lib/filing-view.ts';
import { problemText } from '../../lib/problems.ts';
import { phoneQuery, useMedia } from '../../lib/use-media.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { AcceptBar } from './accept-bar.tsx';
import { FilingHead } from './filing-head.tsx';
import { FilingMap } from './filing-map.tsx';
import { KindChips } from './kind-chips.tsx';
import { LineTools } from './line-tools.tsx';
import { LineList } from './line-list.tsx';
import { useLineActions } from './use-line-actions.ts';
import css from './filing.module.css';

type Props = {
  id: string;
  search: FilingSearch;
  /** Undefined takes a key out. */
  onSearch: (change: { [Key in keyof FilingSearch]: FilingSearch[Key] | undefined }) => void;
  onBack: () => void;
  onOpenImport: (id: string) => void;
  onOpenCommitment: (id: string) => void;
};

export function FilingScreen({ id, ...rest }: Props) {
  const t = useText();
  const words = t.filings;
  const found = useQuery({ ...filingQuery(id), retry: false });
  const lines = useQuery(filingLinesQuery(id));
  const failed = [found, lines].find(({ isError }) => isError);
  if (failed) {
    const { error } = failed;
    if (error instanceof ApiProblem && error.status === 404)
      return (
        <EmptyState
          icon="list"
          title={words.gone}
          action={<Button onClick={rest.onBack}>{words.back}</Button>}
        >
          {words.goneHint}
        </EmptyState>
      );
    return (
      <ErrorState
        title={words.oneFailed}
        body={problemText(error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void Promise.all([found.refetch(), lines.refetch()])}
      />
    );
  }
  if (!found.data || !lines.data)
    return (
      <div className={css.waiting}>
        <LoadingLines count={12} label={t.common.loading} />
      </div>
    );
  return <Comparison filing={found.data} lines={lines.data.lines} {...rest} />;
}

type ComparisonProps = Omit<Props, 'id'> & { filing: Filing; lines: readonly FilingLine[] };

function Comparison({ filing, lines, search, onSearch, ...on }: ComparisonProps) {
  const t = useText();
  const words = t.filings;
  const isPhone = useMedia(phoneQuery);
  const [isMapShown, setIsMapShown] = useState(false);
  const [hovered, setHovered] = useState<FilingLine | null>(null);
  const [flight, setFlight] = useState<{ line: FilingLine } | null>(null);
  const { kind, line: activeNumber = null } = search;
  const shown = useMemo(() => linesShown(lines, kind), [lines, kind]);
  const active = useMemo(
    () => shown.find(({ number }) => number === activeNumber) ?? null,
    [shown, activeNumber],
  );
  const { actions, takeAll, explainAll, error } = useLineActions(filing, lines);
  const onActive = useCallback(
    (line: FilingLine) => {
      onSearch({ line: line.number });
      setFlight({ line });
    },
    [onSearch],
  );
  const list = (
    <section className={css.list} aria-label={words.lines.label}>
      <LineTools
        shown={shown}
        isOpen={filing.mayDecide}
        error={error}
        onTakeAll={takeAll}
        onExplainAll={explainAll}
      />
      {shown.length === 0 ? (
        <EmptyState icon="check">
          {kind === undefined ? words.lines.same : words.lines.empty}
        </EmptyState>
      ) : (
        <LineList
          lines={shown}
          activeNumber={activeNumber}
          actions={actions}
          onActive={onActive}
          onHover={setHovered}
          onOpenCommitment={on.onOpenCommitment}
        />
      )}
    </section>
  );
  const map = (
    <FilingMap
      lines={shown}
      marked={hovered ?? active}
      flight={flight}
      onSelect={(number) => {
        onSearch({ line: number });
        setIsMapShown(false);
      }}
    />
  );
  return (
    <main className={css.screen} data-phone={isPhone || undefined}>
      <FilingHead filing={filing} onBack={on.onBack} onOpenImport={on.onOpenImport} />
      <div className={css.filters}>
        <KindChips
          counts={filing.counts}
          kind={kind}
          onKind={(one) => onSearch({ kind: one, line: undefined })}
        />
        {isPhone && (
          <div className={css.tabs} role="group" aria-label={words.tabs.label}>
            {[false, true].map((isMap) => (
              <button
                key={String(isMap)}
                type="button"
                aria-pressed={isMapShown === isMap}
                onClick={() => setIsMapShown(isMap)}
              >
                {isMap ? words.tabs.map : words.tabs.list}
              </button>
            ))}
          </div>
        )}
      </div>
      <div className={css.body}>
        {(!isPhone || !isMapShown) && list}
        {(!isPhone || isMapShown) && map}
      </div>
      {filing.mayDecide && (
        <AcceptBar
          filing={filing}
          lines={lines}
          onShowSlipped={() => onSearch({ kind: 'slipped', line: undefined })}
        />
      )}
    </main>
  );
}
