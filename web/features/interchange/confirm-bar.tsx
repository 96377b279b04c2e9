// The last word on a file: how many rows are stored, how many are not, and what is missing first.
import { useState } from 'react';
import { Button } from '@mantine/core';
import type { ImportDetail } from '#contract/interchange';
import { useConfirmImport, useDiscardImport } from '../../api/imports.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber, joinNames } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Note } from '../../ui/note.tsx';
import outcomeCss from './outcome.module.css';

type Props = {
  detail: ImportDetail;
  onDiscarded: () => void;
  /** It is stored, or of plans, compared. */
  onStored: () => void;
};

export function ConfirmBar({ detail, onDiscarded, onStored }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.confirm;
  const confirm = useConfirmImport(detail);
  const [isDiscarding, setIsDiscarding] = useState(false);
  const { counts, missing } = detail;
  const number = (value: number) => formatNumber(value, language);
  const hindrance = findHindrance(detail, t.imports);
  const isReady = hindrance === null && missing.settings.length === 0;
  // Plans are compared first; nothing of them is stored yet.
  const labels =
    detail.kind === 'plans'
      ? { all: words.compare, skipping: words.compareSkipping }
      : { all: words.save, skipping: words.saveSkipping };
  const label =
    counts.doubtful > 0
      ? labels.skipping(number(counts.certain), number(counts.doubtful))
      : labels.all(number(counts.certain));
  const rest = [
    ...(counts.skipped > 0 ? [words.skipped(number(counts.skipped))] : []),
    ...(counts.doubtful > 0 ? [words.doubtful(number(counts.doubtful))] : []),
    ...(counts.wrong > 0 ? [words.wrong(number(counts.wrong))] : []),
    ...(counts.same > 0 ? [words.same(number(counts.same))] : []),
  ];
  return (
    <div className={outcomeCss.confirm} role="region" aria-label={words.label}>
      {confirm.error && (
        <Note tone="error" title={words.failed}>
          {problemText(confirm.error, t.problem)}
        </Note>
      )}
      <div className={outcomeCss.confirmLine}>
        <p className={outcomeCss.confirmWords} role="status">
          {hindrance ?? rest.join(' · ')}
        </p>
        <Button variant="subtle" color="gray" onClick={() => setIsDiscarding(true)}>
          {words.discard}
        </Button>
        <Button
          disabled={!isReady}
          loading={confirm.isPending}
          variant={counts.doubtful > 0 ? 'outline' : 'filled'}
          onClick={() => {
            // The promise outlives this bar, which goes as soon as the file is stored.
            confirm.mutateAsync(counts.doubtful > 0).then(onStored, () => undefined);
          }}
        >
          {label}
        </Button>
      </div>
      <DiscardDialog
        id={detail.id}
        isOpen={isDiscarding}
        onClose={() => setIsDiscarding(false)}
        onDiscarded={onDiscarded}
      />
    </div>
  );
}

type Words = ReturnType<typeof useText>['imports'];

/** What has to be done before anything can be stored; null: nothing. */
function findHindrance({ counts, missing }: ImportDetail, words: Words): string | null {
  if (missing.columns.length > 0) return words.confirm.missingColumns;
  if (counts.certain === 0) return words.confirm.nothing;
  if (missing.settings.length === 0) return null;
  const names = missing.settings.map((setting) => words.file[setting].toLowerCase());
  return words.confirm.missing(joinNames(names, ', '));
}

type DialogProps = { id: string; isOpen: boolean; onClose: () => void; onDiscarded: () => void };

function DiscardDialog({ id, isOpen, onClose, onDiscarded }: DialogProps) {
  const t = useText();
  const words = t.imports.confirm;
  const discard = useDiscardImport(id);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={words.discardTitle}
      body={words.discardBody}
      doLabel={words.discard}
      cancelLabel={t.common.cancel}
      closeLabel={t.common.close}
      isBusy={discard.isPending}
      failure={discard.error && problemText(discard.error, t.problem)}
      onDo={() => discard.mutate(undefined, { onSuccess: onDiscarded })}
      onClose={onClose}
    />
  );
}
