// What waits for an operator, in SQL: its owed promises, its filings, and the places without a signal of
// which it has said nothing. What asks for a word is work-rules.ts's part.
import type { Db } from '../platform/database.ts';
import type { NamedPlace } from './contract.ts';
import { namedPlaceColumns, namedPlaceJoins } from './place-store.ts';
import type { Promised } from './work-rules.ts';
import type { WorkUpdate } from './work-contract.ts';

/** The promises that an operator still owes. */
export function listOwed(db: Db, ownerId: string): Promised[] {
  return db
    .prepare(
      `SELECT id, state, promised_on AS promisedOn, date(updated_at, '+7 hours') AS updatedOn
       FROM commitment
       WHERE owner_id = ? AND state IN ('proposed', 'agreed', 'in_progress', 'built')`,
    )
    .all(ownerId) as Promised[];
}

export type TellingPart = Omit<WorkUpdate, 'cause' | 'quietDays'>;

/** What tells these commitments from others, in the order of `ids`. */
export function describeCommitments(db: Db, ids: readonly string[]): TellingPart[] {
  return db
    .prepare(
      `SELECT c.id, c.number, c.state, c.promised_on AS promisedOn, c.slips,
         c.site_name AS siteName, coalesce(l.kind || ' ' || l.name, v.kind || ' ' || v.name) AS placeName,
         (SELECT count(*) FROM commitment_place q WHERE q.commitment_id = c.id) AS places
       FROM json_each(?) e JOIN commitment c ON c.id = e.value
         JOIN commitment_place p ON p.commitment_id = c.id AND p.position = 0
         JOIN region v ON v.id = p.village_id LEFT JOIN locality l ON l.id = p.locality_id
       ORDER BY e.key`,
    )
    .all(JSON.stringify(ids)) as TellingPart[];
}

export type FilingsOf = {
  /** The last accepted one. */
  accepted: { id: string; acceptedAt: string; acceptedOn: string } | null;
  comparing: { id: string; fileName: string }[];
};

/** The operator's plans as they were last accepted, and those that wait to be. */
export function readFilingsOf(db: Db, operatorId: string): FilingsOf {
  const accepted = db
    .prepare(
      `SELECT f.id, f.decided_at AS acceptedAt, date(f.decided_at, '+7 hours') AS acceptedOn
       FROM filing f JOIN operator_heir h ON h.id = f.operator_id
       WHERE h.heir_id = ? AND f.state = 'accepted' ORDER BY f.decided_at DESC LIMIT 1`,
    )
    .get(operatorId) as FilingsOf['accepted'] | undefined;
  const comparing = db
    .prepare(
      `SELECT f.id, i.file_name AS fileName
       FROM filing f JOIN operator_heir h ON h.id = f.operator_id JOIN import i ON i.id = f.id
       WHERE h.heir_id = ? AND f.state = 'comparing' ORDER BY f.created_at`,
    )
    .all(operatorId) as FilingsOf['comparing'];
  return { accepted: accepted ?? null, comparing };
}

/**
 * Places without a signal, as people have confirmed it: a locality that has none, or a village of which no
 * single locality is told. Samples do not count.
 */
const lost = `
  lost_locality AS (
    SELECT v.id AS village_id, l.id AS locality_id, v.code AS village_code
    FROM locality_status s JOIN locality l ON l.id = s.locality_id
      JOIN region v ON v.code = l.village_code
    WHERE s.status IN ('blankspot', 'outage') AND s.confirmed = 1 AND s.is_sample = 0
  ),
  lost AS (
    SELECT village_id, locality_id, village_code FROM lost_locality
    UNION ALL
    SELECT s.id, NULL, v.code FROM place_status s JOIN region v ON v.id = s.id
    WHERE s.status IN ('blankspot', 'outage') AND s.confirmed = 1 AND s.is_sample = 0
      AND s.id NOT IN (SELECT village_id FROM lost_locality)
  )`;

/** Of what the operator, or one that it took over, has promised or answered since a day. */
const said = `
  said AS (
    SELECT p.village_id, p.locality_id FROM commitment c
      JOIN commitment_place p ON p.commitment_id = c.id
    WHERE c.owner_id = @operatorId
      AND c.state IN ('proposed', 'agreed', 'in_progress', 'built', 'on_air', 'serving')
    UNION
    SELECT p.village_id, p.locality_id FROM operator_heir h
      JOIN declaration_answer x ON x.operator_id = h.id
      JOIN declaration_window w ON w.id = x.window_id
      JOIN declaration_place p ON p.window_id = x.window_id AND p.number = x.number
    WHERE h.heir_id = @operatorId AND x.answer <> 'silent'
      AND date(w.opened_at, '+7 hours') >= @since
  )`;

/** What is said of a village holds for its localities; what is said of one of them, for the village too. */
const isUnsaid = `
  NOT EXISTS (SELECT 1 FROM said WHERE said.village_id = lost.village_id
    AND (said.locality_id IS NULL OR lost.locality_id IS NULL
      OR said.locality_id = lost.locality_id))
  AND NOT EXISTS (SELECT 1 FROM operator_status s WHERE s.id = lost.village_id
    AND s.operator_id = @operatorId AND s.status = 'served' AND s.confirmed = 1)`;

const newestPopulation = `
  (SELECT n.population FROM people n
   WHERE n.unit = coalesce(lost.locality_id, lost.village_code) AND n.population IS NOT NULL
   ORDER BY n.dated_on DESC, n.recorded_at DESC LIMIT 1)`;

export type UnansweredPlace = NamedPlace & { population: number | null };

/**
 * Places without a signal of which the operator has promised nothing, answered nothing in a window opened
 * since `since` (ISO date), and where it serves nobody: how many there are, and the first `limit` of them,
 * those with the most people first.
 */
export function listUnanswered(
  db: Db,
  operatorId: string,
  since: string,
  limit: number,
): { total: number; places: UnansweredPlace[] } {
  const rows = db
    .prepare(
      `WITH ${lost}, ${said}, p AS (
         SELECT lost.village_id, lost.locality_id, lost.village_code,
           ${newestPopulation} AS population, count(*) OVER () AS total
         FROM lost WHERE ${isUnsaid}
         ORDER BY population DESC NULLS LAST, lost.village_code, lost.locality_id LIMIT @limit
       )
       SELECT ${namedPlaceColumns}, p.population, p.total FROM p ${namedPlaceJoins}
       ORDER BY p.population DESC NULLS LAST, p.village_code, p.locality_id`,
    )
    .all({ operatorId, since, limit }) as (UnansweredPlace & { total: number })[];
  return {
    total: rows[0]?.total ?? 0,
    places: rows.map(({ total: _, ...place }) => place),
  };
}
