// One report on this device: its state in words, why it does not go on, and what can be done.
import { useState } from 'react';
import { Button, Group, Modal, Progress, Text } from '@mantine/core';
import type { OutboxEntry } from '../../api/outbox/types.ts';
import { useOutbox } from '../../api/outbox/use-outbox.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatBytes, formatDateTime } from '../../lib/format.ts';
import { fieldText } from '../../lib/problems.ts';
import css from './device.module.css';
import { QueueConflict } from './queue-conflict.tsx';

type Props = {
  entry: OutboxEntry;
  onOpenVillage: (code: string) => void;
  /** Opens it in its form: to be mended, changed, or compared with what the server has. */
  onOpenItem: (entry: OutboxEntry) => void;
};

/** Whole per cent, never 100 before everything has arrived. */
function percentOf({ sentBytes, totalBytes }: OutboxEntry): number {
  return totalBytes === 0 ? 0 : Math.min(99, Math.floor((100 * sentBytes) / totalBytes));
}

export function QueueItem({ entry, onOpenVillage, onOpenItem }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.device.queue;
  const { retry, discard } = useOutbox();
  const [isAsking, setIsAsking] = useState(false);
  const { state, photos, refusal, label, input } = entry;
  const percent = percentOf(entry);
  const refusedPhotos = photos.filter((photo) => photo.state === 'refused');
  const isNew = entry.version === null || (entry.isReportSent && entry.version === 1);
  const facts = [
    isNew ? words.create : words.change,
    words.writtenAt(formatDateTime(new Date(entry.createdAt).toISOString(), language)),
    ...(photos.length > 0
      ? [`${words.photos(photos.length)}, ${formatBytes(entry.totalBytes, language)}`]
      : []),
    ...(state === 'waiting' && entry.isReportSent ? [words.reportArrived] : []),
  ];
  const isSent = state === 'received';
  return (
    <li className={css.item} data-report={entry.id} data-state={state}>
      <div className={css.itemHead}>
        <strong>{label}</strong>
        <span className={css.chip} data-state={state}>
          {state === 'sending' ? words.sendingAt(percent) : words.states[state]}
        </span>
      </div>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {state === 'sending' && (
        <Progress value={percent} size="sm" aria-label={words.states.sending} />
      )}
      {refusal && (
        <ul className={css.reasons}>
          {refusal.errors.length === 0 && <li>{fieldText('', refusal.code, t.problem)}</li>}
          {refusal.errors.map(({ field, code, value }) => (
            <li key={`${field} ${code}`}>
              {fieldText(field, code, t.problem)}
              {value !== undefined && <span className={css.value}> {value}</span>}
            </li>
          ))}
        </ul>
      )}
      {refusedPhotos.length > 0 && (
        <div className={css.reasons}>
          {words.photosRefused(refusedPhotos.length)}
          <ul>
            {refusedPhotos.map((photo) => (
              <li key={photo.id}>{fieldText('', photo.refusal?.code ?? '', t.problem)}</li>
            ))}
          </ul>
        </div>
      )}
      {state === 'conflict' && <QueueConflict entry={entry} />}
      <Group gap="xs" className={css.actions}>
        {(state === 'refused' || state === 'conflict') && (
          <Button size="compact-sm" onClick={() => onOpenItem(entry)}>
            {state === 'refused' ? words.mend : words.compare}
          </Button>
        )}
        {state === 'refused' && (
          <Button size="compact-sm" variant="default" onClick={() => void retry(entry)}>
            {words.retry}
          </Button>
        )}
        {(state === 'waiting' || state === 'sending') && (
          <Button size="compact-sm" variant="default" onClick={() => onOpenItem(entry)}>
            {words.edit}
          </Button>
        )}
        {isSent && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onOpenVillage(input.villageCode)}
          >
            {words.open}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => (isSent ? void discard(entry) : setIsAsking(true))}
        >
          {isSent ? words.dismiss : words.discard}
        </Button>
      </Group>
      <Modal
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title={<strong>{words.discardTitle}</strong>}
        closeButtonProps={{ 'aria-label': t.common.close }}
        centered
      >
        <Text size="sm">{isNew ? words.discardBody(label) : words.discardChangeBody(label)}</Text>
        <Group justify="flex-end" gap="xs" mt="md" className={css.dialogActions}>
          <Button variant="subtle" color="gray" data-autofocus onClick={() => setIsAsking(false)}>
            {t.common.cancel}
          </Button>
          <Button color="red.9" onClick={() => void discard(entry)}>
            {words.discard}
          </Button>
        </Group>
      </Modal>
    </li>
  );
}
