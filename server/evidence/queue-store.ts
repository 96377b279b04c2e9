// The lists of verification in SQL: what waits for a verdict, and one's own reports. Read page by page:
// a page begins after the last row of the one before, so that no row is shown twice or skipped.
import type { Db } from '../platform/database.ts';
import type { ReportEvent, Statement } from './contract.ts';
import { statementsOfReport } from './store.ts';
import { eventAsJson, joinVillage, villageNames, type VillageFlags } from './verification-store.ts';
import type { OwnReport, QueueItem, QueueQuery } from './verification-contract.ts';

const pageSize = 50;

/** With an operator every report's statements are looked at: counting stops here. */
const countedWithOperator = 1000;

const listed = `r.id, r.village_code AS villageCode, r.kind, r.observed_on AS observedOn,
  r.created_at AS createdAt, r.state, r.asked_at AS askedAt, r.is_sample AS isSample,
  ${villageNames},
  ${statementsOfReport} AS statements,
  (SELECT count(p.content) FROM photo p WHERE p.report_id = r.id) AS photoCount`;

const joinPlaces = `JOIN region v ON v.code = r.village_code ${joinVillage}`;

type ListedRow = Omit<OwnReport, 'statements' | 'isSample' | 'lastEvent'> & {
  statements: string;
  isSample: number;
};

/** The columns that SQLite keeps in another way. */
function readListed({ statements, isSample }: ListedRow) {
  return { statements: JSON.parse(statements) as Statement[], isSample: isSample === 1 };
}

/** The first rows as a page, and the cursor after which the rest begins; null when nothing is left. */
function cutPage<T extends { createdAt: string; id: string }>(rows: T[]) {
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  const next = rows.length > pageSize && last ? `${last.createdAt}_${last.id}` : null;
  return { items, next };
}

function readCursor(cursor: string | undefined): [createdAt: string | null, id: string | null] {
  const [createdAt = null, id = null] = cursor?.split('_') ?? [];
  return [createdAt, id];
}

/** What the queue is asked for, with the days that depend on the clock and the settings. */
export type QueueWish = Omit<QueueQuery, 'olderThanDays'> & {
  /** ISO date: what was observed before is stale. */
  freshSince: string;
  /** ISO instant: only what came in before it; null: all. */
  createdBefore: string | null;
};

/**
 * The condition of a wish. All columns stand in the index report_by_state, so that tens of thousands
 * of waiting reports are counted without touching one; a region's id is its code without dots.
 */
function conditionOf(wish: QueueWish): string {
  const { state, area, operator, kind, conflicts, stale, createdBefore } = wish;
  const isOpen = state === 'waiting' || state === 'asked';
  return [
    `r.state = ${isOpen ? "'submitted'" : '@state'} AND r.is_sample = @sample`,
    ...(isOpen ? [`r.asked_at IS ${state === 'asked' ? 'NOT ' : ''}NULL`] : []),
    ...(area ? ["r.village_code BETWEEN @area AND @area || '.~'"] : []),
    ...(kind ? ['r.kind = @kind'] : []),
    ...(stale ? ['r.observed_on < @freshSince'] : []),
    ...(createdBefore === null ? [] : ['r.created_at < @createdBefore']),
    ...(conflicts
      ? [
          `EXISTS (SELECT 1 FROM place_status c WHERE c.has_conflict = 1
             AND c.id = CAST(replace(r.village_code, '.', '') AS INTEGER))`,
        ]
      : []),
    ...(operator
      ? [
          `EXISTS (SELECT 1 FROM report_statement s WHERE s.report_id = r.id AND s.operator_id IN
             (SELECT id FROM operator_heir WHERE @operator IN (id, heir_id)))`,
        ]
      : []),
  ].join(' AND ');
}

type QueueRow = ListedRow & {
  authorName: string;
  officeName: string;
  lng: number | null;
  lat: number | null;
  accuracyM: number | null;
  hasConflict: number | null;
  isLacking: number | null;
};

/** An item before its flags are known, with what decides them. */
export type QueueEntry = {
  item: Omit<QueueItem, 'flags'>;
  position: [lng: number, lat: number] | null;
  accuracyM: number | null;
  village: VillageFlags;
};

