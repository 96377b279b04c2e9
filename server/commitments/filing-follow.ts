// The commitments that a filing concerns: which are about a site, how they follow it, and those that are
// proposed for its new sites. In the caller's transaction; how each follows is filing-rules.ts's part.
import { randomUUID } from 'node:crypto';
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { findVillageAt } from '../regions/store.ts';
import { proposeCommitment, takeStep, type Doer } from './actions.ts';
import type { CommitmentInput, CommitmentTechnology } from './contract.ts';
import { followUpOf, needsReason } from './filing-rules.ts';
import { describeSite, foldRef, type PlanSite } from './filing-site.ts';
import type { StoredLine } from './filing-store.ts';
import { listSiteCommitments, type SiteCommitment } from './store.ts';

type Sites = Pick<StoredLine, 'before' | 'after'>;

/** Tells the open commitments of an operator about the site of a line, under its old id or its new one. */
export type CommitmentsOf = (line: Sites) => readonly SiteCommitment[];

export function readCommitmentsOf(db: Db, ownerId: string): CommitmentsOf {
  const bySite = new Map<string, SiteCommitment[]>();
  for (const commitment of listSiteCommitments(db, ownerId)) {
    const ref = foldRef(commitment.siteRef);
    bySite.set(ref, [...(bySite.get(ref) ?? []), commitment]);
  }
  return ({ before, after }) => {
    const refs = [before, after].flatMap((site) => (site === null ? [] : foldRef(site.siteRef)));
    return [...new Set(refs)].flatMap((ref) => bySite.get(ref) ?? []);
  };
}

function listFollowUps(line: StoredLine, commitmentsOf: CommitmentsOf, today: string) {
  const { after, shiftedDays } = line;
  const said = { after: after && describeSite(after), shiftedDays };
  return commitmentsOf(line).flatMap((commitment) => {
    const followUp = followUpOf(said, commitment, today);
    return followUp === null ? [] : [{ commitment, followUp }];
  });
}

/** How many of the lines put an open commitment off without saying why. */
export function countMissingReasons(
  lines: readonly StoredLine[],
  commitmentsOf: CommitmentsOf,
  today: string,
): number {
  return lines.filter((line) =>
    listFollowUps(line, commitmentsOf, today).some(({ commitment, followUp }) =>
      needsReason(followUp, commitment, line.reason),
    ),
  ).length;
}

/** Names the site at which a commitment refuses to follow. */
function atSite<T>(siteRef: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { errors = [{ field: 'commitment', code: error.code }] } = error.extra;
    throw new ProblemError(409, 'filing_line_refused', {
      detail: `site ${siteRef}: ${errors.map(({ code }) => code).join(', ')}`,
      errors: errors.map((one) => ({ ...one, field: `sites.${siteRef}.${one.field}` })),
      more: { siteRef },
    });
  }
}

/** Lets the open commitments follow the lines that are taken; gives back how many did. */
export function followLines(
  db: Db,
  taken: readonly StoredLine[],
  commitmentsOf: CommitmentsOf,
  doer: Doer,
  note: string,
): number {
  const today = isoDay(doer.at);
  let followed = 0;
  for (const line of taken)
    for (const { commitment, followUp } of listFollowUps(line, commitmentsOf, today)) {
      const reason = followUp.do === 'reschedule' ? line.reason : null;
      atSite((line.after ?? line.before)?.siteRef ?? '', () =>
        takeStep(db, commitment.id, { ...followUp, reason, note }, null, doer),
      );
      followed += 1;
    }
  return followed;
}

const bestFirst = ['5g', '4g', '3g', '2g'] as const;

function technologyOf({ cells }: PlanSite): CommitmentTechnology | null {
  return bestFirst.find((one) => cells.some(({ technology }) => technology === one)) ?? null;
}

function promiseOf(
  site: PlanSite,
  operatorId: string,
  promisedOn: string,
  villageCode: string,
): CommitmentInput {
  const { siteRef, siteName, position } = site;
  return {
    ...{ operatorId, promisedOn, siteRef, siteName, position },
    ...{ kind: 'bts', technology: technologyOf(site), places: [{ villageCode, localityId: null }] },
    ...{ towerOwner: '', tenants: [], programme: 'own', duty: null, note: '' },
    ...{ basisKind: null, basisNumber: '', basisOn: null, confidentialUntil: null },
  };
}

export type Proposals = { proposed: number; outsideVillages: number; pastDates: number };

/**
 * Proposes a commitment for each new site that is planned for a day, in the village where it stands, but
 * where there is one about it already; what cannot be promised is counted.
 */
export function proposeNewSites(
  db: Db,
  filing: { id: string; operatorId: string },
  taken: readonly StoredLine[],
  commitmentsOf: CommitmentsOf,
  doer: Doer,
): Proposals {
  const today = isoDay(doer.at);
  const counts = { proposed: 0, outsideVillages: 0, pastDates: 0 };
  for (const line of taken) {
    if (line.kind !== 'new' || line.after === null || commitmentsOf(line).length > 0) continue;
    const { state, plannedOn } = describeSite(line.after);
    if (state === 'on_air' || state === 'off' || plannedOn === null) continue;
    const villageCode = findVillageAt(db, line.after.position);
    if (villageCode === null) counts.outsideVillages += 1;
    else if (plannedOn < today) counts.pastDates += 1;
    else {
      const promise = promiseOf(line.after, filing.operatorId, plannedOn, villageCode);
      atSite(line.after.siteRef, () =>
        proposeCommitment(db, randomUUID(), promise, doer, { filingId: filing.id }),
      );
      counts.proposed += 1;
    }
  }
  return counts;
}
