// Obstacles in SQL: what cannot be done yet at a place, and every look that was taken at it.
import type { Db } from '../platform/database.ts';
import { regionId } from '../regions/contract.ts';
import type { NamedPlace, Reason } from './contract.ts';
import type { Obstacle, ObstacleInput, ObstacleLook } from './obstacle-contract.ts';
import type { ObstacleState } from './outlook-contract.ts';
import { namedPlaceColumns, namedPlaceJoins } from './place-store.ts';

/** An obstacle without what depends on who asks, and on which day. */
export type StoredObstacle = Omit<Obstacle, 'isDue' | 'mayLook' | 'operatorName'>;

type Row = Omit<StoredObstacle, 'place' | 'looks'> & NamedPlace & { looks: string };

const selectObstacle = `
  SELECT p.id, ${namedPlaceColumns}, p.operator_id AS operatorId, p.commitment_id AS commitmentId,
    p.reason, p.description, p.lifter, p.since_on AS sinceOn, p.next_look_on AS nextLookOn,
    p.lifted_on AS liftedOn, p.created_at AS createdAt, a.name AS createdByName,
    f.name AS officeName, p.version,
    (SELECT json_group_array(json_object('at', k.at, 'byName', b.name, 'note', k.note,
       'nextLookOn', k.next_look_on, 'liftedOn', k.lifted_on) ORDER BY k.id DESC)
     FROM obstacle_look k JOIN account b ON b.id = k.account_id WHERE k.obstacle_id = p.id) AS looks
  FROM obstacle p ${namedPlaceJoins}
    JOIN account a ON a.id = p.created_by JOIN office f ON f.id = p.office_id`;

function toObstacle(row: Row): StoredObstacle {
  const { villageCode, localityId, kind, name, villageKind, villageName, ...others } = row;
  const { districtName, regencyCode, regencyName, looks, ...rest } = others;
  const inVillage = { villageCode, localityId, kind, name, villageKind, villageName };
  return {
    ...rest,
    place: { ...inVillage, districtName, regencyCode, regencyName },
    looks: JSON.parse(looks) as Obstacle['looks'],
  };
}

export function findObstacle(db: Db, id: string): StoredObstacle | null {
  const row = db.prepare(`${selectObstacle} WHERE p.id = ?`).get(id) as Row | undefined;
  return row ? toObstacle(row) : null;
}

/** Which obstacles are asked for; null does not narrow. */
export type ObstacleFilter = {
  /** First and last region id of the villages. */
  villages: readonly [number, number];
  /** Those of these operators. */
  operatorIds: readonly string[] | null;
  /** Beside what is everybody's only those of these operators: all that a liaison sees. */
  visibleIds: readonly string[] | null;
  reason: Reason | null;
  state: ObstacleState | null;
  today: string;
};

const stateConditions: Record<ObstacleState, string> = {
  open: 'p.lifted_on IS NULL',
  due: 'p.lifted_on IS NULL AND p.next_look_on <= @today',
  lifted: 'p.lifted_on IS NOT NULL',
};

/** The condition and its parameters. */
function narrow(filter: ObstacleFilter) {
  const { villages, operatorIds, visibleIds, reason, state, today } = filter;
  const listed = (name: string) => `(SELECT value FROM json_each(@${name}))`;
  const where = [
    'p.village_id BETWEEN @first AND @last',
    ...(operatorIds ? [`p.operator_id IN ${listed('operators')}`] : []),
    ...(visibleIds ? [`(p.operator_id IS NULL OR p.operator_id IN ${listed('visible')})`] : []),
    ...(reason ? ['p.reason = @reason'] : []),
    ...(state ? [stateConditions[state]] : []),
  ].join(' AND ');
  const values = {
    ...{ first: villages[0], last: villages[1], reason, today },
    operators: JSON.stringify(operatorIds),
    visible: JSON.stringify(visibleIds),
  };
  return { where, values };
}

/** Open ones by their next look, then lifted ones, the last lifted first. */
export function listObstacles(
  db: Db,
  filter: ObstacleFilter,
  { after, limit }: { after: number; limit: number },
): StoredObstacle[] {
  const { where, values } = narrow(filter);
  const rows = db
    .prepare(
      `${selectObstacle} WHERE ${where}
       ORDER BY p.lifted_on IS NOT NULL, p.lifted_on DESC, p.next_look_on, p.id
       LIMIT @limit OFFSET @after`,
    )
    .all({ ...values, after, limit }) as Row[];
  return rows.map(toObstacle);
}

export function countObstacles(db: Db, filter: ObstacleFilter): { total: number; due: number } {
  const { where, values } = narrow(filter);
  return db
    .prepare(
      `SELECT count(*) AS total, count(*) FILTER (WHERE ${stateConditions.due}) AS due
       FROM obstacle p WHERE ${where}`,
    )
    .get(values) as { total: number; due: number };
}

type By = { accountId: string; officeId: number; at: Date };

/** Writes a new obstacle, in the caller's transaction. */
export function insertObstacle(db: Db, id: string, input: ObstacleInput, by: By): void {
  const { place, ...said } = input;
  db.prepare(
    `INSERT INTO obstacle (id, village_id, locality_id, operator_id, commitment_id, reason,
       description, lifter, since_on, next_look_on, created_at, created_by, office_id, updated_at,
       updated_by)
     VALUES (@id, @villageId, @localityId, @operatorId, @commitmentId, @reason, @description,
       @lifter, @sinceOn, @nextLookOn, @at, @accountId, @officeId, @at, @accountId)`,
  ).run({
    ...said,
    ...{ id, villageId: regionId(place.villageCode), localityId: place.localityId },
    ...{ at: by.at.toISOString(), accountId: by.accountId, officeId: by.officeId },
  });
}

/** Writes down a look and what it changes, in the caller's transaction. */
export function insertLook(db: Db, id: string, look: ObstacleLook, by: Omit<By, 'officeId'>): void {
  const values = {
    ...{ id, note: look.note, at: by.at.toISOString(), accountId: by.accountId },
    nextLookOn: 'nextLookOn' in look ? look.nextLookOn : null,
    liftedOn: 'liftedOn' in look ? look.liftedOn : null,
  };
  db.prepare(
    `INSERT INTO obstacle_look (obstacle_id, at, account_id, note, next_look_on, lifted_on)
     VALUES (@id, @at, @accountId, @note, @nextLookOn, @liftedOn)`,
  ).run(values);
  db.prepare(
    `UPDATE obstacle SET next_look_on = coalesce(@nextLookOn, next_look_on), lifted_on = @liftedOn,
       updated_at = @at, updated_by = @accountId, version = version + 1 WHERE id = @id`,
  ).run(values);
}
