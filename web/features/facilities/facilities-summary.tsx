// Facilities of an area by kind: how many are connected, how many not, of how many nobody knows.
import { useQuery } from '@tanstack/react-query';
import { facilitySummaryQuery } from '../../api/facilities.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { entryCss } from '../../ui/entry.tsx';
import { FacilitySymbol } from '../../ui/facility-symbol.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import css from './facilities.module.css';

export function FacilitiesSummary({ code }: { code: string }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.places.facilities;
  const query = useQuery(facilitySummaryQuery(code));
  if (query.isPending) return <LoadingLines count={2} label={t.common.loading} />;
  if (query.isError)
    return (
      <p className={entryCss.quiet} role="alert">
        {t.places.loadFailed} {problemText(query.error, t.problem)}
      </p>
    );
  const number = (value: number) => formatNumber(value, language);
  if (query.data.kinds.length === 0) return <p className={entryCss.quiet}>{words.summaryEmpty}</p>;
  return (
    <ul className={css.kinds}>
      {query.data.kinds.map(({ kind, total, connected, notConnected, unknown }) => (
        <li key={kind}>
          <FacilitySymbol kind={kind} connection="other" />
          <span>{words.kinds[kind]}</span>
          <span>
            {words.summary(number(connected), number(total))}
            <small>
              {[
                ...(notConnected > 0 ? [words.notConnected(number(notConnected))] : []),
                ...(unknown > 0 ? [words.unknown(number(unknown))] : []),
              ].join(' · ')}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
