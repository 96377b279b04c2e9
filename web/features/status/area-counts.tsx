// How the villages of a province, regency or district stand, by status.
import { useQuery } from '@tanstack/react-query';
import { placeStatuses } from '#contract/status';
import { countsQuery } from '../../api/status.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { statusLook } from '../../ui/status-look.ts';
import { StatusSwatch } from '../../ui/status-symbol.tsx';
import css from './status-block.module.css';

export function AreaCounts({ code }: { code: string }) {
  const t = useText();
  const { language } = useLanguage();
  const query = useQuery(countsQuery(code));
  if (query.isPending) return <LoadingLines count={5} label={t.common.loading} />;
  if (query.isError)
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(query.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void query.refetch()}
      />
    );
  const { total, byStatus, modelled, reported } = query.data;
  const number = (value: number) => formatNumber(value, language);
  const present = placeStatuses.filter((status) => byStatus[status] > 0);
  const presentModelled = placeStatuses.filter((status) => modelled[status] > 0);
  return (
    <div className={css.block}>
      <div className={css.bar} aria-hidden="true">
        {present.map((status) => {
          const { light, dark } = statusLook[status];
          const background = `light-dark(${light}, ${dark})`;
          return <span key={status} style={{ flexGrow: byStatus[status], background }} />;
        })}
        {presentModelled.map((status) => {
          const { light, dark } = statusLook[status];
          const background = `light-dark(${light}, ${dark})`;
          const style = { flexGrow: modelled[status], background };
          return <span key={status} data-modelled style={style} />;
        })}
      </div>
      <ul className={css.counts} aria-label={t.status.counts}>
        {present.map((status) => (
          <li key={status}>
            <StatusSwatch status={status} />
            <span>{t.status.names[status]}</span>
            <span className={css.number}>
              {t.status.ofVillages(number(byStatus[status]), number(total))}
            </span>
          </li>
        ))}
        {reported > 0 && (
          <li title={t.status.unconfirmedRowHint}>
            <StatusSwatch status="blankspot" faded />
            <span>{t.status.unconfirmedRow}</span>
            <span className={css.number}>{number(reported)}</span>
          </li>
        )}
      </ul>
      {presentModelled.length > 0 && (
        <>
          <h4 className={css.modelled} title={t.status.modelledRowHint}>
            {t.status.modelledRow}
          </h4>
          <ul className={css.counts} aria-label={t.status.modelledRow}>
            {presentModelled.map((status) => (
              <li key={status}>
                <StatusSwatch status={status} modelled />
                <span>{t.status.names[status]}</span>
                <span className={css.number}>{number(modelled[status])}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
