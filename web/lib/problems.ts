// Turns refusals of the server and issues of the contract's schemas into words beside their fields.
import type { z } from 'zod';
import type { Messages } from '../i18n/id.ts';

type ProblemTexts = Messages['problem'];

/** What is read of a refusal; ApiProblem of web/api has this shape. */
export type Refusal = {
  status: number;
  code: string;
  errors: { field: string; code: string; value?: string | undefined }[];
  body: unknown;
};

/** Field path → what to type instead; paths as the server names them: `statements.0.strength`. */
export type FieldTexts = Record<string, string>;

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'code' in error && 'errors' in error && 'status' in error;
}

const isKeyOf = <T extends object>(key: string, texts: T): key is Extract<keyof T, string> =>
  Object.hasOwn(texts, key);

/** The words for one field: those for this very field first, then those of the code. */
export function fieldText(field: string, code: string, texts: ProblemTexts): string {
  const own = `${field.replace(/\.\d+(?=\.|$)/g, '.*')}.${code}`;
  if (isKeyOf(own, texts.fields)) return texts.fields[own];
  if (isKeyOf(code, texts.codes)) return texts.codes[code];
  return texts.unknown(code);
}

/** What happened, in a sentence, for a refusal as a whole (or any other error). */
export function problemText(error: unknown, texts: ProblemTexts): string {
  if (!isRefusal(error)) return texts.codes.internal;
  if (isKeyOf(error.code, texts.codes)) return texts.codes[error.code];
  return texts.unknown(error.code);
}

/** What is wrong with each field, in words. */
export function errorFields(errors: Refusal['errors'], texts: ProblemTexts): FieldTexts {
  return Object.fromEntries(
    errors.map(({ field, code }) => [field, fieldText(field, code, texts)]),
  );
}

/** The refusal's fields in words; empty when it is about no field. */
export function refusalFields(error: unknown, texts: ProblemTexts): FieldTexts {
  return isRefusal(error) ? errorFields(error.errors, texts) : {};
}

/** The code the server would answer with for this issue. */
export function issueCode(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return typeof issue.params?.code === 'string' ? issue.params.code : 'wrong_format';
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'required' : 'wrong_type';
    case 'too_small':
      if (issue.origin === 'string') return issue.minimum === 1 ? 'required' : 'too_short';
      return issue.origin === 'array' ? 'too_short' : 'too_small';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_big';
    case 'invalid_format':
      return issue.input === '' ? 'required' : 'wrong_format';
    case 'invalid_value':
    case 'invalid_union':
      return 'unknown_value';
    default:
      return 'wrong_format';
  }
}

/** The schema's issues in words, the first of each field. Parse with `reportInput: true`. */
export function issueFields(error: z.ZodError, texts: ProblemTexts): FieldTexts {
  const fields: FieldTexts = {};
  for (const issue of error.issues) {
    const field = issue.path.join('.');
    fields[field] ??= fieldText(field, issueCode(issue), texts);
  }
  return fields;
}

/** Seconds until the next try is allowed, from a 429; 0 when it does not say. */
export function retryAfterS(error: unknown): number {
  if (!isRefusal(error) || typeof error.body !== 'object' || error.body === null) return 0;
  const { retryAfterS: seconds } = error.body as { retryAfterS?: unknown };
  return typeof seconds === 'number' && seconds > 0 ? Math.ceil(seconds) : 0;
}

/** The stored version that a 412 carries in `current`, read by `schema`; null for other errors. */
export function storedVersion<T>(error: unknown, schema: z.ZodType<T>): T | null {
  if (!isRefusal(error) || error.code !== 'changed_meanwhile') return null;
  const body = error.body as { current?: unknown } | null;
  return schema.safeParse(body?.current).data ?? null;
}
