// What others change arrives here: server-sent events, put into the query cache.
// EventSource reconnects by itself; after a gap the list is fetched anew (a 304 when nothing changed).
import type { QueryClient } from '@tanstack/react-query';
import { codeOfRegionId } from '#contract/regions';
import type { LiveEvent } from '#contract/status';
import { coverageKey, coverageQuery } from './coverage.ts';
import { tellReached } from './offline.ts';
import { statusesKey, statusesQuery, withChanges } from './status.ts';

export type Connection = 'connecting' | 'live' | 'cut-off';

const types = ['status', 'reload', 'report', 'places', 'coverage', 'commitments', 'map'] as const;

/** A change tells the status over all operators; the lists of one operator or technology are asked anew. */
function askOtherViews(client: QueryClient): void {
  const whole = JSON.stringify(statusesQuery.queryKey);
  void client.invalidateQueries({
    queryKey: statusesKey,
    predicate: ({ queryKey }) => JSON.stringify(queryKey) !== whole,
  });
}

/** Puts one event into the cache. */
export function applyLiveEvent(client: QueryClient, event: LiveEvent): void {
  if (event.type === 'status') {
    const table = client.getQueryData(statusesQuery.queryKey);
    const isFetching = client.isFetching({ queryKey: statusesQuery.queryKey }) > 0;
    const isNext = event.version === (table?.version ?? Number.NaN) + 1;
    if (table !== undefined && isNext && !isFetching && event.changes.length > 0)
      client.setQueryData(statusesQuery.queryKey, withChanges(table, event.version, event.changes));
    // Something was missed, or a list under way may be older than this event: ask again.
    else if (table === undefined || isFetching || event.version > table.version)
      void client.invalidateQueries({ queryKey: statusesQuery.queryKey });
    if (event.changes.length > 0) askOtherViews(client);
    for (const { id } of event.changes)
      void client.invalidateQueries({ queryKey: ['status', 'why', codeOfRegionId(id)] });
    void client.invalidateQueries({ queryKey: ['status', 'counts'] });
  } else if (event.type === 'reload') {
    void client.invalidateQueries({ queryKey: statusesKey });
    void client.invalidateQueries({ queryKey: ['status'] });
    void client.invalidateQueries({ queryKey: ['reports'] });
    void client.invalidateQueries({ queryKey: ['sample'] });
  } else if (event.type === 'report') {
    void client.invalidateQueries({ queryKey: ['reports'] });
    void client.invalidateQueries({ queryKey: ['status', 'why', event.villageCode] });
    void client.invalidateQueries({ queryKey: ['sample'] });
    // A verified report changes its locality, and what connects a facility.
    for (const room of ['localities', 'facilities'])
      void client.invalidateQueries({ queryKey: [room] });
  } else if (event.type === 'places') {
    for (const room of ['localities', 'people', 'facilities'])
      void client.invalidateQueries({ queryKey: [room] });
    for (const code of event.villageCodes)
      void client.invalidateQueries({ queryKey: ['status', 'why', code] });
  } else if (event.type === 'coverage') {
    // While the job runs the overview tells its progress; shares and tiles are new when it is done.
    const queryKey = event.isRunning ? coverageQuery.queryKey : coverageKey;
    void client.invalidateQueries({ queryKey });
  } else if (event.type === 'commitments') {
    void client.invalidateQueries({ queryKey: ['commitments'] });
  } else {
    void client.invalidateQueries({ queryKey: ['map'] });
    void client.invalidateQueries({ queryKey: ['regions'] });
  }
}

/** How long a closed source waits before it is opened again, milliseconds. */
const reopenAfterMs = 5000;

export type LiveListener = {
  onConnection: (connection: Connection) => void;
  /** After the event has been put into the cache. */
  onEvent: (event: LiveEvent) => void;
};

/** Listens until the returned function is called. */
export function listenToEvents(
  client: QueryClient,
  { onConnection, onEvent }: LiveListener,
): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasCutOff = false;

  const open = () => {
    source = new EventSource('/api/events');
    source.addEventListener('open', () => {
      onConnection('live');
      if (wasCutOff) tellReached();
      wasCutOff = false;
    });
    source.addEventListener('error', () => {
      wasCutOff = true;
      onConnection('cut-off');
      // CLOSED means the browser has given up (the answer was no event stream).
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenAfterMs);
    });
    for (const type of types)
      source.addEventListener(type, (message: MessageEvent<string>) => {
        const event = JSON.parse(message.data) as LiveEvent;
        applyLiveEvent(client, event);
        onEvent(event);
      });
  };

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
