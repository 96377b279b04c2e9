// One file from its sheet to what is stored: how it is read, its columns, its rows, the last word.
import { useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { Account } from '#contract/auth';
import type { ImportDetail, ImportPart } from '#contract/interchange';
import { ApiProblem } from '../../api/client.ts';
import { importFeaturesQuery, importQuery } from '../../api/imports.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { Icon } from '../../ui/icons.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { ColumnsSection } from './columns-section.tsx';
import { ConfirmBar } from './confirm-bar.tsx';
import { FileSection } from './file-section.tsx';
import { ImportResult } from './import-result.tsx';
import { PreviewSection } from './preview-section.tsx';
import type { RowPlaces } from './row-table.tsx';
import { RowsSection } from './rows-section.tsx';
import css from './import.module.css';

type Props = {
  id: string;
  account: Account;
  onBack: () => void;
  /** Where the stored rows are seen. */
  onReports: () => void;
  onMap: () => void;
  /** The comparison that a file of plans becomes; it has the file's id. */
  onFiling: (id: string) => void;
};

export function ImportScreen({ id, account, onBack, onReports, onMap, onFiling }: Props) {
  const t = useText();
  const words = t.imports;
  const found = useQuery({ ...importQuery(id), retry: false });
  if (found.isPending)
    return (
      <div className={css.waiting}>
        <LoadingLines count={10} label={t.common.loading} />
      </div>
    );
  if (found.isError || found.data.state === 'discarded') {
    const isGone =
      !found.isError || (found.error instanceof ApiProblem && found.error.status === 404);
    if (isGone)
      return (
        <EmptyState
          icon="list"
          title={words.gone}
          action={<Button onClick={onBack}>{words.back}</Button>}
        >
          {words.goneHint}
        </EmptyState>
      );
    return (
      <ErrorState
        title={words.failed}
        body={problemText(found.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void found.refetch()}
      />
    );
  }
  const detail = found.data;
  return (
    <div className={css.screen}>
      <header className={css.head}>
        <button type="button" className={css.back} onClick={onBack}>
          <Icon name="left" size={16} />
          {words.back}
        </button>
        <h1 className={css.title}>{detail.fileName}</h1>
        <p className={css.kind}>{words.kinds[detail.kind].name}</p>
      </header>
      {detail.state === 'stored' ? (
        <ImportResult
          detail={detail}
          onBack={onBack}
          onReports={onReports}
          onMap={onMap}
          onFiling={() => onFiling(id)}
        />
      ) : (
        <Preview
          key={id}
          detail={detail}
          account={account}
          onBack={onBack}
          onStored={() => {
            if (detail.kind === 'plans') onFiling(id);
          }}
        />
      )}
    </div>
  );
}

/** Where a person's eyes are needed first. */
function firstPart({ counts }: ImportDetail): ImportPart {
  if (counts.doubtful > 0) return 'doubtful';
  if (counts.certain > 0) return 'certain';
  return counts.wrong > 0 ? 'wrong' : 'same';
}

type PreviewProps = {
  detail: ImportDetail;
  account: Account;
  onBack: () => void;
  onStored: () => void;
};

function Preview({ detail, account, onBack, onStored }: PreviewProps) {
  const [part, setPart] = useState<ImportPart>(() => firstPart(detail));
  const [selected, setSelected] = useState<number | null>(null);
  const [flight, setFlight] = useState<{ number: number } | null>(null);
  const { hasMap } = detail;
  const placed = useQuery({ ...importFeaturesQuery(detail.id), enabled: hasMap });
  const numbers = useMemo(
    () => new Set(placed.data?.features.map(({ number }) => number)),
    [placed.data],
  );
  const places: RowPlaces = {
    has: (number) => numbers.has(number),
    show: (number) => {
      setSelected(number);
      setFlight({ number });
    },
  };
  return (
    <>
      <FileSection detail={detail} account={account} />
      <ColumnsSection detail={detail} />
      {hasMap && (
        <PreviewSection
          detail={detail}
          selected={selected}
          onSelect={setSelected}
          flight={flight}
        />
      )}
      <RowsSection
        detail={detail}
        account={account}
        part={part}
        onPart={setPart}
        step={hasMap ? 4 : 3}
        places={hasMap ? places : null}
      />
      <ConfirmBar detail={detail} onDiscarded={onBack} onStored={onStored} />
    </>
  );
}
