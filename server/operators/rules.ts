// How an operator gets its id, and which takeovers there can be. Pure; days are ISO dates.
import type { KeptOperator, SuccessionInput } from './contract.ts';

/** Words that stand for every operator in addresses and settings. */
const taken = new Set(['all', 'none']);

/**
 * An id made from the name, of lower-case letters, figures and hyphens, at most 36 characters, and
 * another one than all of `known`: "Starlink Indonesia" becomes starlink-indonesia.
 */
export function makeOperatorId(name: string, known: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 36)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'operator' : plain;
  const isFree = (id: string) => !known.has(id) && !taken.has(id);
  let id = base;
  for (let number = 2; !isFree(id); number += 1) id = `${base}-${number}`;
  return id;
}

/** Two names that read the same: capitals and spaces do not tell operators apart. */
export function isSameName(a: string, b: string): boolean {
  const fold = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim();
  return fold(a) === fold(b);
}

export type SuccessionRefusal = { field: keyof SuccessionInput | null; code: string };

type Line = Pick<KeptOperator, 'id' | 'successorId'>;

/** Whether `id` stands anywhere in the line of takeovers that begins with `from`. */
function leadsTo(operators: readonly Line[], from: string, id: string): boolean {
  let at = operators.find((operator) => operator.id === from);
  for (let step = 0; at && step <= operators.length; step += 1) {
    if (at.id === id) return true;
    const next = at.successorId;
    at = operators.find((operator) => operator.id === next);
  }
  return false;
}

/**
 * Why `operator` cannot be taken over like this, or null: by itself, twice, by an unknown one, by one
 * that it took over itself (a circle), or on a day still to come.
 */
export function refuseSuccession(
  operators: readonly Line[],
  operator: Line,
  { successorId, succeededOn }: SuccessionInput,
  today: string,
): SuccessionRefusal | null {
  if (operator.successorId !== null) return { field: null, code: 'already_taken_over' };
  if (successorId === operator.id) return { field: 'successorId', code: 'successor_is_itself' };
  if (!operators.some(({ id }) => id === successorId))
    return { field: 'successorId', code: 'operator_unknown' };
  if (leadsTo(operators, successorId, operator.id))
    return { field: 'successorId', code: 'successor_circle' };
  if (succeededOn > today) return { field: 'succeededOn', code: 'date_in_future' };
  return null;
}
