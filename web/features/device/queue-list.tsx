// The reports of this account on this device, each with where it stands.
import { Button, Text } from '@mantine/core';
import type { OutboxEntry } from '../../api/outbox/types.ts';
import { useOutbox } from '../../api/outbox/use-outbox.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Note } from '../../ui/note.tsx';
import css from './device.module.css';
import { QueueItem } from './queue-item.tsx';

type Props = {
  onOpenVillage: (code: string) => void;
  onOpenItem: (entry: OutboxEntry) => void;
};

export function QueueList({ onOpenVillage, onOpenItem }: Props) {
  const t = useText();
  const words = t.device.queue;
  const { entries, end, unsentCount, wake } = useOutbox();
  const isWaiting = entries.some(({ state }) => state === 'waiting');
  return (
    <section className={css.section} aria-labelledby="device-queue">
      <div className={css.head}>
        <h2 id="device-queue">{words.title}</h2>
        {isWaiting && (
          <Button size="sm" variant="default" className={css.touch} onClick={() => wake(true)}>
            {words.sendNow}
          </Button>
        )}
      </div>
      {end === 'signed_out' && unsentCount > 0 && <Note tone="warning">{words.signedOutHint}</Note>}
      {end === 'other_account' && unsentCount > 0 && (
        <Note tone="warning">{words.otherAccountHint}</Note>
      )}
      {isWaiting && end !== 'signed_out' && end !== 'other_account' && (
        <Text size="sm" c="dimmed">
          {words.waitingHint}
        </Text>
      )}
      {entries.length === 0 ? (
        <div className={css.empty}>
          <Icon name="check" size={20} />
          <div>
            <p>{words.empty}</p>
            <Text size="sm" c="dimmed">
              {words.emptyHint}
            </Text>
          </div>
        </div>
      ) : (
        <ul className={css.list}>
          {entries.map((entry) => (
            <QueueItem
              key={entry.id}
              entry={entry}
              onOpenVillage={onOpenVillage}
              onOpenItem={onOpenItem}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
