// What is promised in a province, regency or district, in one line of its panel, with the way to the rest.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Level } from '#contract/regions';
import { forecastQuery } from '../../api/outlook.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { entryCss } from '../../ui/entry.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import css from './place.module.css';

type Props = { code: string; level: Exclude<Level, 'village'> };

export function AreaPromises({ code, level }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.outlook.place;
  const query = useQuery(forecastQuery(code));
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
  const { now, promised } = query.data;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <p className={css.line}>
        {now.places === 0
          ? words.areaNone
          : words.areaLine(
              number(now.places),
              number(promised.places),
              number(now.places - promised.places),
            )}
      </p>
      <div className={entryCss.actions}>
        {level !== 'district' && (
          <Link
            to="/komitmen"
            search={level === 'regency' ? { area: code } : {}}
            className={css.link}
          >
            {words.toBoard}
          </Link>
        )}
        <Link to="/komitmen/proyeksi" search={{ area: code }} className={css.link}>
          {words.toForecast}
        </Link>
        <Link to="/komitmen/kendala" search={{ area: code }} className={css.link}>
          {words.toObstacles}
        </Link>
      </div>
    </>
  );
}
