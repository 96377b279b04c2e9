// Tells a successor, in the first days, whose work it is and what was left open. Nothing for anybody else.
import { useQuery } from '@tanstack/react-query';
import { takenOverQuery } from '../../api/work.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import { openParts } from '../../lib/open-work.ts';
import { Note } from '../../ui/note.tsx';

export function TakenOver({ className }: { className?: string | undefined }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.work.handOver;
  const { data } = useQuery(takenOverQuery);
  const handOver = data?.handOver;
  if (!handOver) return null;
  const parts = openParts(handOver.open, words);
  return (
    <div className={className}>
      <Note title={words.title(handOver.formerName, formatDate(handOver.since, language))}>
        {parts === '' ? words.nothing : words.open(parts)}
      </Note>
    </div>
  );
}
