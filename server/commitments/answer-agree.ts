// Answers of a declaration that become agreed commitments: in their operator's name, with the basis of the
// meeting. In the caller's transaction.
import { randomUUID } from 'node:crypto';
import { recordAudit } from '../audit/store.ts';
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { proposeCommitment, takeStep, type Doer } from './actions.ts';
import { groupBuilds, type BuildAnswer } from './answer-rules.ts';
import { linkCommitment, listAnswers, type StoredAnswer } from './answer-store.ts';
import type { CommitmentInput, PlaceRef } from './contract.ts';
import type { AgreeInput } from './declaration-contract.ts';
import { findWindow, listPlaceRefs, type StoredWindow } from './window-store.ts';

type Cell = StoredAnswer & BuildAnswer;

/** The chosen answers; throws 422 naming `cells.<index>`: not a promise to build, or agreed already. */
function getCells(db: Db, windowId: string, cells: AgreeInput['cells']): Cell[] {
  const keyOf = (cell: { number: number; operatorId: string }) =>
    `${cell.number} ${cell.operatorId}`;
  const answers = new Map(listAnswers(db, windowId).map((answer) => [keyOf(answer), answer]));
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const key = keyOf(cell);
    const answer = answers.get(key);
    if (seen.has(key)) throw refuseField(`cells.${index}`, 'place_twice', key);
    seen.add(key);
    if (answer?.answer !== 'build' || answer.on === null || answer.kind === null)
      throw refuseField(`cells.${index}`, 'answer_builds_nothing', key);
    if (answer.commitmentId !== null) throw refuseField(`cells.${index}`, 'answer_agreed', key);
    return { ...answer, byOn: answer.on, kind: answer.kind };
  });
}

/** What stands in the commitment's history: that it was answered, by whom and when. Indonesian, as data. */
function originNote({ number, title }: StoredWindow, { answeredAt, answeredByName }: Cell): string {
  const day = answeredAt === null ? '' : isoDay(new Date(answeredAt));
  return `Dijawab oleh ${answeredByName ?? '?'} pada ${day} dalam deklarasi ${number}, “${title}”.`;
}

function commitmentOf(
  group: readonly Cell[],
  first: Cell,
  places: ReadonlyMap<number, PlaceRef>,
  basis: Omit<AgreeInput, 'cells'>,
): CommitmentInput {
  const notes = new Set(group.map(({ note }) => note).filter((note) => note !== ''));
  return {
    operatorId: first.operatorId,
    promisedOn: first.byOn,
    kind: first.kind,
    technology: null,
    places: group.flatMap(({ number }) => places.get(number) ?? []),
    siteRef: first.siteRef,
    siteName: '',
    position: null,
    towerOwner: '',
    tenants: [],
    programme: 'own',
    duty: null,
    ...basis,
    note: [...notes].join('\n').slice(0, 1000),
    confidentialUntil: null,
  };
}

/**
 * Makes agreed commitments of `build` answers: those of one operator with the same site, kind and day
 * become one with several places. All or none. Gives back how many commitments there are now. Throws
 * ProblemError: 404 `not_found`, 422 naming `cells.<index>` with `answer_builds_nothing` or
 * `answer_agreed`.
 */
export function agreeAnswers(
  db: Db,
  windowId: string,
  { cells, ...basis }: AgreeInput,
  doer: Doer,
): number {
  const window = findWindow(db, windowId);
  if (!window) throw new ProblemError(404, 'not_found');
  const today = isoDay(doer.at);
  if (basis.basisOn !== null && basis.basisOn > today)
    throw refuseField('basisOn', 'date_in_future', basis.basisOn);
  const groups = groupBuilds(getCells(db, windowId, cells));
  const places = new Map(
    listPlaceRefs(db, windowId).map(({ number, ...place }) => [number, place]),
  );
  const ids = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const id = randomUUID();
    const origin = { windowId, historyNote: originNote(window, first) };
    proposeCommitment(db, id, commitmentOf(group, first, places, basis), doer, origin);
    const on = basis.basisOn ?? today;
    const agreed = { do: 'move', to: 'agreed', on, reason: null, note: '' } as const;
    takeStep(db, id, agreed, null, doer);
    for (const { number, operatorId } of group)
      linkCommitment(db, { windowId, number, operatorId }, id);
    return [id];
  });
  recordAudit(db, {
    at: doer.at,
    accountId: doer.caller.id,
    action: 'window.agree',
    subject: `window:${windowId}`,
    after: { cells, ...basis, commitments: ids },
  });
  return ids.length;
}
