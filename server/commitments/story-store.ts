// The story of a village in SQL: reports, answers, what became of promises, obstacles. Each list newest
// first, and no longer than asked for.
import type { Db } from '../platform/database.ts';
import type { Commitment } from './contract.ts';
import type { StoryEntry } from './outlook-contract.ts';

type What<K extends StoryEntry['what']['kind']> = Extract<StoryEntry['what'], { kind: K }>;
type Told<K extends StoryEntry['what']['kind']> = Omit<StoryEntry, 'what'> & Omit<What<K>, 'kind'>;

function entryOf<K extends StoryEntry['what']['kind']>(kind: K, row: Told<K>): StoryEntry {
  const { key, on, at, byName, officeName, localityName, ...what } = row;
  // A discriminated union does not follow the spread: the kind and the rest belong together.
  const told = { kind, ...what } as unknown as What<K>;
  return { key, on, at, byName, officeName, localityName, what: told };
}

/** The calendar day in western Indonesia of a stored instant. */
const dayOf = (column: string) => `date(${column}, '+7 hours')`;
/** SQLite has no yes and no. */
const asBoolean = (condition: string) => `json(iif(${condition}, 'true', 'false'))`;
const localityWords = `l.kind || ' ' || l.name`;

/** Reports of a village with their state; samples after all others, marked as such. */
export function listReportEntries(db: Db, villageCode: string, limit: number): StoryEntry[] {
  const rows = db
    .prepare(
      `SELECT 'report:' || r.id AS key, r.observed_on AS "on", r.created_at AS at,
         a.name AS byName, f.name AS officeName,
         coalesce(${localityWords}, nullif(r.locality_name, '')) AS localityName,
         r.id AS reportId, r.kind AS reportKind, r.state, r.is_sample AS isSample,
         (SELECT json_group_array(json_object('operatorName', o.name, 'technology', s.technology,
            'strength', s.strength, 'isOutage', ${asBoolean('s.is_outage')}) ORDER BY o.rowid)
          FROM report_statement s JOIN operator o ON o.id = s.operator_id
          WHERE s.report_id = r.id) AS statements
       FROM report r JOIN account a ON a.id = r.author_id JOIN office f ON f.id = r.office_id
         LEFT JOIN locality l ON l.id = r.locality_id
       WHERE r.village_code = ? ORDER BY r.is_sample, r.observed_on DESC, r.created_at DESC LIMIT ?`,
    )
    .all(villageCode, limit) as (Omit<Told<'report'>, 'isSample' | 'statements'> & {
    isSample: number;
    statements: string;
  })[];
  return rows.map((row) =>
    entryOf('report', {
      ...row,
      isSample: row.isSample === 1,
      statements: JSON.parse(row.statements) as What<'report'>['statements'],
    }),
  );
}

/** What operators answered about a village; silence on the closing day. `operatorIds` null: of all. */
export function listAnswerEntries(
  db: Db,
  villageId: number,
  operatorIds: readonly string[] | null,
  limit: number,
): StoryEntry[] {
  const rows = db
    .prepare(
      `SELECT 'answer:' || d.window_id || ':' || d.number || ':' || d.operator_id AS key,
         coalesce(${dayOf('d.answered_at')}, w.closes_on) AS "on", d.answered_at AS at,
         a.name AS byName, f.name AS officeName, ${localityWords} AS localityName,
         d.window_id AS windowId, w.title AS windowTitle, o.name AS operatorName, d.answer,
         d.by_on AS promisedOn, d.note
       FROM declaration_place p
         JOIN declaration_answer d ON d.window_id = p.window_id AND d.number = p.number
         JOIN declaration_window w ON w.id = p.window_id JOIN operator o ON o.id = d.operator_id
         LEFT JOIN account a ON a.id = d.answered_by LEFT JOIN office f ON f.id = a.office_id
         LEFT JOIN locality l ON l.id = p.locality_id
       WHERE p.village_id = @villageId
         AND (@operators IS NULL OR d.operator_id IN (SELECT value FROM json_each(@operators)))
       ORDER BY "on" DESC, key LIMIT @limit`,
    )
    .all({
      villageId,
      operators: operatorIds === null ? null : JSON.stringify(operatorIds),
      limit,
    }) as Told<'answer'>[];
  return rows.map((row) => entryOf('answer', row));
}

