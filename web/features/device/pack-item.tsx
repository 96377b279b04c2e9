// One kept regency: its size and age, going on, bringing up to date, removing.
import { useState } from 'react';
import { Button, Group, Modal, Progress, Text } from '@mantine/core';
import type { KeptPack } from '../../api/device-store.ts';
import { useKeepPack, useRemovePack, type PackProgress } from '../../api/packs.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatBytes, formatDateTime, formatNumber } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';
import { problemText } from '../../lib/problems.ts';
import css from './device.module.css';

type Props = {
  pack: KeptPack;
  progress: (PackProgress & { cancel: () => void }) | null;
  isOutdated: boolean;
  isOffline: boolean;
};

export function PackItem({ pack, progress, isOutdated, isOffline }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.device.packs;
  const keep = useKeepPack();
  const remove = useRemovePack();
  const [isAsking, setIsAsking] = useState(false);
  const name = placeName(pack);
  const number = (value: number) => formatNumber(value, language);
  const isPartial = pack.completedAt === null;
  const state = isPartial ? 'partial' : isOutdated ? 'outdated' : 'complete';
  const stateWords = {
    partial: words.isPartial,
    outdated: words.isOutdated,
    complete: words.isComplete,
  };
  return (
    <li className={css.item} data-pack={pack.code} data-state={progress ? 'keeping' : state}>
      <div className={css.itemHead}>
        <strong>{name}</strong>
        {!progress && (
          <span className={css.chip} data-state={state}>
            {stateWords[state]}
          </span>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {words.size(formatBytes(pack.bytes, language), number(pack.tileUrls.length))}
        {pack.completedAt !== null &&
          ` · ${words.keptAt(formatDateTime(pack.completedAt, language))}`}
      </Text>
      {progress && <KeepingProgress progress={progress} />}
      {keep.isError && !progress && (
        <p className={css.reasons} role="alert">
          {problemText(keep.error, t.problem)}
        </p>
      )}
      <Group gap="xs" className={css.actions}>
        {progress && (
          <Button size="compact-sm" variant="default" onClick={progress.cancel}>
            {t.common.cancel}
          </Button>
        )}
        {!progress && state !== 'complete' && (
          <Button size="compact-sm" disabled={isOffline} onClick={() => keep.mutate(pack)}>
            {isPartial ? words.resume : words.update}
          </Button>
        )}
        {!progress && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`${words.remove} ${name}`}
            onClick={() => setIsAsking(true)}
          >
            {words.remove}
          </Button>
        )}
      </Group>
      <Modal
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title={<strong>{words.removeTitle(name)}</strong>}
        closeButtonProps={{ 'aria-label': t.common.close }}
        centered
      >
        <Text size="sm">{words.removeBody}</Text>
        <Group justify="flex-end" gap="xs" mt="md" className={css.dialogActions}>
          <Button variant="subtle" color="gray" data-autofocus onClick={() => setIsAsking(false)}>
            {t.common.cancel}
          </Button>
          <Button loading={remove.isPending} onClick={() => remove.mutate(pack.code)}>
            {words.remove}
          </Button>
        </Group>
      </Modal>
    </li>
  );
}

export function KeepingProgress({ progress: { done, total } }: { progress: PackProgress }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.device.packs;
  const text =
    total === 0
      ? words.preparing
      : words.keeping(formatNumber(done, language), formatNumber(total, language));
  return (
    <div>
      <Text size="sm" aria-live="polite">
        {text}
      </Text>
      <Progress value={total === 0 ? 0 : (100 * done) / total} size="sm" aria-label={text} />
    </div>
  );
}
