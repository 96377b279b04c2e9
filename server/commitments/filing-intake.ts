// Takes a file of an operator's plans in: compared with what was last accepted, and nothing changed yet.
// Reading the file is the importer's part, accepting the lines filing-accept.ts's.
import { recordAudit } from '../audit/store.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { compareSites, type ComparedLine, type Unread } from './filing-rules.ts';
import { groupSites, type PlanSite } from './filing-site.ts';
import * as store from './filing-store.ts';
import { heirOf, type Heirs } from './rules.ts';
import { readHeirs } from './store.ts';
import { bumpVersion } from './write-store.ts';

/** The operator that has the plans now, and all whose filings these rest on: its own and those taken over. */
export function planOwnerOf(
  heirs: Heirs,
  operatorId: string,
): { ownerId: string; operatorIds: string[] } {
  const ownerId = heirOf(heirs, operatorId);
  const inherited = [...heirs.keys()].filter((id) => heirOf(heirs, id) === ownerId);
  return { ownerId, operatorIds: [...new Set([ownerId, ...inherited])] };
}

/** What is decided about lines already; one about the same site that says the same again keeps it. */
type Decided = readonly store.StoredLine[];

function keepDecisions(lines: readonly ComparedLine[], decided: Decided) {
  const keyOf = ({ kind, before, after }: ComparedLine) =>
    `${kind}\n${(after ?? before)?.siteRef ?? ''}`;
  const known = new Map(decided.map((line) => [keyOf(line), line]));
  return lines.map((line) => {
    const { isTaken = line.isTaken, reason = null } = known.get(keyOf(line)) ?? {};
    return { ...line, isTaken, reason };
  });
}

function compareWithPlans(
  db: Db,
  { id, operatorId, unread }: Pick<store.StoredFiling, 'id' | 'operatorId' | 'unread'>,
  sites: readonly PlanSite[],
  decided: Decided = [],
): ComparedLine[] {
  const { ownerId } = planOwnerOf(readHeirs(db), operatorId);
  const lines = compareSites(store.listPlanSites(db, ownerId), sites, unread);
  store.replaceLines(db, id, keepDecisions(lines, decided));
  return lines;
}

export type ReceivedPlans = {
  importId: string;
  operatorId: string;
  /** One or several for each site, as the rows of the file say it. */
  drafts: readonly PlanSite[];
  unread: Unread;
  by: { accountId: string; at: Date };
};

/**
 * Makes the comparison of a file and keeps it under the import's id, in the caller's transaction; gives
 * back its lines. Throws 409 `filing_accepted_before` where the operator's very file was accepted.
 */
export function createFiling(
  db: Db,
  { importId, operatorId, drafts, unread, by }: ReceivedPlans,
): ComparedLine[] {
  const { operatorIds } = planOwnerOf(readHeirs(db), operatorId);
  const twin = store.findAcceptedTwin(db, operatorIds, importId);
  if (twin)
    throw new ProblemError(409, 'filing_accepted_before', {
      more: { filing: { id: twin.id, at: twin.decidedAt, byName: twin.decidedByName } },
    });
  const base = store.findLastAccepted(db, operatorIds);
  const filing = { id: importId, operatorId, baseId: base?.id ?? null, unread };
  store.insertFiling(db, filing, by);
  const lines = compareWithPlans(db, filing, groupSites(drafts));
  bumpVersion(db);
  recordAudit(db, {
    ...by,
    action: 'filing.compare',
    subject: `filing:${importId}`,
    after: { operatorId, baseId: filing.baseId, unreadRows: unread.rows, lines: lines.length },
  });
  return lines;
}

/** Compares again with what has been accepted meanwhile; what was decided stays where it still fits. */
export function compareAgain(db: Db, filing: store.StoredFiling): void {
  const decided = store.listLines(db, filing.id);
  const sites = decided.flatMap(({ after }) => after ?? []);
  const { operatorIds } = planOwnerOf(readHeirs(db), filing.operatorId);
  compareWithPlans(db, filing, sites, decided);
  store.setBase(db, filing.id, store.findLastAccepted(db, operatorIds)?.id ?? null);
  store.raiseFilingVersion(db, filing.id);
}
