// The question to the author above the form in which it is answered.
import { useQuery } from '@tanstack/react-query';
import type { Report } from '#contract/evidence';
import { eventsQuery } from '../../api/verification.ts';
import { useText } from '../../i18n/text.tsx';
import { Note } from '../../ui/note.tsx';

export function QuestionNote({ report }: { report: Pick<Report, 'id' | 'askedAt'> }) {
  const t = useText();
  const { data: events } = useQuery({
    ...eventsQuery(report.id),
    enabled: report.askedAt !== null,
  });
  const question = events?.findLast(({ action }) => action === 'asked');
  if (report.askedAt === null || !question) return null;
  return (
    <Note tone="warning" title={t.verification.own.question(question.byName)}>
      {question.reason}
    </Note>
  );
}
