// What operators may answer in a declaration, what the answers come to, and which of them are one
// commitment. Pure; days are ISO dates and "today" is given.
import { maxPlacesOfCommitment, type CommitmentKind } from './contract.ts';
import type { AnswerInput, AnswerKind } from './declaration-contract.ts';

type Refusal = { field: string; code: string; value: string };

/** What speaks against an answer, its field named as the contract does; null: nothing. */
export function refuseAnswer(input: AnswerInput, today: string): Refusal | null {
  if (input.answer === 'build' && input.byOn < today)
    return { field: 'byOn', code: 'date_in_past', value: input.byOn };
  if (input.answer === 'served' && input.sinceOn > today)
    return { field: 'sinceOn', code: 'date_in_future', value: input.sinceOn };
  return null;
}

/** An answer as it is kept: the fields of all kinds side by side. */
export type AnswerFields = {
  answer: Exclude<AnswerKind, 'silent'>;
  /** By when it is built, or since when it is served. */
  on: string | null;
  kind: CommitmentKind | null;
  siteRef: string;
  reason: Extract<AnswerInput, { answer: 'no_plan' }>['reason'];
  note: string;
};

export function fieldsOf(input: AnswerInput): AnswerFields {
  const { answer, note } = input;
  const none = { answer, on: null, kind: null, siteRef: '', reason: null, note };
  switch (input.answer) {
    case 'build':
      return { ...none, on: input.byOn, kind: input.kind, siteRef: input.siteRef };
    case 'no_plan':
      return { ...none, reason: input.reason };
    case 'served':
      return { ...none, on: input.sinceOn };
  }
}

/** The closing day itself is in time. */
export function isPastClosing(closesOn: string, today: string): boolean {
  return today > closesOn;
}

/**
 * A candidate for a proposal (domain, section 6): the window is closed, and each operator that was asked
 * has no plan or kept silent.
 */
export function isForProposal(
  isOpen: boolean,
  operatorIds: readonly string[],
  answers: ReadonlyMap<string, AnswerKind>,
): boolean {
  return (
    !isOpen &&
    operatorIds.every((id) => ['no_plan', 'silent'].includes(answers.get(id) ?? 'silent'))
  );
}

/** A `build` answer that is to be agreed. */
export type BuildAnswer = {
  number: number;
  operatorId: string;
  byOn: string;
  kind: CommitmentKind;
  siteRef: string;
};

/**
 * The answers that become one commitment each: those of one operator with the same site, kind and day;
 * an answer that names no site is one of its own, and no commitment has more places than it may.
 */
export function groupBuilds<T extends BuildAnswer>(answers: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  const keyOf = ({ number, operatorId, byOn, kind, siteRef }: T) =>
    JSON.stringify([operatorId, kind, byOn, siteRef, siteRef === '' ? number : null]);
  for (const answer of answers) {
    const key = keyOf(answer);
    const group = groups.get(key);
    if (group) group.push(answer);
    else groups.set(key, [answer]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / maxPlacesOfCommitment) }, (_, part) =>
      group.slice(part * maxPlacesOfCommitment, (part + 1) * maxPlacesOfCommitment),
    ),
  );
}
