// Commitments in the made-up villages, as the parts of the app and the routes take them.
import { randomUUID } from 'node:crypto';
import type { Account } from '../../server/auth/contract.ts';
import type { CommitmentInput, CommitmentStep } from '../../server/commitments/contract.ts';
import type { Standing } from '../../server/commitments/rules.ts';
import type { Answer } from './app.ts';
import { villages } from './place.ts';
import { changing } from './report.ts';
import type { Person } from './verify.ts';

/** A new tower of Telkomsel for Inderapura, promised for the end of March 2027. */
export function commitmentInput(over: Partial<CommitmentInput> = {}): CommitmentInput {
  return {
    operatorId: 'telkomsel',
    kind: 'bts',
    technology: '4g',
    places: [{ villageCode: villages.inderapura, localityId: null }],
    siteRef: 'PSR041',
    siteName: 'Inderapura Hilir',
    position: [100.05, -1.95],
    towerOwner: '',
    tenants: [],
    programme: 'own',
    duty: '3t',
    basisKind: null,
    basisNumber: '',
    basisOn: null,
    note: '',
    confidentialUntil: null,
    promisedOn: '2027-03-31',
    ...over,
  };
}

/** Writes a promise down and gives back its answer; the id is new unless it is given. */
export function propose(
  who: Person,
  over: Partial<CommitmentInput> = {},
  id: string = randomUUID(),
): Promise<Answer> {
  return who.send(`/api/commitments/${id}`, { method: 'PUT', body: commitmentInput(over) });
}

/** Takes a step of `version` of a commitment. */
export function take(
  who: Person,
  { id, version }: { id: string; version: number },
  step: CommitmentStep | Record<string, unknown>,
): Promise<Answer> {
  return who.send(`/api/commitments/${id}/steps`, {
    method: 'POST',
    body: step,
    headers: changing(version),
  });
}

/** Where a commitment stands: promised in October for the end of March, last touched in November. */
export function standing(over: Partial<Standing> = {}): Standing {
  return {
    state: 'agreed',
    firstPromisedOn: '2027-03-31',
    promisedOn: '2027-03-31',
    slips: 0,
    agreedOn: '2026-10-01',
    builtOn: null,
    onAirOn: null,
    servingOn: null,
    updatedOn: '2026-11-01',
    ...over,
  };
}

/** An account as the rules see it. */
export function account(
  role: Account['role'],
  operatorId: string | null = null,
  regencyCode: string | null = null,
): Account {
  return {
    id: role,
    name: role,
    email: `${role}@contoh.go.id`,
    role,
    office: { id: 1, name: 'Kantor', regencyCode, operatorId },
    mustChangePassword: false,
    disabledAt: null,
    lastSignInAt: null,
    createdAt: '2026-01-01T00:00:00Z',
    version: 1,
  };
}
