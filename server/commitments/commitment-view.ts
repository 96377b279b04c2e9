// A commitment, and the rows of the board, as the one who asks sees them. Reads; changes nothing.
import { gzipSync } from 'node:zlib';
import type { Account } from '../auth/contract.ts';
import { databaseId, type Db } from '../platform/database.ts';
import { listRows, type StoredRow } from './board-store.ts';
import {
  commitmentFields,
  type Commitment,
  type CommitmentColumns,
  type CommitmentList,
  type CommitmentRow,
  type PackedCommitments,
} from './contract.ts';
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
import { commitmentVersion, readHeirs, readOperatorNames, type StoredCommitment } from './store.ts';

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

/** What the caller may see of the rows, late ones first; the order within is kept. */
function packRows(
  rows: readonly StoredRow[],
  caller: Account,
  today: string,
  heirs: Heirs,
): CommitmentColumns {
  const seen = rows.filter((row) => maySee(caller, row, today, heirs));
  const late = seen.filter((row) => isLate(row, today));
  const sorted = [...late, ...seen.filter((row) => !isLate(row, today))];
  const valueOf = (row: StoredRow, field: keyof CommitmentRow) =>
    field === 'isConfidential' ? isConfidential(row, today) : row[field];
  return Object.fromEntries(
    commitmentFields.map((field) => [field, sorted.map((row) => valueOf(row, field))]),
  ) as CommitmentColumns;
}

/** The rows as they travel to the caller. */
export function packList(
  db: Db,
  rows: readonly StoredRow[],
  caller: Account,
  today: string,
): PackedCommitments {
  const columns = packRows(rows, caller, today, readHeirs(db));
  return { version: commitmentVersion(db), today, operators: nameOperators(db), columns };
}

/** For the ids that stand in rows. */
function nameOperators(db: Db): CommitmentList['operators'] {
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
  const list = packList(db, listRows(db), caller, today);
  const body = { etag, gzipped: gzipSync(JSON.stringify(list), { level: 4 }) };
  made.set(audience, body);
  return body;
}
