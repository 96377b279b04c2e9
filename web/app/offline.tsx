// What works without a connection, started after the first view: the outbox and the service worker.
import { useEffect, useEffectEvent } from 'react';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { reportsKey, sampleKey } from '../api/evidence.ts';
import { useOutbox, useOutboxHandle } from '../api/outbox/use-outbox.ts';
import { sessionQuery } from '../api/session.ts';
import { useText } from '../i18n/text.tsx';
import './mantine-parts.ts';
import { registerServiceWorker, whenQuiet } from './service-worker.ts';

type Props = {
  /** The session has ended, as the server said to the outbox. */
  onSessionGone: () => void;
};

export default function Offline({ onSessionGone }: Props) {
  const t = useText();
  const client = useQueryClient();
  const handle = useOutboxHandle();
  const { entries, end } = useOutbox();
  const { data: session } = useQuery(sessionQuery);
  const accountId = session?.account?.id ?? null;

  useEffect(() => handle.listen(), [handle]);
  useEffect(() => handle.setAccount(accountId), [handle, accountId]);

  const receivedCount = entries.filter(({ state }) => state === 'received').length;
  useEffect(() => {
    if (receivedCount === 0) return;
    for (const queryKey of [reportsKey, sampleKey, ['status'], ['statuses']])
      void client.invalidateQueries({ queryKey });
  }, [client, receivedCount]);

  const askWhoIsHere = useEffectEvent(async () => {
    const now = await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => null);
    if (now?.account === null) onSessionGone();
  });
  useEffect(() => {
    if (end === 'signed_out' || end === 'other_account') void askWhoIsHere();
  }, [end]);

  const offerNewVersion = useEffectEvent((reload: () => void) =>
    notifications.show({
      id: 'new-version',
      autoClose: false,
      withCloseButton: true,
      closeButtonProps: { 'aria-label': t.common.close },
      message: (
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <span>{t.device.newVersion}</span>
          <Button size="compact-sm" variant="default" onClick={reload}>
            {t.device.reload}
          </Button>
        </Group>
      ),
    }),
  );
  useEffect(() => {
    void whenQuiet()
      .then(() => registerServiceWorker((reload) => offerNewVersion(reload)))
      .catch((error: unknown) => console.error(error));
  }, []);
  return null;
}
