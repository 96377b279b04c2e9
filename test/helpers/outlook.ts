// Obstacles and commitments of the made-up villages, sent as a person would, and statuses set by hand.
import { randomUUID } from 'node:crypto';
import type { CommitmentInput, CommitmentStep } from '../../server/commitments/contract.ts';
import type { ObstacleInput } from '../../server/commitments/obstacle-contract.ts';
import type { Db } from '../../server/platform/database.ts';
import { regionId } from '../../server/regions/contract.ts';
import type { Answer } from './app.ts';
import { propose, take } from './commitment.ts';
import { villages } from './place.ts';
import { changing } from './report.ts';
import type { Person } from './verify.ts';

/** In Inderapura the land is not free, whoever wants to build. */
export function obstacleInput(over: Partial<ObstacleInput> = {}): ObstacleInput {
  return {
    place: { villageCode: villages.inderapura, localityId: null },
    operatorId: null,
    commitmentId: null,
    reason: 'land',
    description: 'Lahan ulayat belum dibebaskan',
    lifter: 'Wali Nagari Inderapura',
    sinceOn: '2026-03-01',
    nextLookOn: '2026-12-20',
    ...over,
  };
}

/** Sends a new obstacle; gives back its id and the answer. */
export async function addObstacle(who: Person, over: Partial<ObstacleInput> = {}) {
  const id = randomUUID();
  const body = obstacleInput(over);
  const answer = await who.send(`/api/obstacles/${id}`, { method: 'PUT', body });
  return { id, ...answer };
}

/** Looks at version `version` of an obstacle. */
export function look(
  who: Person,
  id: string,
  version: number,
  body: Record<string, unknown>,
): Promise<Answer> {
  const headers = changing(version);
  return who.send(`/api/obstacles/${id}/looks`, { method: 'POST', body, headers });
}

/** Writes down a promise for the end of February and takes it through `steps`; gives back its id. */
export async function addPromise(
  who: Person,
  over: Partial<CommitmentInput> = {},
  steps: readonly CommitmentStep[] = [],
): Promise<string> {
  let answer = await propose(who, { promisedOn: '2027-02-28', ...over });
  for (const step of steps) if (answer.status === 200) answer = await take(who, answer.body, step);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** A step to another state, as of `on`. */
export function moveTo(
  to: Extract<CommitmentStep, { do: 'move' }>['to'],
  on = '2026-11-22',
): CommitmentStep {
  return { do: 'move', to, on, reason: null, note: '' };
}

/** What is derived of a village, set as it is needed. */
export function setStatus(
  db: Db,
  villageCode: string,
  status: string,
  { confirmed = true, isSample = false } = {},
): void {
  db.prepare(
    `INSERT OR REPLACE INTO place_status (id, status, confirmed, observed_on, is_sample,
       has_conflict, is_lacking, known_tenths, version) VALUES (?, ?, ?, '2026-11-01', ?, 0, 0, 10, 1)`,
  ).run(regionId(villageCode), status, Number(confirmed), Number(isSample));
}

export function setLocalityStatus(db: Db, localityId: string, status: string): void {
  db.prepare(
    `INSERT OR REPLACE INTO locality_status (locality_id, status, confirmed, observed_on, is_sample,
       has_conflict, is_lacking) VALUES (?, ?, 1, '2026-11-01', 0, 0, 0)`,
  ).run(localityId, status);
}
