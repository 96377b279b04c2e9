// What people found where, in SQL: verified reports with a position, to be drawn above what is modelled.
import type { Strength, Technology, Availability } from '#contract/evidence';
import type { Db } from '../platform/database.ts';
import type { MeasuredPoint } from './map-contract.ts';
import type { Box } from './layer-store.ts';

/** A measured point whose statements have not been judged yet. */
export type FoundPoint = Omit<MeasuredPoint, 'statements'> & {
  availability: Availability | null;
  statements: {
    operatorId: string;
    technology: Technology;
    strength: Strength | null;
    isOutage: boolean;
    rsrpDbm: number | null;
  }[];
};

type Row = Omit<FoundPoint, 'position' | 'statements'> & {
  lng: number;
  lat: number;
  /** A JSON array of StatementTuple. */
  statements: string;
};

type StatementTuple = [
  operatorId: string,
  technology: Technology,
  strength: Strength | null,
  isOutage: number,
  rsrpDbm: number | null,
];

/** Found through report_by_position: where a report has a position, it is shown there. Samples are no finds. */
const selectFound = `
  SELECT r.id, r.kind, r.village_code AS villageCode, r.lng, r.lat, r.observed_on AS observedOn,
    r.availability,
    (SELECT json_group_array(json_array(h.heir_id, s.technology, s.strength,
       s.is_outage, s.rsrp_dbm))
     FROM report_statement s JOIN operator_heir h ON h.id = s.operator_id
     WHERE s.report_id = r.id) AS statements
  FROM report r
  WHERE r.shown_lat BETWEEN @south AND @north AND r.shown_lng BETWEEN @west AND @east
    AND r.lat IS NOT NULL AND +r.state = 'verified' AND +r.is_sample = 0
  ORDER BY r.observed_on DESC, r.id LIMIT @limit`;

/** Verified reports and measurements whose position lies in the box, the newest first. */
export function listFound(db: Db, box: Box, limit: number): FoundPoint[] {
  const rows = db.prepare(selectFound).all({ ...box, limit }) as Row[];
  return rows.map(({ lng, lat, statements, ...row }) => ({
    ...row,
    position: [lng, lat],
    statements: (JSON.parse(statements) as StatementTuple[]).map(
      ([operatorId, technology, strength, isOutage, rsrpDbm]) => ({
        operatorId,
        technology,
        strength,
        isOutage: isOutage === 1,
        rsrpDbm,
      }),
    ),
  }));
}
