// Who lives in an area: sums with the number of villages they are known for, and their days.
import { useQuery } from '@tanstack/react-query';
import type { FigureSum } from '#contract/people';
import { peopleSummaryQuery } from '../../api/people.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { entryCss } from '../../ui/entry.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import css from './people.module.css';

export function PeopleSummary({ code }: { code: string }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.places.people;
  const query = useQuery(peopleSummaryQuery(code));
  if (query.isPending) return <LoadingLines count={2} label={t.common.loading} />;
  if (query.isError)
    return (
      <p className={entryCss.quiet} role="alert">
        {t.places.loadFailed} {problemText(query.error, t.problem)}
      </p>
    );
  const number = (value: number) => formatNumber(value, language);
  const day = (iso: string | null) => (iso === null ? '' : formatDate(iso, language));
  const line = (sum: FigureSum, text: (count: string) => string) =>
    sum.total === null ? null : (
      <li>
        <strong>{text(number(sum.total))}</strong>
        <small>
          {words.ofVillages(number(sum.villages), number(query.data.villages))} ·{' '}
          {words.between(day(sum.oldestOn), day(sum.newestOn))}
        </small>
      </li>
    );
  const { population, households } = query.data;
  if (population.total === null && households.total === null)
    return <p className={entryCss.quiet}>{words.empty}</p>;
  return (
    <ul className={css.summary}>
      {line(population, words.populationOf)}
      {line(households, words.householdsOf)}
    </ul>
  );
}
