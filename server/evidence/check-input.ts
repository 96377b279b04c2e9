// What a report must satisfy that its contract cannot know: the village, the scope, the day, the operators.
import type { Account } from '../auth/contract.ts';
import { mayReportIn } from '../auth/rules.ts';
import { latestIsoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError, refuseField } from '../platform/problem.ts';
import { findPoint } from '../regions/store.ts';
import type { ReportInput } from './contract.ts';
import { refuseDay } from './rules.ts';
import { listOperators } from './store.ts';

/**
 * Throws 422 with the field, or 403 `outside_your_regency`; gives back where the report stands on the
 * map: [lng, lat] of its position, else of the village's point.
 */
export function checkInput(
  db: Db,
  caller: Account,
  input: ReportInput,
  now: Date,
): [number, number] {
  const point = findPoint(db, input.villageCode);
  if (!point) throw refuseField('villageCode', 'village_unknown', input.villageCode);
  if (!mayReportIn(caller, input.villageCode))
    throw new ProblemError(403, 'outside_your_regency', {
      errors: [{ field: 'villageCode', code: 'outside_your_regency', value: input.villageCode }],
    });
  const day = refuseDay(input.observedOn, latestIsoDay(now));
  if (day) throw refuseField(day.field, day.code, day.value);
  const known = new Set(listOperators(db).map((operator) => operator.id));
  const stranger = input.statements.findIndex((statement) => !known.has(statement.operatorId));
  if (stranger >= 0)
    throw refuseField(
      `statements.${stranger}.operatorId`,
      'operator_unknown',
      input.statements[stranger]?.operatorId,
    );
  return input.position ?? point;
}
