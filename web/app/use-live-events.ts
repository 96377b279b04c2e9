// Listens to the server for as long as the screen is there; tells how the connection is.
import { useEffect, useEffectEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#contract/status';
import { listenToEvents, type Connection } from '../api/events.ts';

export function useLiveEvents(onEvent: (event: LiveEvent) => void): Connection {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  const tell = useEffectEvent(onEvent);
  useEffect(
    () => listenToEvents(client, { onConnection: setConnection, onEvent: (event) => tell(event) }),
    [client],
  );
  return connection;
}
