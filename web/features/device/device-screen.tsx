// This device: what waits to be sent, which regencies open without a signal, and installing.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { OutboxEntry } from '../../api/outbox/types.ts';
import { sessionQuery } from '../../api/session.ts';
import { useText } from '../../i18n/text.tsx';
import { Note } from '../../ui/note.tsx';
import css from './device.module.css';
import { InstallCard } from './install-card.tsx';
import { PackList } from './pack-list.tsx';
import { QueueList } from './queue-list.tsx';

type Props = {
  /** Shows a village on the map. */
  onOpenVillage: (code: string) => void;
  /** Opens a report that waits here in its form. */
  onOpenItem: (entry: OutboxEntry) => void;
  /** Asks the browser to install the app; null where it cannot be asked. */
  onInstall: (() => void) | null;
};

export function DeviceScreen({ onOpenVillage, onOpenItem, onInstall }: Props) {
  const t = useText();
  const { data: session } = useQuery(sessionQuery);
  return (
    <section className={css.screen}>
      {session?.isKept ? <Note>{t.device.offline}</Note> : <Text c="dimmed">{t.device.intro}</Text>}
      <QueueList onOpenVillage={onOpenVillage} onOpenItem={onOpenItem} />
      <PackList isOffline={session?.isKept ?? false} account={session?.account ?? null} />
      <InstallCard onInstall={onInstall} />
    </section>
  );
}
