// Reports that exist around the point, shown before another one is sent.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Position } from '#contract/regions';
import { nearbyQuery, operatorsQuery } from '../../api/evidence.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatDistance } from '../../lib/format.ts';
import { LoadingLines } from '../../ui/states.tsx';
import css from './evidence.module.css';
import { StatementText } from './statement-text.tsx';

/** How far existing reports are looked for, metres. */
const radiusM = 5000;
const shownAtFirst = 2;

type Props = {
  position: Position;
  isVillageCentre: boolean;
  /** The report being changed is no neighbour of itself. */
  exceptId: string;
};

export function NearbyReports({ position, isVillageCentre, exceptId }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.evidence.form;
  const nearby = useQuery(nearbyQuery(position, radiusM));
  const { data: operators } = useQuery(operatorsQuery);
  const [isWhole, setIsWhole] = useState(false);

  if (nearby.isPending) return <LoadingLines count={1} label={t.common.loading} />;
  if (nearby.isError) return <p className={css.help}>{words.nearbyFailed}</p>;
  const reports = nearby.data.filter(({ id }) => id !== exceptId);
  if (reports.length === 0) return <p className={css.help}>{words.nearbyNone}</p>;
  const shown = isWhole ? reports : reports.slice(0, shownAtFirst);
  const hiddenCount = reports.length - shownAtFirst;

  return (
    <div className={css.nearby}>
      <span className={css.label}>
        {words.nearby(reports.length, isVillageCentre ? words.nearVillage : words.nearPoint)}
      </span>
      <ul className={css.plainList}>
        {shown.map((report) => (
          <li key={report.id} className={css.nearbyItem}>
            <span className={css.distance}>{formatDistance(report.distanceM, language)}</span>
            <span>
              <StatementText statements={report.statements} operators={operators ?? []} />
              <span className={css.oneLine} title={report.officeName}>
                {report.isSample && `${t.evidence.list.sample} · `}
                {formatDate(report.observedOn, language)} · {report.authorName}, {report.officeName}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {hiddenCount > 0 && (
        <button type="button" className={css.link} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? words.nearbyLess : words.nearbyMore(hiddenCount)}
        </button>
      )}
    </div>
  );
}
