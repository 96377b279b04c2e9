// Fetches the commitments and tells what they promise to each village; loaded only when the map asks.
import type { QueryClient } from '@tanstack/react-query';
import { commitmentsQuery } from '../api/commitments.ts';
import { listPromises, type Promises } from '../lib/promises.ts';

/** `operator` is that of the map's view, `all` for every one. */
export async function loadPromises(client: QueryClient, operator: string): Promise<Promises> {
  const list = await client.fetchQuery(commitmentsQuery);
  return listPromises(list, operator === 'all' ? null : operator);
}
