// Whether two reports say the same, field by field of the contract, in whatever order. Pure.
import { ReportInput } from '#contract/evidence';

/** JSON with the keys of every object in order, so that equal contents are equal texts. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  );
}

function canonical(report: ReportInput): string {
  const statements = report.statements.toSorted((a, b) => a.operatorId.localeCompare(b.operatorId));
  return stable({ ...report, statements });
}

/** The server links a written name to the locality it means; that is no difference. */
function asLinked(sent: ReportInput, stored: ReportInput): ReportInput {
  const isLinked =
    sent.localityId === null && sent.localityName !== '' && stored.localityId !== null;
  return isLinked ? { ...sent, localityId: stored.localityId, localityName: '' } : sent;
}

/**
 * Whether the stored report says what was sent. Only the fields that a person fills in count; what
 * is no report says the same as nothing.
 */
export function saysTheSame(stored: unknown, sent: unknown): boolean {
  const one = ReportInput.safeParse(stored);
  const other = ReportInput.safeParse(sent);
  if (!one.success || !other.success) return false;
  return canonical(one.data) === canonical(asLinked(other.data, one.data));
}
