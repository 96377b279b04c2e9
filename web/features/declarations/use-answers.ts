// Saving answers while one goes on answering: what is on its way, what failed and why, what was saved.
import { useState } from 'react';
import type { AnswerInput, WindowAnswer, WindowPlace } from '#contract/declarations';
import { useSaveAnswers } from '../../api/declarations.ts';

/** Of one row: on its way (null takes the answer back), saved, or refused with the error. */
export type Saving =
  | { state: 'saving'; answer: AnswerInput | null }
  | { state: 'saved' }
  | { state: 'failed'; error: unknown };

/** A place with its answer as it is stored, and what became of the last one that was sent. */
export type AnswerRow = {
  place: WindowPlace;
  answer: WindowAnswer | undefined;
  saving: Saving | undefined;
};

export type Answers = {
  savings: ReadonlyMap<number, Saving>;
  /** The last refusal; null after a save that worked. */
  error: unknown;
  /** Never rejects. */
  save: (numbers: readonly number[], answer: AnswerInput | null) => Promise<void>;
};

export function useAnswers(windowId: string, operatorId: string): Answers {
  const { mutateAsync } = useSaveAnswers(windowId);
  const [savings, setSavings] = useState<ReadonlyMap<number, Saving>>(new Map());
  const [error, setError] = useState<unknown>(null);
  const mark = (numbers: readonly number[], saving: Saving) =>
    setSavings((before) => new Map([...before, ...numbers.map((one) => [one, saving] as const)]));
  const save = async (numbers: readonly number[], answer: AnswerInput | null) => {
    mark(numbers, { state: 'saving', answer });
    try {
      const answers = numbers.map((number) => ({ number, answer }));
      await mutateAsync({ operatorId, answers });
      mark(numbers, { state: 'saved' });
      setError(null);
    } catch (refusal) {
      mark(numbers, { state: 'failed', error: refusal });
      setError(refusal);
    }
  };
  return { savings, error, save };
}
