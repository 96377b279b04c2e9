// What a report says beside the signal: which locality or facility, where and when it was seen.
import { useQuery } from '@tanstack/react-query';
import type { Report } from '#contract/evidence';
import { facilitiesQuery } from '../../api/facilities.ts';
import { localityNamesQuery } from '../../api/localities.ts';
import { useText } from '../../i18n/text.tsx';
import css from './evidence.module.css';
import { localityLabel } from './locality-choice.ts';

/** Nothing where it is about the village as a whole and says no more. */
export function ReportDetails({ report }: { report: Report }) {
  const { villageCode, localityId, localityName, facilityId, connection } = report;
  const words = useText().fieldForm;
  const { data: localities = [] } = useQuery({
    ...localityNamesQuery(villageCode),
    enabled: localityId !== null,
  });
  const { data: facilities } = useQuery({
    ...facilitiesQuery(villageCode),
    enabled: facilityId !== null,
  });
  const locality = localities.find(({ id }) => id === localityId);
  const facility = facilities?.facilities.find(({ id }) => id === facilityId);
  const said = [
    locality ? localityLabel(locality) : localityName,
    facilityId === null ? '' : (facility?.name ?? words.facility),
    connection === null ? '' : `${words.connection}: ${words.connections[connection]}`,
    report.environment === null ? '' : words.environments[report.environment],
    report.availability === null ? '' : words.availabilities[report.availability],
  ].filter((part) => part !== '');
  return said.length === 0 ? null : <p className={css.details}>{said.join(' · ')}</p>;
}
