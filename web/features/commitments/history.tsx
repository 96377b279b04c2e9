// What happened to a commitment, oldest first: who, when, why, and every date that was promised.
import type { CommitmentEvent, CommitmentList } from '#contract/commitments';
import { useLanguage, useText } from '../../i18n/text.tsx';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDate, formatDateTime, formatNumber } from '../../lib/format.ts';
import { daysBetween } from '../../lib/days.ts';
import css from './panel.module.css';
import { fieldName, valueText } from './term-words.ts';

/** What happened, in a line. */
function eventText(event: CommitmentEvent, t: Messages, language: Language): string {
  const words = t.commitmentPanel.events;
  const { states } = t.commitments;
  const day = (iso: string) => formatDate(iso, language);
  const { action, toState, promisedOn, promisedBefore, effectiveOn } = event;
  switch (action) {
    case 'proposed':
      return promisedOn === null ? words.proposed : words.proposedBy(day(promisedOn));
    case 'moved':
      return words.moved(states[toState], day(effectiveOn));
    case 'rescheduled': {
      if (promisedOn === null || promisedBefore === null) return words.rescheduled;
      const days = daysBetween(promisedBefore, promisedOn);
      const count = formatNumber(Math.abs(days), language);
      const [from, to] = [day(promisedBefore), day(promisedOn)];
      return days > 0 ? words.slipped(from, to, count) : words.advanced(from, to, count);
    }
    case 'amended':
      return words.amended;
    case 'served':
      return toState === 'serving' ? words.serving(day(effectiveOn)) : words.served;
    case 'broken':
      return words.broken;
    case 'inherited':
      return words.inherited;
  }
}

type Props = { events: readonly CommitmentEvent[]; operators: CommitmentList['operators'] };

export function History({ events, operators }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.commitmentPanel;
  return (
    <ol className={css.events}>
      {events.map((event) => {
        const isSlip =
          event.promisedOn !== null &&
          event.promisedBefore !== null &&
          event.promisedOn > event.promisedBefore;
        const changes = Object.entries(event.changes ?? {});
        const who = [event.byName ?? words.byItself, event.officeName].filter(Boolean).join(', ');
        return (
          <li key={event.id} data-slip={isSlip || undefined}>
            <p className={css.event}>
              {eventText(event, t, language)}
              {event.reason !== null && (
                <span className={css.reason}>{t.commitments.reasons[event.reason]}</span>
              )}
            </p>
            {event.note !== '' && <p className={css.note}>{event.note}</p>}
            {changes.length > 0 && (
              <ul className={css.changes}>
                {changes.map(([field, [before, after]]) => {
                  const text = (value: unknown) =>
                    valueText(field, value, { t, language, operators });
                  return (
                    <li key={field}>
                      {words.change(fieldName(field, t), text(before), text(after))}
                    </li>
                  );
                })}
              </ul>
            )}
            <p className={css.quiet}>
              {who} · <time dateTime={event.at}>{formatDateTime(event.at, language)}</time>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
