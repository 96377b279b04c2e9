// The figures of the forecast as a table, and the delays that the second line rests on.
import type { Forecast } from '#contract/outlook';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { delayText, quarterName } from './forecast-words.ts';
import css from './forecast.module.css';

export function ForecastTable({ forecast }: { forecast: Forecast }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.outlook.forecast;
  const { now, quarters } = forecast;
  const rows = [
    { key: 'now', name: words.today, ifKept: now, ifSlipped: now },
    ...quarters.map(({ endsOn, ifKept, ifSlipped }) => ({
      ...{ key: endsOn, name: quarterName(endsOn, t), ifKept, ifSlipped },
    })),
  ];
  const sides = ['ifKept', 'ifSlipped'] as const;
  const figures = ['places', 'people'] as const;
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.tableTitle}</caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {words.quarterEnd}
          </th>
          {sides.map((side) => (
            <th key={side} scope="colgroup" colSpan={2} data-side={side}>
              {words[side]}
            </th>
          ))}
        </tr>
        <tr>
          {sides.flatMap((side) =>
            figures.map((figure) => (
              <th key={`${side}-${figure}`} scope="col" data-side={side}>
                {words[figure]}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            {sides.flatMap((side) =>
              figures.map((figure) => (
                <td key={`${side}-${figure}`} data-side={side}>
                  {formatNumber(row[side][figure], language)}
                </td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DelayTable({ delays, allDelays }: Pick<Forecast, 'delays' | 'allDelays'>) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.outlook.forecast;
  if (allDelays.promises === 0) return <p className={css.quiet}>{words.noDelays}</p>;
  const rows = [
    ...delays.map((delay) => ({ key: delay.operatorId, name: delay.operatorName, delay })),
    { key: '*', name: words.allOperators, delay: allDelays },
  ];
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.delaysTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{words.operator}</th>
          <th scope="col">{words.median}</th>
          <th scope="col">{words.promises}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, delay }) => (
          <tr key={key} data-all={key === '*' || undefined}>
            <th scope="row">{name}</th>
            <td>{delayText(delay, t, language)}</td>
            <td>{words.promisesOf(formatNumber(delay.promises, language))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
