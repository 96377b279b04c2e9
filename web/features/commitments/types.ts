// What the parts of the board say to one another.
import type { CommitmentState } from '#contract/commitments';
import type { BoardSearchChange } from '../../lib/board-view.ts';

export type OnBoardSearch = (change: BoardSearchChange, options?: { replace: boolean }) => void;

/** As whom one writes: staff for any operator, a liaison for its own; null: one reads. */
export type Writer = { isStaff: boolean; operatorId: string | null } | null;

/** What is being done to the open commitment: one thing at a time. */
export type Doing =
  | { kind: 'move'; to: CommitmentState }
  | { kind: 'reschedule' }
  | { kind: 'amend' }
  | null;
