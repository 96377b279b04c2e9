// Files as the bytes of requests and answers. Knows neither their kinds nor what is in them.
import type { Context } from 'hono';
import { ProblemError } from '../platform/problem.ts';

/** The body of a request; a connection that breaks off is the visitor's trouble, not ours. */
export async function readBody(context: Context): Promise<Uint8Array> {
  try {
    return new Uint8Array(await context.req.arrayBuffer());
  } catch {
    throw new ProblemError(400, 'upload_interrupted');
  }
}

/** The content types of the files that go out. */
export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/**
 * A file as the browser saves it, or with `inline` shows it where it can; `name` is safe in a header
 * (safeFileName).
 */
export function sendFile(
  context: Context,
  bytes: Uint8Array,
  name: string,
  type: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): Response {
  context.header('content-type', type);
  context.header('content-disposition', `${disposition}; filename="${name}"`);
  return context.body(new Uint8Array(bytes), 200);
}
