// Declaration windows about the made-up villages, sent through the real routes.
import { randomUUID } from 'node:crypto';
import type { WindowInput } from '../../server/commitments/declaration-contract.ts';
import { villages } from './place.ts';
import { changing } from './report.ts';
import type { Person } from './verify.ts';

export const wholeVillage = (villageCode: string) => ({ villageCode, localityId: null });

/** Asks Telkomsel and Indosat about Inderapura (1) and Ma'u Besar (2), to be answered within a week. */
export function windowInput(over: Partial<WindowInput> = {}): WindowInput {
  return {
    title: 'Rakor triwulan IV',
    note: '',
    closesOn: '2026-11-29',
    operatorIds: ['telkomsel', 'indosat'],
    places: [wholeVillage(villages.inderapura), wholeVillage(villages.mau)],
    ...over,
  };
}

export function putWindow(who: Person, over: Partial<WindowInput> = {}, id = randomUUID()) {
  return who.send(`/api/declarations/${id}`, { method: 'PUT', body: windowInput(over) });
}

/** Opens a window and gives back its id. */
export async function openWindow(who: Person, over: Partial<WindowInput> = {}): Promise<string> {
  const { status, body } = await putWindow(who, over);
  if (status !== 200) throw new Error(`not opened: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

export function changeWindow(who: Person, id: string, version: number, body: unknown) {
  return who.send(`/api/declarations/${id}`, {
    method: 'PATCH',
    body,
    headers: changing(version),
  });
}

export const build = (byOn = '2027-06-30', more: Record<string, unknown> = {}) => ({
  ...{ answer: 'build', byOn, kind: 'bts' },
  ...more,
});

/** Answers as `operatorId`: number of the place → answer, null takes it back. */
export function answer(
  who: Person,
  id: string,
  operatorId: string,
  byNumber: Record<number, unknown>,
) {
  const answers = Object.entries(byNumber).map(([number, said]) => ({
    number: Number(number),
    answer: said,
  }));
  return who.send(`/api/declarations/${id}/answers`, {
    method: 'PUT',
    body: { operatorId, answers },
  });
}

export function agree(who: Person, id: string, cells: [number, string][], more = {}) {
  return who.send(`/api/declarations/${id}/agree`, {
    method: 'POST',
    body: {
      cells: cells.map(([number, operatorId]) => ({ number, operatorId })),
      basisKind: 'minutes',
      basisNumber: 'BA-12/2026',
      basisOn: '2026-11-21',
      ...more,
    },
  });
}
