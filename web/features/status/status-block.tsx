// A village's status: the chip, one line of why, and what is known per operator.
import { useQuery } from '@tanstack/react-query';
import { whyQuery } from '../../api/status.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { OperatorMatrix } from './operator-matrix.tsx';
import { whyLine } from './why-line.ts';
import css from './status-block.module.css';

export function StatusBlock({ code }: { code: string }) {
  const t = useText();
  const { language } = useLanguage();
  const why = useQuery(whyQuery(code));
  if (why.isPending) return <LoadingLines count={4} label={t.common.loading} />;
  if (why.isError)
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(why.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void why.refetch()}
      />
    );
  const { status, confirmed, stale, sample, operators } = why.data;
  const isUnconfirmed = !confirmed && status !== 'unknown';
  const notes = [
    ...(isUnconfirmed ? [t.status.unconfirmed] : []),
    ...(stale ? [t.status.stale] : []),
    ...(sample ? [t.status.sample] : []),
  ];
  return (
    <div className={css.block}>
      <StatusChip
        status={status}
        label={t.status.names[status]}
        unconfirmed={isUnconfirmed}
        notes={notes}
      />
      <p className={css.why}>{whyLine(why.data, t.status, language)}</p>
      <OperatorMatrix operators={operators} />
    </div>
  );
}
