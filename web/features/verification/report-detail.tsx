// One report with everything that a decision rests on, gravest first.
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { QueuedReport } from '#contract/verification';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDistance } from '../../lib/format.ts';
import { shownPhotos } from '../../lib/photo-words.ts';
import { daysSince, standingOf } from '../../lib/report-state.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Note } from '../../ui/note.tsx';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { StandingChip } from '../../ui/standing-chip.tsx';
import css from './detail.module.css';
import { EventList } from './event-list.tsx';
import { OtherReports } from './other-reports.tsx';
import { Outlook } from './outlook.tsx';
import { ReportFacts } from './report-facts.tsx';
import { StatementTable } from './statement-table.tsx';
import { ageWords, villageName, villagePath } from './words.ts';

type Props = {
  queued: QueuedReport;
  /** What is known of the village from other rooms. */
  known: ReactNode;
  onOpen: (id: string) => void;
  onOpenPlace: (villageCode: string) => void;
  /** Back to the list, where the list is not beside it. */
  onBack?: () => void;
};

export function ReportDetail({ queued, known, onOpen, onOpenPlace, onBack }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.verification.detail;
  const { report, village, others, events, why, after } = queued;
  return (
    <>
      <header className={css.head}>
        {onBack && <IconButton icon="left" label={words.back} onClick={onBack} />}
        <Title queued={queued} />
        <IconButton
          icon="map"
          label={words.openPlace}
          onClick={() => onOpenPlace(report.villageCode)}
        />
      </header>
      <div className={css.body} key={report.id} tabIndex={-1} aria-label={villageName(village)}>
        <Warnings queued={queued} />
        {after && (
          <Section title={t.verification.outlook.title}>
            <Outlook why={why} after={after} />
          </Section>
        )}
        <Section title={words.statements}>
          <StatementTable statements={report.statements} />
        </Section>
        {report.photos.length > 0 && (
          <Section title={words.photos}>
            <PhotoStrip
              photos={shownPhotos(report.photos, t, language)}
              words={t.verification.photos}
            />
          </Section>
        )}
        <Section title={words.facts}>
          <ReportFacts report={report} />
        </Section>
        <Section title={words.known}>{known}</Section>
        <Section title={others.length > 0 ? words.others(others.length) : words.othersTitle}>
          <OtherReports others={others} likelySame={queued.likelySame} onOpen={onOpen} />
        </Section>
        <Section title={words.history}>
          <EventList events={events} />
        </Section>
      </div>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Title({ queued: { report, village } }: { queued: QueuedReport }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.verification;
  const [now] = useState(() => Date.now());
  const standing = standingOf(report);
  const days = daysSince(report.createdAt, now);
  const since =
    days === 0 ? words.detail.sinceToday : words.detail.since(ageWords(days, t, language));
  return (
    <div className={css.title}>
      <h2 aria-live="polite">
        {villageName(village)}
        <StandingChip standing={standing} label={words.states[standing]} />
        {report.isSample && <StandingChip standing="sample" label={t.status.sample} />}
      </h2>
      <p>{villagePath(village)}</p>
      <p>
        {words.detail.by(report.authorName, report.officeName)} · {since}
      </p>
    </div>
  );
}

function Warnings({ queued: { report, flags, refusal } }: { queued: QueuedReport }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.verification.detail.warnings;
  const lines = [
    ...(refusal === null ? [] : [words[refusal]]),
    ...(flags.includes('position_outside_village') ? [words.position_outside_village] : []),
    ...(flags.includes('accuracy_poor') && report.accuracyM !== null
      ? [words.accuracy_poor(formatDistance(Math.round(report.accuracyM), language))]
      : []),
    ...shownPhotos(report.photos, t, language).flatMap(({ warning }) => warning ?? []),
    ...(flags.includes('stale') ? [words.stale] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <div className={css.warnings}>
      <Note tone="warning">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Note>
    </div>
  );
}
