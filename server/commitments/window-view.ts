// Declaration windows as one who asks may see them: a liaison finds its own operator's column and nothing
// of another one.
import type { Account } from '../auth/contract.ts';
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { isForProposal } from './answer-rules.ts';
import { listAnswers, type StoredAnswer } from './answer-store.ts';
import type { DeclarationWindow, WindowPlace, WindowSummary } from './declaration-contract.ts';
import { actorOf, heirOf, operatorOf, type Heirs } from './rules.ts';
import { readHeirs } from './store.ts';
import { prepareIsMeasured } from './window-measured.ts';
import { listWindowPlaces, type Viewer } from './window-place-store.ts';
import { findWindow, listWindows, summarise } from './window-store.ts';

/** What the one who asks is limited to; a liaison whose office has no operator sees nothing. */
function viewerOf(caller: Account, heirs: Heirs, today: string): Viewer {
  const operatorId = caller.role === 'liaison' ? (operatorOf(caller, heirs) ?? '') : null;
  return { operatorId, today };
}

/** The windows that `caller` may see, open ones first. */
export function listVisibleWindows(db: Db, caller: Account, at: Date): WindowSummary[] {
  const heirs = readHeirs(db);
  const { operatorId, today } = viewerOf(caller, heirs, isoDay(at));
  return listWindows(db)
    .map((window) => summarise(window, operatorId, heirs, today))
    .filter(({ operators }) => operators.length > 0);
}

function byNumber(answers: readonly StoredAnswer[]): Map<number, StoredAnswer[]> {
  const map = new Map<number, StoredAnswer[]>();
  for (const answer of answers) {
    const list = map.get(answer.number);
    if (list) list.push(answer);
    else map.set(answer.number, [answer]);
  }
  return map;
}

/** A window without its places; throws 404 `not_found`. */
export function viewSummary(db: Db, id: string, caller: Account, at: Date): WindowSummary {
  const heirs = readHeirs(db);
  const { operatorId, today } = viewerOf(caller, heirs, isoDay(at));
  const stored = findWindow(db, id);
  const summary = stored && summarise(stored, operatorId, heirs, today);
  if (!summary || summary.operators.length === 0) throw new ProblemError(404, 'not_found');
  return summary;
}

/** A window with its places and the answers that `caller` may see; throws 404 `not_found`. */
export function viewWindow(db: Db, id: string, caller: Account, at: Date): DeclarationWindow {
  const heirs = readHeirs(db);
  const viewer = viewerOf(caller, heirs, isoDay(at));
  const summary = viewSummary(db, id, caller, at);
  const { isOpen, operators } = summary;
  const operatorIds = operators.map((operator) => operator.id);
  const visible = listAnswers(db, id).filter((answer) => operatorIds.includes(answer.operatorId));
  const answersAt = byNumber(visible);
  const isMeasured = prepareIsMeasured(db, heirs, viewer.today);
  const matrix = listWindowPlaces(db, id, viewer).map((place): WindowPlace => {
    const answers = answersAt.get(place.number) ?? [];
    const kinds = new Map(answers.map(({ operatorId, answer }) => [operatorId, answer]));
    return {
      ...place,
      answers: answers.map(({ number: _, ...answer }) => ({
        ...answer,
        isMeasured: answer.answer === 'served' && isMeasured(place, answer.operatorId),
      })),
      // It would tell a liaison what the others answered.
      isForProposal: viewer.operatorId === null && isForProposal(isOpen, operatorIds, kinds),
    };
  });
  const mayAnswer = (operatorId: string) =>
    isOpen && actorOf(caller, heirOf(heirs, operatorId), heirs) !== null;
  return {
    ...summary,
    matrix,
    mayAnswerFor: operatorIds.filter(mayAnswer),
    mayManage: caller.role === 'admin' || caller.role === 'staff',
  };
}
