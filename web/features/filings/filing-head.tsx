// What file this is, whose, with what it is compared, what became of it, and what to beware of.
import { Button } from '@mantine/core';
import type { Filing } from '#contract/filings';
import { filedFile, filingTable, useCompareAgain } from '../../api/filings.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatBytes, formatDate, formatDateTime, formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { Icon } from '../../ui/icons.tsx';
import { Note } from '../../ui/note.tsx';
import css from './filing.module.css';

type Props = { filing: Filing; onBack: () => void; onOpenImport: (id: string) => void };

export function FilingHead({ filing, onBack, onOpenImport }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.filings.head;
  const { id, fileName, operatorName, state, base, bytes, sha256, unreadRows } = filing;
  const decided =
    state === 'comparing'
      ? null
      : words[state](filing.decidedByName ?? '', formatDateTime(filing.decidedAt ?? '', language));
  return (
    <header className={css.head}>
      <button type="button" className={css.back} onClick={onBack}>
        <Icon name="left" size={16} />
        {t.filings.back}
      </button>
      <div className={css.headLine}>
        <h1 className={css.title}>
          {operatorName}
          <span className={css.fileName}>{fileName}</span>
        </h1>
        <span className={css.state} data-state={state}>
          {t.filings.states[state]}
        </span>
        <nav className={css.files}>
          {state !== 'withdrawn' && (
            <a href={filedFile(id)} download title={words.checksum(sha256)}>
              {words.file} ({formatBytes(bytes, language)})
            </a>
          )}
          <a href={filingTable(id)} download>
            {words.table}
          </a>
        </nav>
      </div>
      <p className={css.facts}>
        {decided ?? words.sent(filing.createdByName, formatDateTime(filing.createdAt, language))}
        {' · '}
        {base ? words.against(base.fileName, formatDate(base.acceptedAt, language)) : words.first}
        {state === 'accepted' && <span className={css.sum}> {words.checksum(sha256)}</span>}
      </p>
      {filing.isOutdated && <Outdated filing={filing} />}
      {unreadRows > 0 && state === 'comparing' && (
        <p className={css.warning} role="status">
          <Icon name="warning" size={16} />
          <span>
            <strong>{words.unread(formatNumber(unreadRows, language))}.</strong>{' '}
            <span className={css.hint}>{words.unreadHint} </span>
            <button type="button" className={css.link} onClick={() => onOpenImport(id)}>
              {words.unreadRows}
            </button>
          </span>
        </p>
      )}
    </header>
  );
}

function Outdated({ filing }: { filing: Filing }) {
  const t = useText();
  const words = t.filings.head;
  const compare = useCompareAgain(filing);
  return (
    <Note
      tone="warning"
      title={words.outdated}
      actions={
        filing.mayDecide && (
          <Button size="compact-sm" loading={compare.isPending} onClick={() => compare.mutate()}>
            {words.again}
          </Button>
        )
      }
    >
      {compare.error ? problemText(compare.error, t.problem) : words.outdatedHint}
    </Note>
  );
}
