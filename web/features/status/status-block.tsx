// A village's status: the chip, one line of why, how much of it is served, what is missing, and what
// is known per operator.
import { useQuery } from '@tanstack/react-query';
import type { StatusWhy } from '#contract/status';
import { whyQuery } from '../../api/status.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { commonKind } from '../../lib/locality-name.ts';
import { problemText } from '../../lib/problems.ts';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { missingLines } from './missing.ts';
import { OperatorMatrix } from './operator-matrix.tsx';
import { whyLine } from './why-line.ts';
import css from './status-block.module.css';

/** "2 dari 5 jorong terlayani · 61 % rumah tangga" with the shares as a bar. */
function Shares({ why }: { why: StatusWhy }) {
  const t = useText();
  const { language } = useLanguage();
  const { shares, localities } = why;
  if (shares === null) return null;
  const words = t.status.shares;
  // What is only reported is told only where nothing counts yet, as the shares do.
  const served = localities.filter(
    ({ status, confirmed }) => status === 'served' && confirmed === why.confirmed,
  ).length;
  const percent = (fraction: number) => `${formatNumber(fraction * 100, language)}%`;
  const kind = commonKind(localities) ?? '';
  return (
    <div>
      <p className={css.sharesLine}>
        {words.served(served, localities.length, kind)}
        {shares.basis !== 'count' && ` · ${words.of[shares.basis](percent(shares.servedFraction))}`}
      </p>
      <div className={css.shares} aria-hidden="true">
        <span data-part="served" style={{ flexGrow: shares.servedFraction }} />
        <span
          data-part="not-served"
          style={{ flexGrow: 1 - shares.servedFraction - shares.unknownFraction }}
        />
        <span data-part="unknown" style={{ flexGrow: shares.unknownFraction }} />
      </div>
    </div>
  );
}

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
  const { status, confirmed, stale, sample, conflict, modelled, operators } = why.data;
  const isUnconfirmed = !confirmed && status !== 'unknown';
  const notes = [
    ...(isUnconfirmed ? [t.status.unconfirmed] : []),
    ...(modelled ? [t.status.modelled] : []),
    ...(stale ? [t.status.stale] : []),
    ...(conflict ? [t.status.conflict] : []),
    ...(sample ? [t.status.sample] : []),
  ];
  const missing = missingLines(why.data, t.status);
  const chip = (
    <StatusChip
      status={status}
      label={t.status.names[status]}
      unconfirmed={isUnconfirmed || modelled}
      notes={notes}
    />
  );
  // Without a connection only the last status is at hand, not what it rests on.
  if (operators.length === 0)
    return (
      <div className={css.block}>
        {chip}
        <p className={css.why}>{t.device.lastStatusOnly}</p>
      </div>
    );
  return (
    <div className={css.block}>
      {chip}
      <p className={css.why}>{whyLine(why.data, t.status, language)}</p>
      <Shares why={why.data} />
      {missing.length > 0 && (
        <div className={css.missing}>
          <h4>{t.status.missing.title}</h4>
          <ul>
            {missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <OperatorMatrix operators={operators} />
    </div>
  );
}
