// An answer while it is being written: begun from what stands, from what was said last, and read into
// what the contract takes. Pure.
import type { z } from 'zod';
import type { CommitmentKind, Reason } from '#contract/commitments';
import { AnswerInput, type WindowAnswer } from '#contract/declarations';
import type { ToldAnswer } from './answer-words.ts';

export type DraftKind = AnswerInput['answer'];

export type AnswerDraft = {
  answer: DraftKind;
  /** ISO date as it is typed; '' while it is missing. By when, or since when. */
  day: string;
  kind: CommitmentKind;
  siteRef: string;
  /** '': none in particular. */
  reason: Reason | '';
  note: string;
};

/** What was said last of each kind of answer: the next one mostly says the same. */
export type LastSaid = Partial<Record<DraftKind, AnswerDraft>>;

const empty: Omit<AnswerDraft, 'answer'> = {
  ...{ day: '', kind: 'bts', siteRef: '', reason: '', note: '' },
};

/** Begins with the stored answer where it is of that kind, else with the day and kind said last. */
export function startDraft(
  answer: DraftKind,
  stored: WindowAnswer | undefined,
  last: LastSaid,
): AnswerDraft {
  if (stored?.answer === answer)
    return {
      answer,
      day: stored.on ?? '',
      kind: stored.kind ?? empty.kind,
      siteRef: stored.siteRef,
      reason: stored.reason ?? '',
      note: stored.note,
    };
  const before = last[answer] ?? { ...empty, answer };
  return { ...before, siteRef: '', note: '' };
}

/** What the draft says, or what is wrong with it by field (`byOn`, `sinceOn`, …). */
export function readDraft(draft: AnswerDraft): z.ZodSafeParseResult<AnswerInput> {
  const { answer, day, kind, siteRef, reason, note } = draft;
  const said = {
    build: { answer, byOn: day, kind, siteRef, note },
    no_plan: { answer, reason: reason === '' ? null : reason, note },
    served: { answer, sinceOn: day, note },
  }[answer];
  return AnswerInput.safeParse(said, { reportInput: true });
}

/** How an answer that is on its way is told meanwhile. */
export function toldOf(input: AnswerInput): ToldAnswer {
  const none = { on: null, kind: null, siteRef: '', reason: null, isMeasured: false };
  switch (input.answer) {
    case 'build':
      return { ...none, answer: 'build', on: input.byOn, kind: input.kind, siteRef: input.siteRef };
    case 'no_plan':
      return { ...none, answer: 'no_plan', reason: input.reason };
    case 'served':
      return { ...none, answer: 'served', on: input.sinceOn };
  }
}
