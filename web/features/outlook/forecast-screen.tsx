// The screen of the forecast: what it means in words, two lines by quarter, the same as a table, and what
// the figures rest on.
import { useId } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Forecast } from '#contract/outlook';
import { forecastQuery } from '../../api/outlook.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import type { ForecastSearch } from '../../lib/outlook-view.ts';
import { problemText } from '../../lib/problems.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ForecastChart } from './forecast-chart.tsx';
import { DelayTable, ForecastTable } from './forecast-tables.tsx';
import { forecastSentences, isCutOff, type Shown } from './forecast-words.ts';
import { useAreas } from './use-areas.ts';
import css from './forecast.module.css';

type Props = {
  search: ForecastSearch;
  onSearch: (change: { [Key in keyof ForecastSearch]: ForecastSearch[Key] | undefined }) => void;
};

export function ForecastScreen({ search, onSearch }: Props) {
  const t = useText();
  const words = t.outlook.forecast;
  const query = useQuery(forecastQuery(search.area ?? ''));
  const areas = useAreas(search.area);
  const shown: Shown = search.show ?? 'places';
  return (
    <div className={css.screen}>
      <header className={css.head}>
        <div>
          <h2 className={css.title}>{words.title}</h2>
          <p className={css.quiet}>{words.intro}</p>
        </div>
        <div className={css.tools}>
          <Choice
            label={words.area}
            value={search.area ?? ''}
            options={[['', words.wholeArea], ...areas]}
            onChange={(area) => onSearch({ area: area || undefined })}
          />
          <ShownSwitch
            shown={shown}
            onShown={(next) => onSearch({ show: next === 'people' ? next : undefined })}
          />
        </div>
      </header>
      {query.data ? (
        query.data.now.places === 0 ? (
          <EmptyState icon="check" title={words.none}>
            {words.noneHint}
          </EmptyState>
        ) : (
          <Told forecast={query.data} shown={shown} />
        )
      ) : query.isPending ? (
        <LoadingLines count={10} label={t.common.loading} />
      ) : (
        <ErrorState
          title={t.common.cannotLoad}
          body={problemText(query.error, t.problem)}
          retryLabel={t.common.tryAgain}
          onRetry={() => void query.refetch()}
        />
      )}
    </div>
  );
}

function ShownSwitch({ shown, onShown }: { shown: Shown; onShown: (shown: Shown) => void }) {
  const words = useText().outlook.forecast;
  const name = useId();
  return (
    <div className={css.switch} role="radiogroup" aria-label={words.show}>
      {(['places', 'people'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === shown} onChange={() => onShown(one)} />
          {words[one]}
        </label>
      ))}
    </div>
  );
}

function Told({ forecast, shown }: { forecast: Forecast; shown: Shown }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.outlook.forecast;
  const said = forecastSentences(forecast, t, language);
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <div className={css.said}>
        <p className={css.lead}>{said.later}</p>
        <p>
          {said.today} {said.unpromised}{' '}
          <span className={css.quiet}>{words.asOf(formatDate(forecast.today, language))}</span>
        </p>
      </div>
      <ForecastChart forecast={forecast} shown={shown} />
      <div className={css.columns}>
        <section>
          <h3>{words.tableTitle}</h3>
          <ForecastTable forecast={forecast} />
        </section>
        <section>
          <h3>{words.delaysTitle}</h3>
          <DelayTable delays={forecast.delays} allDelays={forecast.allDelays} />
          <p className={css.quiet}>{words.delaysHint}</p>
          <h3>{words.restsOn}</h3>
          <ul className={css.notes}>
            <li>{words.restsPlaces}</li>
            <li>
              {words.restsPeople(
                number(forecast.now.placesWithPeople),
                number(forecast.now.places),
              )}
            </li>
            <li>{words.restsPromises}</li>
            {isCutOff(forecast) && <li>{words.restsBeyond}</li>}
          </ul>
        </section>
      </div>
    </>
  );
}
