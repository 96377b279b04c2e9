// Accepts a filing: the lines that are taken become the operator's plans, its sites and what its
// commitments say, all of it or nothing. In the caller's transaction.
import { recordAudit } from '../audit/store.ts';
import { prepareDropPlanned, prepareRenameSite } from '../coverage/planned-store.ts';
import { prepareSaveCell } from '../coverage/site-store.ts';
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import type { Doer } from './actions.ts';
import type { FilingAccepted } from './filing-contract.ts';
import {
  countMissingReasons,
  followLines,
  proposeNewSites,
  readCommitmentsOf,
} from './filing-follow.ts';
import { planOwnerOf } from './filing-intake.ts';
import * as store from './filing-store.ts';
import { readHeirs } from './store.ts';
import { bumpVersion } from './write-store.ts';

/** Writes the sites of the lines: what a plan no longer has goes, where it was only planned. */
function saveSites(
  db: Db,
  lines: readonly store.StoredLine[],
  { operatorId, importId, by }: { operatorId: string; importId: string; by: Doer },
): void {
  const written = { accountId: by.caller.id, at: by.at };
  const rename = prepareRenameSite(db, operatorId, written);
  const save = prepareSaveCell(db, { ...written, importId });
  const dropPlanned = prepareDropPlanned(db, operatorId);
  for (const { before, after } of lines) {
    if (before && after) rename(before.siteRef, after.siteRef);
    const kept = new Set(after?.cells.map(({ ref }) => ref));
    const gone = before?.cells.flatMap(({ ref }) => (kept.has(ref) ? [] : [ref])) ?? [];
    if (after) {
      const { cells, ...site } = after;
      for (const cell of cells) save({ ...site, operatorId, source: 'operator', cell });
    }
    dropPlanned((after ?? before)?.siteRef ?? '', gone);
  }
}

type Accepted = Omit<FilingAccepted, 'filing'>;

/**
 * Throws 409 `filing_outdated` where another one was accepted since it was compared, 409
 * `reasons_missing` while a promise would be put off without one, and 409 `filing_line_refused` with the
 * site whose commitment does not follow.
 */
export function acceptFiling(
  db: Db,
  filing: store.StoredFiling,
  proposesCommitments: boolean,
  doer: Doer,
): Accepted {
  const { ownerId, operatorIds } = planOwnerOf(readHeirs(db), filing.operatorId);
  if ((store.findLastAccepted(db, operatorIds)?.id ?? null) !== filing.baseId)
    throw new ProblemError(409, 'filing_outdated');
  const commitmentsOf = readCommitmentsOf(db, ownerId);
  const taken = store.listLines(db, filing.id).filter(({ isTaken }) => isTaken);
  const missing = countMissingReasons(taken, commitmentsOf, isoDay(doer.at));
  if (missing > 0) throw new ProblemError(409, 'reasons_missing', { more: { missing } });

  store.saveTakenLines(db, ownerId, filing.id, taken);
  const changed = taken.filter(({ kind }) => kind !== 'unchanged');
  saveSites(db, changed, { operatorId: ownerId, importId: filing.id, by: doer });
  const followed = followLines(db, changed, commitmentsOf, doer, filing.fileName);
  const proposals = proposesCommitments
    ? proposeNewSites(db, { id: filing.id, operatorId: ownerId }, changed, commitmentsOf, doer)
    : { proposed: 0, outsideVillages: 0, pastDates: 0 };

  const by = { accountId: doer.caller.id, at: doer.at };
  store.decideFiling(db, filing.id, 'accepted', by);
  bumpVersion(db);
  const { operatorId, fileName, sha256, baseId } = filing;
  recordAudit(db, {
    ...by,
    action: 'filing.accept',
    subject: `filing:${filing.id}`,
    after: {
      ...{ operatorId, fileName, sha256, baseId, lines: store.countLines(db, filing.id) },
      ...{ followed, ...proposals },
    },
  });
  return { followed, ...proposals };
}
