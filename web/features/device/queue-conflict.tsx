// Two versions of one report: what this device says and what the server says. A person chooses.
import { Button, Group } from '@mantine/core';
import type { OutboxEntry } from '../../api/outbox/types.ts';
import { useOutbox } from '../../api/outbox/use-outbox.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatDateTime } from '../../lib/format.ts';
import { Note } from '../../ui/note.tsx';
import css from './device.module.css';

export function QueueConflict({ entry }: { entry: OutboxEntry }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.device.queue;
  const { resolveConflict } = useOutbox();
  const { current, input } = entry;
  const sides = [
    { title: words.noteMine, says: input },
    ...(current ? [{ title: words.noteTheirs, says: current }] : []),
  ];
  return (
    <Note
      tone="warning"
      actions={
        <Group gap="xs">
          <Button size="compact-sm" onClick={() => void resolveConflict(entry, 'mine')}>
            {words.takeMine}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void resolveConflict(entry, 'theirs')}
          >
            {words.takeTheirs}
          </Button>
        </Group>
      }
    >
      <p className={css.plain}>
        {current
          ? words.conflict(current.updatedByName, formatDateTime(current.updatedAt, language))
          : words.conflictUnknown}
      </p>
      <dl className={css.sides}>
        {sides.map(({ title, says }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              {says.note === '' ? words.noNote : says.note}
              {`, ${words.seenOn(formatDate(says.observedOn, language))}`}
            </dd>
          </div>
        ))}
      </dl>
    </Note>
  );
}
