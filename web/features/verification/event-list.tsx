// What became of a report, step by step: who, when and why.
import type { ReportEvent } from '#contract/evidence';
import { useLanguage, useText } from '../../i18n/text.tsx';
import css from './detail.module.css';
import { eventLine } from './words.ts';

export function EventList({ events }: { events: readonly ReportEvent[] }) {
  const t = useText();
  const { language } = useLanguage();
  if (events.length === 0) return <p className={css.quiet}>{t.verification.detail.noHistory}</p>;
  return (
    <ol className={css.events}>
      {events.map((event) => (
        <li key={`${event.at} ${event.action}`}>
          {eventLine(event, t, language)}
          {event.reason !== '' && <q>{event.reason}</q>}
        </li>
      ))}
    </ol>
  );
}
