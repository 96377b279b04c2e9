// Regencies kept on this device: how large they are, keeping, going on, refreshing and letting go.
// What is kept is read by kept-places.ts and, for tiles, by the service worker.
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Pack, PackSize, RegionName } from '#contract/regions';
import { request } from './client.ts';
import type { KeptPack } from './device-store.ts';
import { mapQuery } from './map.ts';

const key = 'packs';
const loadKeeper = () => import('./pack-keeper.ts');

/** How far the keeping of a regency has come, while it is under way in this tab. */
export type PackProgress = { done: number; total: number };

type UnderWay = Record<string, PackProgress & { cancel: () => void }>;

export const packsQuery = queryOptions({
  queryKey: [key, 'list'],
  queryFn: async (): Promise<KeptPack[]> => (await loadKeeper()).listPacks(),
  staleTime: Infinity,
});

/** What is being kept right now, by code. It outlives the screen that began it. */
export const underWayQuery = queryOptions({
  queryKey: [key, 'under-way'],
  queryFn: (): UnderWay => ({}),
  initialData: {},
  staleTime: Infinity,
  gcTime: Infinity,
  structuralSharing: false,
});

export function packSizeQuery(code: string) {
  return queryOptions({
    queryKey: [key, 'size', code],
    queryFn: ({ signal }) => request<PackSize>(`/api/regions/${code}/pack/size`, { signal }),
    staleTime: 60_000,
  });
}

/** Room on this device, bytes; null where the browser does not say. */
export const roomQuery = queryOptions({
  queryKey: [key, 'room'],
  queryFn: async (): Promise<{
    usedBytes: number;
    freeBytes: number;
    isPersistent: boolean;
  } | null> => {
    if (!('storage' in navigator)) return null;
    const [{ usage = 0, quota = 0 }, isPersistent] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    return { usedBytes: usage, freeBytes: Math.max(0, quota - usage), isPersistent };
  },
  staleTime: 0,
});

function setUnderWay(client: QueryClient, code: string, state: UnderWay[string] | null): void {
  client.setQueryData(underWayQuery.queryKey, (before = {}) => {
    const { [code]: _, ...others } = before;
    return state ? { ...others, [code]: state } : others;
  });
}

async function refreshKept(client: QueryClient): Promise<void> {
  await Promise.all(
    [packsQuery.queryKey, roomQuery.queryKey].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
}

/**
 * Keeps a regency, or goes on where it broke off; also brings one up to date after its boundaries
 * changed. Cancelling leaves what has come so far.
 */
export function useKeepPack() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: async ({ code }: Pick<RegionName, 'code'>) => {
      const stop = new AbortController();
      const tell = (done: number, total: number) =>
        setUnderWay(client, code, { done, total, cancel: () => stop.abort() });
      tell(0, 0);
      try {
        // Asked for, never insisted on: without it the browser may clear what it likes.
        await navigator.storage?.persist?.().catch(() => false);
        const pack = await request<Pack>(`/api/regions/${code}/pack`, { signal: stop.signal });
        const { keepPack } = await loadKeeper();
        await keepPack(pack, tell, stop.signal);
        // The map settings name the version whose tiles are here now.
        if (client.getQueryData(mapQuery.queryKey)?.boundaryVersion !== pack.boundaryVersion)
          void client.invalidateQueries({ queryKey: mapQuery.queryKey });
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      } finally {
        setUnderWay(client, code, null);
        await refreshKept(client);
      }
    },
  });
}

export function useRemovePack() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: async (code: string) => (await loadKeeper()).removePack(code),
    onSettled: () => refreshKept(client),
  });
}
