// The status list of one view (all operators or one, any signal or at least a technology), packed.
import { technologies } from '#contract/evidence';
import type { Db } from '../platform/database.ts';
import { flagDigits, placeStatuses, type StatusList, type StatusView } from './contract.ts';
import { listServingOperators } from './evidence-store.ts';
import { flagsDigit, readFreshSince, statusVersion } from './store.ts';

const digitOf = (column: string) =>
  `CASE ${column} ${placeStatuses
    .map((status, digit) => `WHEN '${status}' THEN '${digit}'`)
    .join(' ')} END`;

const technologyRank = `CASE technology ${technologies
  .map((technology, rank) => `WHEN '${technology}' THEN ${rank}`)
  .join(' ')} END`;

/** The columns that the list is packed from. */
const columns = `status, confirmed, observed_on, is_sample, has_conflict, is_lacking, is_modelled,
  majority, known_tenths`;

/** Yes, no, or (for all operators together) not known of every one. */
const technologyAnswer = (rank: string, isOpen: string) =>
  `CASE WHEN ${rank} >= @rank THEN 'served' WHEN ${isOpen} THEN 'incomplete' ELSE 'blankspot' END`;

/**
 * All operators together: only what counts, where anything counts. '*' is what is said without
 * naming an operator.
 */
const technologyOfAll = `
  SELECT s.id, ${technologyAnswer(`max(${technologyRank})`, "sum(operator_id <> '*') < @operators")}
      AS status,
    s.confirmed, max(observed_on) AS observed_on, max(is_sample) AS is_sample,
    max(has_conflict) AS has_conflict, max(is_lacking) AS is_lacking,
    min(is_modelled) AS is_modelled, NULL AS majority,
    10 * sum(operator_id <> '*') / @operators AS known_tenths
  FROM operator_status s
  JOIN (SELECT id, max(confirmed) AS counts FROM operator_status GROUP BY id) best
    ON best.id = s.id AND best.counts = s.confirmed
  GROUP BY s.id`;

function rowsOf({ operator, technology }: StatusView): string {
  if (operator === 'all')
    return technology === 'any'
      ? `SELECT id, ${columns} FROM place_status WHERE status <> 'unknown' ORDER BY id`
      : `SELECT * FROM (${technologyOfAll}) ORDER BY id`;
  const status = technology === 'any' ? 'status' : technologyAnswer(technologyRank, '0');
  return `SELECT id, ${columns.replace('status,', `${status} AS status,`)}
    FROM operator_status WHERE operator_id = @operator ORDER BY id`;
}

/**
 * All that is known, packed as StatusList says. SQLite puts the columns together, which is several
 * times faster than handing over a row for each of 83,762 villages.
 */
export function readStatusList(db: Db, view: StatusView, today: string): StatusList {
  const packed = db
    .prepare(
      `SELECT group_concat(id) AS ids, group_concat(${digitOf('status')}, '') AS statuses,
         coalesce(group_concat(${digitOf('majority')}, ''), '') AS majorities,
         group_concat(${flagsDigit('observed_on < @fresh')}, '') AS flags,
         group_concat(substr('${flagDigits}', 1 + known_tenths, 1), '') AS known
       FROM (${rowsOf(view)})`,
    )
    .get({
      fresh: readFreshSince(db, today),
      operator: view.operator,
      rank: technologies.findIndex((technology) => technology === view.technology),
      operators: listServingOperators(db).length,
    }) as Record<'statuses' | 'majorities' | 'flags' | 'known', string> & { ids: string | null };
  const version = statusVersion(db);
  if (packed.ids === null)
    return { version, idSteps: [], statuses: '', majorities: '', flags: '', known: '' };
  let previous = 0;
  const idSteps = packed.ids.split(',').map((text) => {
    const id = Number(text);
    const step = id - previous;
    previous = id;
    return step;
  });
  const { statuses, majorities, flags, known } = packed;
  return { version, idSteps, statuses, majorities, flags, known };
}
