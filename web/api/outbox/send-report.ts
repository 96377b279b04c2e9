// Sends one report so that it arrives once, however often the answer is lost on the way back.
import type { Report, ReportSaved } from '#contract/evidence';
import { ApiProblem } from '../client.ts';
import { meet } from './item-rules.ts';
import type { OutboxItem, Transport } from './types.ts';

export type ReportOutcome =
  | ({ kind: 'arrived' | 'rebased'; version: number } & Pick<OutboxItem, 'warnings'>)
  | { kind: 'conflict'; current: Report };

/** The stored report that stood in the way; null when the problem is another one. */
async function findStored(
  transport: Transport,
  { id, accountId }: OutboxItem,
  { status, code, body }: ApiProblem,
): Promise<Report | null> {
  if (status === 412 && typeof body === 'object' && body !== null && 'current' in body)
    return body.current as Report;
  if (code !== 'id_taken') return null;
  // The id is there with other words: an earlier wording of ours, or a report we may not even see.
  return transport<Report>(`/api/reports/${id}`, { headers: { 'x-account': accountId } }).catch(
    (error: unknown) => {
      if (error instanceof ApiProblem && error.status === 404) return null;
      throw error;
    },
  );
}

/** Rejects with the ApiProblem of anything but a conflict of versions. */
export async function sendReport(transport: Transport, item: OutboxItem): Promise<ReportOutcome> {
  const { id, accountId, input, version } = item;
  try {
    const { report, warnings } = await transport<ReportSaved>(`/api/reports/${id}`, {
      method: 'PUT',
      body: input,
      headers: {
        'x-account': accountId,
        ...(version === null ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
      },
    });
    return { kind: 'arrived', version: report.version, warnings };
  } catch (error) {
    const stored = error instanceof ApiProblem ? await findStored(transport, item, error) : null;
    if (!stored) throw error;
    const meaning = meet(item, stored);
    return meaning === 'conflict'
      ? { kind: 'conflict', current: stored }
      : { kind: meaning, version: stored.version, warnings: [] };
  }
}
