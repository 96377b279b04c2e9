// Reports that wait for a verdict in the made-up villages, and giving it as a person would.
import { randomUUID } from 'node:crypto';
import type { Verdict } from '../../server/evidence/verification-contract.ts';
import type { Answer, TestApp } from './app.ts';
import { changing, creating, reportInput } from './report.ts';

export type Person = Awaited<ReturnType<TestApp['person']>>;

/** Saves a report of `who` and gives back its id. */
export async function addReport(
  who: Person,
  over: Parameters<typeof reportInput>[0] = {},
): Promise<string> {
  const id = randomUUID();
  const { status, body } = await who.send(`/api/reports/${id}`, {
    method: 'PUT',
    body: reportInput(over),
    headers: creating,
  });
  if (status !== 201) throw new Error(`not saved: ${status} ${JSON.stringify(body)}`);
  return id;
}

/** Decides about `version` of a report. */
export function decide(
  who: Person,
  id: string,
  version: number,
  verdict: Verdict | Record<string, unknown>,
): Promise<Answer> {
  return who.send(`/api/reports/${id}/verdict`, {
    method: 'POST',
    body: verdict,
    headers: changing(version),
  });
}
