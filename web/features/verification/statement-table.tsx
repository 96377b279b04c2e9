// What a report says of each operator, figures aligned: technology, strength, RSRP, speeds.
import { useQuery } from '@tanstack/react-query';
import type { Statement } from '#contract/evidence';
import { operatorsQuery } from '../../api/evidence.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import css from './detail.module.css';
import { inOrder, operatorName } from './words.ts';

export function StatementTable({ statements }: { statements: readonly Statement[] }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.verification.detail;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const figure = (value: number | null) =>
    value === null ? '–' : formatNumber(value, language, 1);
  const hasRsrp = statements.some(({ rsrpDbm }) => rsrpDbm !== null);
  const hasSpeed = statements.some((s) => s.downloadMbps !== null || s.uploadMbps !== null);
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{words.operator}</th>
          <th scope="col">{words.technology}</th>
          <th scope="col">{words.strength}</th>
          {hasRsrp && (
            <th scope="col" className={css.figure}>
              {words.rsrp}
            </th>
          )}
          {hasSpeed && (
            <th scope="col" className={css.figure}>
              {words.speed}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {inOrder(statements, operators).map((said) => (
          <tr key={said.operatorId}>
            <th scope="row">{operatorName(said.operatorId, operators)}</th>
            <td>
              {said.isOutage ? (
                <strong>{words.outage}</strong>
              ) : said.technology === 'none' ? (
                <strong>{words.none}</strong>
              ) : (
                t.evidence.technologies[said.technology]
              )}
            </td>
            <td>{said.strength === null ? '–' : t.evidence.strengthWords[said.strength]}</td>
            {hasRsrp && (
              <td className={css.figure}>
                {said.rsrpDbm === null ? '–' : words.dbm(figure(said.rsrpDbm))}
              </td>
            )}
            {hasSpeed && (
              <td className={css.figure}>
                {said.downloadMbps === null && said.uploadMbps === null
                  ? '–'
                  : words.mbps(figure(said.downloadMbps), figure(said.uploadMbps))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
