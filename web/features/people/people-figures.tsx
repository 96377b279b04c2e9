// Who lives in a village or locality: the newest figures with their source, the earlier ones, a form.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { peopleQuery, useRemovePeople } from '../../api/people.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { entryCss as css, RemoveLink } from '../../ui/entry.tsx';
import { Note } from '../../ui/note.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { PeopleForm } from './people-form.tsx';
import table from './people.module.css';
import { peopleLine } from './people-values.ts';

/** `unit` is a village's code or a locality's id. */
export function PeopleFigures({ unit }: { unit: string }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.places.people;
  const query = useQuery(peopleQuery(unit));
  const remove = useRemovePeople(unit);
  const [isAdding, setIsAdding] = useState(false);
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
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
  const { newest, rows, mayEdit } = query.data;
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language));
  const sources = new Set(
    [newest.population, newest.households].flatMap((figure) => figure?.source ?? []),
  );
  return (
    <div className={css.facts}>
      {rows.length === 0 ? (
        <p className={css.quiet}>{words.empty}</p>
      ) : (
        <>
          <p className={css.figures}>{peopleLine(newest, words, language)}</p>
          <p className={css.quiet}>
            {t.places.source}: {[...sources].join('; ')}
          </p>
        </>
      )}
      <div className={css.actions}>
        {rows.length > 0 && (
          <button
            type="button"
            className={css.link}
            aria-expanded={isHistoryOpen}
            onClick={() => setIsHistoryOpen(!isHistoryOpen)}
          >
            {words.history(number(rows.length))}
          </button>
        )}
        {mayEdit && !isAdding && (
          <button type="button" className={css.link} onClick={() => setIsAdding(true)}>
            {rows.length === 0 ? words.add : words.addNewer}
          </button>
        )}
      </div>
      {isHistoryOpen && rows.length > 0 && (
        <table className={table.rows}>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.population}</th>
              <th scope="col">{words.households}</th>
              <th scope="col">{t.places.source}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const day = formatDate(row.datedOn, language);
              return (
                <tr key={`${row.datedOn} ${row.source}`}>
                  <td>{day}</td>
                  <td>{number(row.population)}</td>
                  <td>{number(row.households)}</td>
                  <td>
                    {row.source}
                    {mayEdit && (
                      <RemoveLink
                        label={t.places.remove}
                        ariaLabel={words.removeRow(day, row.source)}
                        question={t.places.removeSure(day)}
                        yes={t.places.removeYes}
                        no={t.common.cancel}
                        isBusy={remove.isPending}
                        onRemove={() => remove.mutate(row)}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {remove.error && (
        <Note tone="error" title={t.places.notRemoved}>
          {problemText(remove.error, t.problem)}
        </Note>
      )}
      {isAdding && <PeopleForm unit={unit} onDone={() => setIsAdding(false)} />}
    </div>
  );
}
