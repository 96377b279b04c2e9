// What a report must satisfy beyond its shape, and what is said about its position. Pure.
import type { ReportInput, ReportSaved } from './contract.ts';

/** A position worse than this is kept for a report and said; a measurement will refuse it (domain, section 3). */
export const poorAccuracyM = 50;

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

/** One text for all inputs that say the same, whatever the order of their statements. */
function canonical(input: ReportInput): string {
  const { villageCode, position, positionSource, accuracyM, observedOn, note } = input;
  const statements = input.statements
    .map(({ operatorId, technology, strength }) => `${operatorId} ${technology} ${strength}`)
    .toSorted((a, b) => a.localeCompare(b));
  return JSON.stringify([
    villageCode,
    position,
    positionSource,
    accuracyM,
    observedOn,
    note,
    statements,
  ]);
}

/** Whether two inputs say the same. */
export function saysTheSame(a: ReportInput, b: ReportInput): boolean {
  return canonical(a) === canonical(b);
}
