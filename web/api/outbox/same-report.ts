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

function canonical(report: unknown): string | null {
  const parsed = ReportInput.safeParse(report);
  if (!parsed.success) return null;
  const statements = parsed.data.statements.toSorted((a, b) =>
    a.operatorId.localeCompare(b.operatorId),
  );
  return stable({ ...parsed.data, statements });
}

/** Only the fields that a person fills in count; what is no report says the same as nothing. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  const text = canonical(a);
  return text !== null && text === canonical(b);
}
