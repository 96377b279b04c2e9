// How, where and when it was seen: only what the report says.
import type { Report } from '#contract/evidence';
import { writeCoordinates } from '#coordinates';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatDistance } from '../../lib/format.ts';
import css from './detail.module.css';

export function ReportFacts({ report }: { report: Report }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.verification.detail;
  const { position, positionSource, accuracyM, environment, availability, connection } = report;
  const how = [
    ...(positionSource === null ? [] : [words.sources[positionSource]]),
    ...(accuracyM === null ? [] : [`±${formatDistance(Math.round(accuracyM), language)}`]),
  ].join(', ');
  const facts: (readonly [label: string, value: string])[] = [
    [words.kind, t.verification.kinds[report.kind]],
    ...(report.participants.length > 0
      ? [[words.participants, report.participants.join(', ')] as const]
      : []),
    [words.observedOn, formatDate(report.observedOn, language)],
    ...(environment === null
      ? []
      : [[words.environment, words.environments[environment]] as const]),
    ...(availability === null
      ? []
      : [[words.availability, words.availabilities[availability]] as const]),
    ...(report.localityName === '' ? [] : [[words.locality, report.localityName] as const]),
    ...(connection === null ? [] : [[words.connection, words.connections[connection]] as const]),
    [
      words.position,
      position === null
        ? words.noPosition
        : `${writeCoordinates(position)}${how === '' ? '' : ` (${how})`}`,
    ],
  ];
  return (
    <dl className={css.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {report.note !== '' && (
        <div>
          <dt>{words.note}</dt>
          <dd className={css.note}>{report.note}</dd>
        </div>
      )}
    </dl>
  );
}
