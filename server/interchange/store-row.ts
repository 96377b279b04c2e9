// Names the row of the file where storing refuses it, so that a person finds it.
import { ProblemError } from '../platform/problem.ts';

/** What `store` gives back; a refusal becomes 409 `import_row_refused` with the row and its reasons. */
export function storeRow<T>(number: number, store: () => T): T {
  try {
    return store();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { errors = [{ field: 'row', code: error.code }] } = error.extra;
    throw new ProblemError(409, 'import_row_refused', {
      detail: `row ${number}: ${errors.map(({ code }) => code).join(', ')}`,
      errors: errors.map((one) => ({ ...one, field: `rows.${number}.${one.field}` })),
      more: { row: number },
    });
  }
}
