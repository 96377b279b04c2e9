// A commitment, and the rows of the board, as the one who asks sees them. Reads; changes nothing.
import { gzipSync } from 'node:zlib';
import type { Account } from '../auth/contract.ts';
import { databaseId, type Db } from '../platform/database.ts';
import type { Commitment, CommitmentList, CommitmentRow } from './contract.ts';
import {
  actorOf,
  isConfidential,
  isLate,
  isOwed,
  listAmendable,
  listMoves,
  maySee,
  operatorOf,
  type Heirs,
} from './rules.ts';
import {
  commitmentVersion,
  listRows,
  readHeirs,
  readOperatorNames,
  type StoredCommitment,
  type StoredRow,
} from './store.ts';

/** With what the caller may do about it on `today`. */
export function presentCommitment(
  { updatedOn: _, ...stored }: StoredCommitment,
  caller: Account,
  today: string,
  heirs: Heirs,
): Commitment {
  const actor = actorOf(caller, stored.ownerId, heirs);
  return {
    ...stored,
    isLate: isLate(stored, today),
    moves: actor === null ? [] : listMoves(stored.state, actor),
    mayReschedule: actor !== null && isOwed(stored.state),
    mayAmend: [...listAmendable(stored.state, actor)],
  };
}

/** The rows that the caller may see, late ones first; the order within is kept. */
export function presentRows(
  rows: readonly StoredRow[],
  caller: Account,
  today: string,
  heirs: Heirs,
): CommitmentRow[] {
  const seen = rows
    .filter((row) => maySee(caller, row, today, heirs))
    .map(({ agreedOn: _, confidentialUntil, ...row }) => ({
      ...row,
      isConfidential: isConfidential({ confidentialUntil }, today),
    }));
  return [
    ...seen.filter((row) => isLate(row, today)),
    ...seen.filter((row) => !isLate(row, today)),
  ];
}

/** For the ids that stand in rows. */
export function nameOperators(db: Db): CommitmentList['operators'] {
  return [...readOperatorNames(db)].map(([id, name]) => ({ id, name }));
}

type Body = { etag: string; gzipped: Uint8Array };

const bodies = new WeakMap<Db, Map<string, Body>>();

/** The whole list as it travels, made once for each who sees the same, version and day. */
export function readListBody(db: Db, caller: Account, today: string): Body {
  const heirs = readHeirs(db);
  const audience = caller.role === 'liaison' ? (operatorOf(caller, heirs) ?? '-') : '*';
  const version = commitmentVersion(db);
  const etag = `"${databaseId(db)}-${version}-${today}-${audience}"`;
  const made = bodies.get(db) ?? new Map<string, Body>();
  bodies.set(db, made);
  const known = made.get(audience);
  if (known?.etag === etag) return known;
  const rows = presentRows(listRows(db), caller, today, heirs);
  const list: CommitmentList = { version, today, operators: nameOperators(db), rows };
  const body = { etag, gzipped: gzipSync(JSON.stringify(list), { level: 4 }) };
  made.set(audience, body);
  return body;
}
