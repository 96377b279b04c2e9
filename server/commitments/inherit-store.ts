// What passes to the operator that takes another one over, in SQL: its promises, and its plans. In the
// caller's transaction. Declarations and obstacles keep the name they were written under, and are read as
// the heir's.
import type { Db } from '../platform/database.ts';
import type { CommitmentState } from './contract.ts';
import { findOfficeOf } from './office-store.ts';
import { bumpVersion, recordEvent, type Writer } from './write-store.ts';

/** The transfer: from the operator that was taken over to the one that has it all from now on. */
export type Transfer = { fromId: string; heirId: string; effectiveOn: string };

/**
 * Every commitment of the one is owed by the other, with both names in its history. It goes to the
 * heir's office where the heir has one, else stays with its office. Gives back how many there are.
 */
function inheritCommitments(db: Db, transfer: Transfer, by: Writer): number {
  const { fromId, heirId, effectiveOn } = transfer;
  const officeId = findOfficeOf(db, heirId);
  const commitments = db
    .prepare('SELECT id, state FROM commitment WHERE owner_id = ? ORDER BY number')
    .all(fromId) as { id: string; state: CommitmentState }[];
  const save = db.prepare(
    `UPDATE commitment SET owner_id = @heirId, office_id = coalesce(@officeId, office_id),
       updated_at = @at, updated_by = @accountId, version = version + 1,
       changed_in = @changedIn WHERE id = @id`,
  );
  const changedIn = bumpVersion(db);
  for (const { id, state } of commitments) {
    save.run({ id, heirId, officeId, changedIn, at: by.at.toISOString(), accountId: by.accountId });
    recordEvent(
      db,
      id,
      {
        ...{ action: 'inherited', fromState: state, toState: state, effectiveOn },
        changes: { operator: [fromId, heirId] },
      },
      by,
    );
  }
  return commitments.length;
}

/** Hands over all of it; gives back how many commitments have another owner now. */
export function inheritAll(db: Db, transfer: Transfer, by: Writer): number {
  const { fromId, heirId } = transfer;
  const inherited = inheritCommitments(db, transfer, by);
  // What was last accepted of the one's plans is what the heir's next file is compared with, too.
  db.prepare(
    'UPDATE OR IGNORE plan_site SET operator_id = @heirId WHERE operator_id = @fromId',
  ).run({ fromId, heirId });
  return inherited;
}
