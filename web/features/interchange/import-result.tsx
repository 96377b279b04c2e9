// What became of a stored file: figures, what waits now, and the rows that are not in.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { coverageKinds, type ImportDetail, type ImportPart } from '#contract/interchange';
import { importRowsQuery, leftOutFile } from '../../api/imports.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDateTime, formatNumber } from '../../lib/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { RowTable } from './row-table.tsx';
import outcomeCss from './outcome.module.css';
import css from './import.module.css';

type Props = {
  detail: ImportDetail;
  onBack: () => void;
  onReports: () => void;
  onMap: () => void;
  onFiling: () => void;
};

export function ImportResult({ detail, onBack, onReports, onMap, onFiling }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.result;
  const { outcome, storedByName, storedAt } = detail;
  if (!outcome) return null;
  const number = (value: number) => formatNumber(value, language);
  const stored = outcome.inserted + outcome.changed;
  const leftOut = outcome.wrong + outcome.skipped;
  const figures = [
    [outcome.inserted, words.added],
    [outcome.changed, words.changed],
    [outcome.unchanged, words.unchanged],
    [outcome.skipped, words.skipped],
    [outcome.wrong, words.wrong],
  ] as const;
  const isReports = detail.kind === 'reports';
  const isPlans = detail.kind === 'plans';
  const [goOn, next] = isReports
    ? [onReports, words.toReports]
    : isPlans
      ? [onFiling, words.toComparison]
      : [onMap, words.toMap];
  return (
    <>
      <section className={outcomeCss.result} aria-labelledby="import-result">
        <h2 id="import-result" className={outcomeCss.resultTitle}>
          <Icon name="check" />
          {isPlans
            ? words.compared(number(stored + outcome.unchanged))
            : words.title(number(stored))}
        </h2>
        <dl className={outcomeCss.figures}>
          {figures
            .filter(([value], index) => value > 0 || index === 0)
            .map(([value, label]) => (
              <div key={label}>
                <dd>{number(value)}</dd>
                <dt>{label}</dt>
              </div>
            ))}
        </dl>
        <p className={css.plain}>
          {isReports && `${words.reports} `}
          {coverageKinds.includes(detail.kind) && `${words.coverage} `}
          {isPlans && `${words.comparison} `}
          {words.by(storedByName ?? '', formatDateTime(storedAt ?? '', language))}
        </p>
        <div className={outcomeCss.resultActions}>
          <Button onClick={goOn}>{next}</Button>
          <Button variant="default" onClick={onBack}>
            {words.another}
          </Button>
        </div>
      </section>
      {leftOut > 0 && (
        <section className={css.section} aria-labelledby="import-left-out">
          <h2 id="import-left-out" className={css.step}>
            {words.leftOut}
          </h2>
          <div className={css.hintLine}>
            <p className={css.quiet}>{words.leftOutHint(number(leftOut))}</p>
            <Button
              size="compact-sm"
              variant="default"
              component="a"
              href={leftOutFile(detail.id)}
              download
            >
              {words.download}
            </Button>
          </div>
          {outcome.wrong > 0 && <LeftOut id={detail.id} part="wrong" />}
          {outcome.skipped > 0 && <LeftOut id={detail.id} part="doubtful" />}
        </section>
      )}
    </>
  );
}

function LeftOut({ id, part }: { id: string; part: ImportPart }) {
  const t = useText();
  const words = t.imports.rows;
  const found = useInfiniteQuery(importRowsQuery(id, part));
  const rows = (found.data?.pages ?? []).flatMap((page) => page.rows);
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={css.small}>{part === 'wrong' ? words.parts.wrong : words.skippedPart}</h3>
      <RowTable id={id} part={part} rows={rows} isOpen={false} />
      {found.hasNextPage && (
        <Button
          variant="default"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </>
  );
}