/** A commitment that names a village, with what decides who sees it. */
export type NamedCommitment = Pick<Commitment, 'id' | 'ownerId' | 'agreedOn' | 'confidentialUntil'>;

export function listCommitmentsNaming(db: Db, villageId: number): NamedCommitment[] {
  return db
    .prepare(
      `SELECT c.id, c.owner_id AS ownerId, c.agreed_on AS agreedOn,
         c.confidential_until AS confidentialUntil
       FROM commitment c
       WHERE c.id IN (SELECT p.commitment_id FROM commitment_place p WHERE p.village_id = ?)`,
    )
    .all(villageId) as NamedCommitment[];
}

/** What happened to these commitments; the locality is told where only one of the village is named. */
export function listCommitmentEntries(
  db: Db,
  villageId: number,
  commitmentIds: readonly string[],
  limit: number,
): StoryEntry[] {
  const rows = db
    .prepare(
      `SELECT 'commitment:' || e.id AS key, e.effective_on AS "on", e.at, a.name AS byName,
         f.name AS officeName,
         (SELECT iif(count(*) = 1, max(${localityWords}), NULL)
          FROM commitment_place p LEFT JOIN locality l ON l.id = p.locality_id
          WHERE p.commitment_id = c.id AND p.village_id = @villageId) AS localityName,
         c.id AS commitmentId, c.number, o.name AS operatorName, c.kind AS commitmentKind, e.action,
         e.to_state AS toState, e.promised_on AS promisedOn, e.promised_before AS promisedBefore,
         e.reason, e.note
       FROM json_each(@ids) w CROSS JOIN commitment c ON c.id = w.value
         JOIN commitment_event e ON e.commitment_id = c.id JOIN operator o ON o.id = c.owner_id
         LEFT JOIN account a ON a.id = e.account_id LEFT JOIN office f ON f.id = e.office_id
       ORDER BY e.effective_on DESC, e.id DESC LIMIT @limit`,
    )
    .all({ villageId, ids: JSON.stringify(commitmentIds), limit }) as Told<'commitment'>[];
  return rows.map((row) => entryOf('commitment', row));
}

/**
 * Obstacles as they were raised (on the day since which they stand), looked at and lifted.
 * `operatorIds`: beside what is everybody's only those of these operators; null: all.
 */
export function listObstacleEntries(
  db: Db,
  villageId: number,
  operatorIds: readonly string[] | null,
  limit: number,
): StoryEntry[] {
  const rows = db
    .prepare(
      `WITH told AS (
         SELECT 'obstacle:' || b.id AS key, b.id AS obstacle, 'raised' AS action, b.since_on AS day,
           b.created_at AS at, b.created_by AS account, b.description AS words, NULL AS next_on
         FROM obstacle b WHERE b.village_id = @villageId
         UNION ALL
         SELECT 'look:' || k.id, b.id, iif(k.lifted_on IS NULL, 'looked', 'lifted'),
           coalesce(k.lifted_on, ${dayOf('k.at')}), k.at, k.account_id, k.note, k.next_look_on
         FROM obstacle b JOIN obstacle_look k ON k.obstacle_id = b.id
         WHERE b.village_id = @villageId
       )
       SELECT t.key, t.day AS "on", t.at, a.name AS byName, f.name AS officeName,
         ${localityWords} AS localityName, b.id AS obstacleId, t.action, o.name AS operatorName,
         b.reason, t.words AS description, b.lifter, t.next_on AS nextLookOn
       FROM told t JOIN obstacle b ON b.id = t.obstacle JOIN account a ON a.id = t.account
         JOIN office f ON f.id = a.office_id LEFT JOIN operator o ON o.id = b.operator_id
         LEFT JOIN locality l ON l.id = b.locality_id
       WHERE @operators IS NULL OR b.operator_id IS NULL
         OR b.operator_id IN (SELECT value FROM json_each(@operators))
       ORDER BY t.day DESC, t.at DESC LIMIT @limit`,
    )
    .all({
      villageId,
      operators: operatorIds === null ? null : JSON.stringify(operatorIds),
      limit,
    }) as Told<'obstacle'>[];
  return rows.map((row) => entryOf('obstacle', row));
}