function toEntry(row: QueueRow): QueueEntry {
  const { lng, lat, accuracyM, hasConflict, isLacking, ...item } = row;
  return {
    item: { ...item, ...readListed(row) },
    position: lng === null || lat === null ? null : [lng, lat],
    accuracyM,
    village: { hasConflict: hasConflict === 1, isLacking: isLacking === 1 },
  };
}

/** Whether there is any real report in the state; where there is none, samples are shown. */
export function hasRealReports(db: Db, wish: QueueWish): boolean {
  const { state } = wish;
  const all = conditionOf({ state, freshSince: '', createdBefore: null });
  const sql = `SELECT 1 FROM report r WHERE ${all} LIMIT 1`;
  return db.prepare(sql).get({ state, sample: 0 }) !== undefined;
}

/** One page of the queue. Its ids are found in the index alone, then only those reports are read. */
export function listQueue(db: Db, wish: QueueWish, showsSamples: boolean) {
  const isOldestFirst = wish.state === 'waiting' || wish.state === 'asked';
  const [order, beyond] = isOldestFirst ? ['ASC', '>'] : ['DESC', '<'];
  const [afterAt, afterId] = readCursor(wish.after);
  const rows = db
    .prepare(
      `SELECT ${listed}, a.name AS authorName, f.name AS officeName, r.lng, r.lat,
         r.accuracy_m AS accuracyM, c.has_conflict AS hasConflict, c.is_lacking AS isLacking
       FROM (SELECT r.id FROM report r WHERE ${conditionOf(wish)}
           ${afterAt === null ? '' : `AND (r.created_at, r.id) ${beyond} (@afterAt, @afterId)`}
         ORDER BY r.created_at ${order}, r.id ${order} LIMIT ${pageSize + 1}) found
       JOIN report r ON r.id = found.id
       ${joinPlaces}
       JOIN account a ON a.id = r.author_id
       JOIN office f ON f.id = r.office_id
       LEFT JOIN place_status c ON c.id = v.id
       ORDER BY r.created_at ${order}, r.id ${order}`,
    )
    .all({ ...wish, sample: Number(showsSamples), afterAt, afterId }) as QueueRow[];
  const { items, next } = cutPage(rows);
  return { entries: items.map(toEntry), next };
}

/** How many reports match in all; exact, unless an operator is asked for and there are many. */
export function countQueue(db: Db, wish: QueueWish, showsSamples: boolean) {
  const limit = wish.operator === undefined ? '' : `LIMIT ${countedWithOperator}`;
  const total = db
    .prepare(`SELECT count(*) FROM (SELECT 1 FROM report r WHERE ${conditionOf(wish)} ${limit})`)
    .pluck()
    .get({ ...wish, sample: Number(showsSamples) }) as number;
  return { total, isTotalExact: limit === '' || total < countedWithOperator };
}

type OwnRow = ListedRow & { lastEvent: string | null };

const selectOwn = `
  SELECT ${listed},
    (SELECT ${eventAsJson} FROM report_event e WHERE e.report_id = r.id
     ORDER BY e.id DESC LIMIT 1) AS lastEvent
  FROM report r ${joinPlaces}
  WHERE r.author_id = @accountId AND r.is_sample = 0`;

function toOwn(row: OwnRow): OwnReport {
  const { lastEvent } = row;
  const event = lastEvent === null ? null : (JSON.parse(lastEvent) as ReportEvent);
  return { ...row, ...readListed(row), lastEvent: event };
}

/** The reports of an account about which a question waits, the longest first. */
export function listAskedReports(db: Db, accountId: string): OwnReport[] {
  const rows = db
    .prepare(
      `${selectOwn} AND r.state = 'submitted' AND r.asked_at IS NOT NULL
       ORDER BY r.asked_at, r.id LIMIT ${pageSize}`,
    )
    .all({ accountId }) as OwnRow[];
  return rows.map(toOwn);
}

/** One page of the reports that an account wrote, newest first; samples are nobody's own. */
export function listOwnReports(db: Db, accountId: string, before: string | undefined) {
  const [beforeAt, beforeId] = readCursor(before);
  const rows = db
    .prepare(
      `${selectOwn} ${beforeAt === null ? '' : 'AND (r.created_at, r.id) < (@beforeAt, @beforeId)'}
       ORDER BY r.created_at DESC, r.id DESC LIMIT ${pageSize + 1}`,
    )
    .all({ accountId, beforeAt, beforeId }) as OwnRow[];
  const { items, next } = cutPage(rows);
  return { items: items.map(toOwn), next };
}
