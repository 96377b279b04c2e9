// Why a report does not go on: somebody changed it meanwhile, and a person must choose. The two stand
// side by side in the form.
import type { OutboxEntry } from '../../api/outbox/types.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDateTime } from '../../lib/format.ts';
import { Note } from '../../ui/note.tsx';

export function QueueConflict({ entry: { current } }: { entry: OutboxEntry }) {
  const words = useText().device.queue;
  const { language } = useLanguage();
  return (
    <Note tone="warning">
      {current
        ? words.conflict(current.updatedByName, formatDateTime(current.updatedAt, language))
        : words.conflictUnknown}
    </Note>
  );
}
