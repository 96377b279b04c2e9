// How filings and their lines are shown to the one who asks, and written as a table. Reads, decides nothing.
import type { Account } from '../auth/contract.ts';
import { type OutCell, type OutColumn, writeCsv } from '../interchange/write-table.ts';
import type { Db } from '../platform/database.ts';
import type { Filing, FilingLine, FilingSummary, LineKind } from './filing-contract.ts';
import { countMissingReasons, readCommitmentsOf } from './filing-follow.ts';
import { planOwnerOf } from './filing-intake.ts';
import { describeSite } from './filing-site.ts';
import * as store from './filing-store.ts';
import { actorOf } from './rules.ts';
import { readHeirs } from './store.ts';
import { reasonWords } from './words.ts';

export function presentSummary(db: Db, stored: store.StoredFiling): FilingSummary {
  const { baseId: _base, unread: _unread, ...summary } = stored;
  return { ...summary, counts: store.countLines(db, stored.id) };
}

/** `today` is an ISO date. */
export function presentFiling(
  db: Db,
  caller: Account,
  stored: store.StoredFiling,
  today: string,
): Filing {
  const heirs = readHeirs(db);
  const { ownerId, operatorIds } = planOwnerOf(heirs, stored.operatorId);
  const isOpen = stored.state === 'comparing';
  const base = stored.baseId === null ? null : store.findFiling(db, stored.baseId);
  const last = isOpen ? store.findLastAccepted(db, operatorIds) : null;
  return {
    ...presentSummary(db, stored),
    base: base && {
      ...{ id: base.id, fileName: base.fileName, acceptedAt: base.decidedAt ?? base.createdAt },
    },
    isOutdated: isOpen && (last?.id ?? null) !== stored.baseId,
    unreadRows: stored.unread.rows,
    missingReasons: isOpen
      ? countMissingReasons(
          store.listUnreasoned(db, stored.id),
          readCommitmentsOf(db, ownerId),
          today,
        )
      : 0,
    mayDecide: isOpen && actorOf(caller, ownerId, heirs) !== null,
  };
}

/** All lines, in short where nothing changed. What is decided stands as it was, without commitments. */
export function presentLines(db: Db, { id, operatorId, state }: store.StoredFiling): FilingLine[] {
  const { ownerId } = planOwnerOf(readHeirs(db), operatorId);
  const commitmentsOf = state === 'comparing' ? readCommitmentsOf(db, ownerId) : () => [];
  return store.listLines(db, id).flatMap(({ before, after, ...line }): FilingLine[] => {
    const site = after ?? before;
    if (site === null) return [];
    const [commitment] = commitmentsOf({ before, after });
    const isShort = line.kind === 'unchanged';
    return [
      {
        ...line,
        siteRef: site.siteRef,
        siteName: site.siteName || (before?.siteName ?? ''),
        position: site.position,
        before: isShort || before === null ? null : describeSite(before),
        after: isShort || after === null ? null : describeSite(after),
        commitment: commitment ? { id: commitment.id, number: commitment.number } : null,
      },
    ];
  });
}

const kindWords: Record<LineKind, string> = {
  new: 'Baru',
  moved: 'Pindah',
  removed: 'Hilang',
  slipped: 'Mundur',
  advanced: 'Maju',
  changed: 'Berubah',
  unchanged: 'Tetap',
};

const columns: OutColumn[] = [
  { header: 'Perubahan' },
  { header: 'ID site', isCode: true },
  { header: 'Nama site' },
  { header: 'Lintang' },
  { header: 'Bujur' },
  { header: 'Pindah (m)' },
  { header: 'Rencana semula' },
  { header: 'Rencana sekarang' },
  { header: 'Bergeser (hari)' },
  { header: 'Alasan' },
  { header: 'Diterima' },
  { header: 'Sel semula' },
  { header: 'Sel sekarang' },
];

/** The comparison as CSV, a row a line. */
export function writeLines(lines: readonly store.StoredLine[]): Uint8Array {
  const rows = lines.map(({ before, after, ...line }): OutCell[] => {
    const [was, is] = [before && describeSite(before), after && describeSite(after)];
    const [lng, lat] = (is ?? was)?.position ?? [null, null];
    return [
      kindWords[line.kind],
      (is ?? was)?.siteRef ?? '',
      is?.siteName || (was?.siteName ?? ''),
      ...[lat, lng, line.movedM, was?.plannedOn ?? null, is?.plannedOn ?? null, line.shiftedDays],
      line.reason === null ? null : reasonWords[line.reason],
      line.isTaken ? 'ya' : 'tidak',
      was?.cells.join('; ') ?? null,
      is?.cells.join('; ') ?? null,
    ];
  });
  return writeCsv(columns, rows);
}
