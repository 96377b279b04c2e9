// The whole story of a village as one who asks may see it: put together from every source, newest first.
import type { Account } from '../auth/contract.ts';
import type { Db } from '../platform/database.ts';
import { regionId } from '../regions/contract.ts';
import type { Story, StoryEntry } from './outlook-contract.ts';
import { listSeenOperators, maySee } from './rules.ts';
import { readHeirs } from './store.ts';
import * as story from './story-store.ts';

/** So many entries a story tells. */
const longest = 300;

const isSample = ({ what }: StoryEntry) => what.kind === 'report' && what.isSample;

/** Newest day first; within a day what was written down last. */
function byDay(a: StoryEntry, b: StoryEntry): number {
  return b.on.localeCompare(a.on) || (b.at ?? '').localeCompare(a.at ?? '');
}

/**
 * Everything known about a village. A liaison reads of answers and obstacles only its own operator's
 * (and what is everybody's), and of commitments what it may see. Samples are told only where there is
 * nothing else. `today`: ISO date.
 */
export function readStory(db: Db, villageCode: string, caller: Account, today: string): Story {
  const heirs = readHeirs(db);
  const villageId = regionId(villageCode);
  const operatorIds = listSeenOperators(caller, heirs);
  const seen = story
    .listCommitmentsNaming(db, villageId)
    .filter((commitment) => maySee(caller, commitment, today, heirs))
    .map(({ id }) => id);
  // One more of each than can be told, so that it shows whether anything is left out.
  const limit = longest + 1;
  const all = [
    ...story.listReportEntries(db, villageCode, limit),
    ...story.listAnswerEntries(db, villageId, operatorIds, limit),
    ...story.listCommitmentEntries(db, villageId, seen, limit),
    ...story.listObstacleEntries(db, villageId, operatorIds, limit),
  ];
  const real = all.filter((entry) => !isSample(entry));
  const entries = (real.length > 0 ? real : all).toSorted(byDay);
  return { entries: entries.slice(0, longest), isTruncated: entries.length > longest };
}
