// An answer in words: what it says, and what stands beside it. Pure.
import type { WindowAnswer } from '#contract/declarations';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';

export type AnswerTone = 'build' | 'no_plan' | 'served' | 'none';
export type AnswerText = { main: string; details: string[]; tone: AnswerTone };

/** The part of an answer that is told; one that is being saved has no more. */
export type ToldAnswer = Pick<
  WindowAnswer,
  'answer' | 'on' | 'kind' | 'siteRef' | 'reason' | 'isMeasured'
>;

/** Undefined: nobody has answered (yet, while the window is open). */
export function answerText(
  answer: ToldAnswer | undefined,
  isOpen: boolean,
  t: Messages,
  language: Language,
): AnswerText {
  const words = t.declarations.matrix;
  if (answer === undefined || answer.answer === 'silent')
    return { main: isOpen ? words.unanswered : words.silent, details: [], tone: 'none' };
  const { on, kind, siteRef, reason, isMeasured } = answer;
  const day = on === null ? '' : formatDate(on, language);
  switch (answer.answer) {
    case 'build':
      return {
        main: words.builds(day),
        details: [kind === null ? '' : t.commitments.kinds[kind], siteRef].filter(Boolean),
        tone: 'build',
      };
    case 'no_plan':
      return {
        main: words.noPlan,
        details: reason === null ? [] : [t.commitments.reasons[reason]],
        tone: 'no_plan',
      };
    case 'served':
      return {
        main: words.served(day),
        details: [isMeasured ? words.measured : words.measure],
        tone: 'served',
      };
  }
}
