// What a report must satisfy beyond its shape, and what is said about its position. Pure.
import type { Account } from '../auth/contract.ts';
import { poorAccuracyM, ReportInput, type Report, type ReportSaved } from './contract.ts';

/** Reports from memory go back this far; older ones belong to official statistics. */
const oldestYears = 5;

export type FieldRefusal = { field: string; code: string; value: string };

/** Why the observed day cannot be taken on `today` (ISO dates), or null. */
export function refuseDay(observedOn: string, today: string): FieldRefusal | null {
  const refusal = (code: string) => ({ field: 'observedOn', code, value: observedOn });
  if (observedOn > today) return refusal('date_in_future');
  const oldest = `${Number(today.slice(0, 4)) - oldestYears}${today.slice(4)}`;
  return observedOn < oldest ? refusal('date_too_old') : null;
}

/** What is kept but said: a point outside the village's boundary (null: it has none), a poor fix. */
export function listWarnings(
  input: Pick<ReportInput, 'position' | 'accuracyM'>,
  isInsideVillage: boolean | null,
): ReportSaved['warnings'] {
  const warnings: ReportSaved['warnings'] = [];
  if (input.position && isInsideVillage === false) warnings.push('position_outside_village');
  if (input.accuracyM !== null && input.accuracyM > poorAccuracyM) warnings.push('accuracy_poor');
  return warnings;
}

/** One text for all inputs that say the same, whatever the order of their statements and fields. */
function canonical(input: ReportInput): string {
  const { statements, ...fields } = ReportInput.parse(input);
  const sorted = (value: object) =>
    Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([
    sorted(fields),
    statements
      .toSorted((a, b) => a.operatorId.localeCompare(b.operatorId))
      .map((statement) => sorted(statement)),
  ]);
}

/** Whether two inputs say the same. */
export function saysTheSame(a: ReportInput, b: ReportInput): boolean {
  return canonical(a) === canonical(b);
}

/** Whether `account` may see a report and its photos: everyone who is signed in may. */
export function maySeeReport(_account: Account, _report: Pick<Report, 'villageCode'>): boolean {
  return true;
}
