// Localities, figures and facilities of the made-up villages, sent through the real routes.
import { randomUUID } from 'node:crypto';
import type { FacilityInput } from '../../server/facilities/contract.ts';
import type { LocalityInput } from '../../server/regions/locality-contract.ts';
import type { TestApp } from './app.ts';
import { villages } from './place.ts';
import { creating } from './report.ts';

type Person = Awaited<ReturnType<TestApp['person']>>;

/** Jorong Pasar in Inderapura, inside its boundary. */
export function localityInput(over: Partial<LocalityInput> = {}): LocalityInput {
  return {
    villageCode: villages.inderapura,
    kind: 'jorong',
    name: 'Pasar',
    position: [100.05, -1.95],
    source: 'Kantor nagari',
    ...over,
  };
}

/** A school in Inderapura of which nobody knows how it is connected. */
export function facilityInput(over: Partial<FacilityInput> = {}): FacilityInput {
  return {
    villageCode: villages.inderapura,
    localityId: null,
    kind: 'school',
    name: 'SDN 01 Inderapura',
    position: [100.05, -1.95],
    connection: 'unknown',
    connectionOn: null,
    source: 'Dinas Pendidikan',
    ...over,
  };
}

/** Sends a new locality; gives back its id and the answer. */
export async function addLocality(who: Person, over: Partial<LocalityInput> = {}) {
  const id = randomUUID();
  const answer = await who.send(`/api/localities/${id}`, {
    method: 'PUT',
    headers: creating,
    body: localityInput(over),
  });
  return { id, ...answer };
}

/** Sends a new facility; gives back its id and the answer. */
export async function addFacility(who: Person, over: Partial<FacilityInput> = {}) {
  const id = randomUUID();
  const answer = await who.send(`/api/facilities/${id}`, {
    method: 'PUT',
    headers: creating,
    body: facilityInput(over),
  });
  return { id, ...answer };
}

/** Writes down who lives in a village (code) or locality (id). */
export function putPeople(
  who: Person,
  unit: string,
  figures: { datedOn: string; population?: number | null; households?: number | null },
  source = 'Dukcapil',
) {
  return who.send(`/api/people/${unit}`, {
    method: 'PUT',
    body: { source, population: null, households: null, ...figures },
  });
}
