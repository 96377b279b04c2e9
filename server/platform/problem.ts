// Refusals as problem+json (RFC 9457) with a stable code, the field and the offending value.
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { FieldProblem, Problem } from './contract.ts';

type Issue = z.core.$ZodIssue;
type FieldError = z.infer<typeof FieldProblem>;
type Extra = {
  detail?: string;
  errors?: FieldError[];
  headers?: Record<string, string>;
  /** Further members of the body, such as `current`, the stored version of what was changed. */
  more?: Record<string, unknown>;
};

/** Thrown by routes and stores to refuse; becomes a problem+json answer. */
export class ProblemError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly extra: Extra;

  constructor(status: ContentfulStatusCode, code: string, extra: Extra = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.extra = extra;
  }
}

const valueMaxLength = 200;
const secretField = /password/i;

/** The offending value as text, shortened; undefined for secrets and absent values. */
export function shownValue(field: string, value: unknown): string | undefined {
  if (value === undefined || secretField.test(field)) return undefined;
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > valueMaxLength ? `${text.slice(0, valueMaxLength)}…` : text;
}

/** A refusal of one field: 422 `invalid` with the field, its code and its value. */
export function refuseField(field: string, code: string, value?: unknown): ProblemError {
  return new ProblemError(422, 'invalid', { errors: [fieldError(field, code, value)] });
}

function fieldError(field: string, code: string, value: unknown): FieldError {
  const shown = shownValue(field, value);
  return shown === undefined ? { field, code } : { field, code, value: shown };
}

function issueCode(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'required' : 'wrong_type';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_short' : 'too_small';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'too_big';
    case 'invalid_format':
      return 'wrong_format';
    case 'invalid_value':
      return value === undefined ? 'required' : 'unknown_value';
    case 'unrecognized_keys':
      return 'unknown_field';
    case 'custom':
      return typeof issue.params?.code === 'string' ? issue.params.code : 'wrong_value';
    default:
      return 'wrong_value';
  }
}

function valueAt(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    input,
  );
}

/** What the contract found wrong with `input`, field by field. */
export function fieldErrors(issues: readonly Issue[], input: unknown): FieldError[] {
  return issues.map((issue) => {
    const value = valueAt(input, issue.path);
    return fieldError(issue.path.map(String).join('.'), issueCode(issue, value), value);
  });
}

function answer(context: Context, problem: ProblemError): Response {
  const { detail, errors, headers, more } = problem.extra;
  const body: Problem = {
    type: 'about:blank',
    title: problem.code.replaceAll('_', ' '),
    status: problem.status,
    code: problem.code,
    ...(detail !== undefined && { detail }),
    ...(errors && { errors }),
  };
  return context.json({ ...more, ...body }, problem.status, {
    ...headers,
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}

/** Another process, such as an import, holds the database for longer than a write waits. */
function isBusy(error: Error): boolean {
  return 'code' in error && error.code === 'SQLITE_BUSY';
}

/** What Hono's own checks refuse: unreadable JSON, a forged origin, a body over the limit. */
const codesOfHono: Partial<Record<number, string>> = {
  400: 'malformed_json',
  403: 'wrong_origin',
  413: 'body_too_large',
};

/** Every thrown error as an answer; what is not a refusal is logged and told as `internal`. */
export function problemAnswer(
  context: Context,
  error: Error,
  log: (error: Error) => void,
): Response {
  if (error instanceof ProblemError) return answer(context, error);
  if (error instanceof HTTPException) {
    const code = codesOfHono[error.status] ?? 'refused';
    return answer(context, new ProblemError(error.status, code));
  }
  log(error);
  if (isBusy(error))
    return answer(
      context,
      new ProblemError(503, 'database_busy', { headers: { 'retry-after': '5' } }),
    );
  return answer(context, new ProblemError(500, 'internal'));
}
