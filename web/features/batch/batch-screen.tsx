// The screen on which a filled paper form is typed in, while it is coming and when it cannot come.
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { Account } from '#contract/auth';
import { blangkoQuery } from '../../api/batch.ts';
import { operatorsQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Filling } from './filling.tsx';
import css from './batch.module.css';

type Props = { district: string; account: Account; onOwnReports: () => void; onOther: () => void };

export function BatchScreen({ district, account, onOwnReports, onOther }: Props) {
  const t = useText();
  const blangko = useQuery(blangkoQuery(district));
  const operators = useQuery(operatorsQuery);
  const error = blangko.error ?? operators.error;
  const retry = () => void Promise.all([blangko.refetch(), operators.refetch()]);
  if (blangko.data?.villages.length === 0)
    return (
      <EmptyState
        icon="list"
        title={t.batch.noVillages}
        action={<Button onClick={onOther}>{t.batch.other}</Button>}
      />
    );
  if (blangko.data && operators.data)
    return (
      <Filling
        key={`${account.id} ${district}`}
        account={account}
        blangko={blangko.data}
        operators={operators.data}
        onOwnReports={onOwnReports}
      />
    );
  if (error)
    return (
      <ErrorState
        title={t.batch.failed}
        body={problemText(error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={retry}
      />
    );
  return (
    <div className={css.waiting}>
      <LoadingLines count={10} label={t.common.loading} />
    </div>
  );
}
