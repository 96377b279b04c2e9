// The promises about a village in its panel: who, what, by when, and how each stands.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { villageCommitmentsQuery } from '../../api/commitments.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { CommitmentChip, LateMark } from '../../ui/commitment-chip.tsx';
import { entryCss } from '../../ui/entry.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { lateDays, lateText, ownerText, promiseText } from './promise-rows.ts';
import css from './place.module.css';

type Props = {
  villageCode: string;
  /** Whether whoever looks may write down a promise. */
  mayPromise: boolean;
};

export function PromisesSection({ villageCode, mayPromise }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.outlook.place;
  const query = useQuery(villageCommitmentsQuery(villageCode));
  if (query.isPending) return <LoadingLines count={2} label={t.common.loading} />;
  if (query.isError)
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(query.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void query.refetch()}
      />
    );
  const { rows, operators, today } = query.data;
  return (
    <>
      {rows.length === 0 && <p className={entryCss.quiet}>{words.noPromises}</p>}
      <ul className={css.promises}>
        {rows.map((row) => {
          const late = lateDays(row, today);
          return (
            <li key={row.id}>
              <Link to="/komitmen" search={{ buka: row.id }} className={css.promise}>
                <span className={css.promiseTitle}>
                  {ownerText(row, operators, t)}, {t.commitments.kinds[row.kind]}
                </span>
                <CommitmentChip state={row.state} label={t.commitments.states[row.state]} />
                <span className={css.promiseWhen}>
                  {promiseText(row, t, language)}
                  {row.places > 1 || row.siteName === '' ? '' : ` · ${row.siteName}`}
                </span>
                {late !== null && <LateMark label={lateText(late, t, language)} />}
              </Link>
            </li>
          );
        })}
      </ul>
      {mayPromise && (
        <div className={entryCss.actions}>
          <Link to="/komitmen" search={{ baru: villageCode }} className={css.link}>
            {words.addPromise}
          </Link>
        </div>
      )}
    </>
  );
}
