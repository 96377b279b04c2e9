// The shape of every refusal (RFC 9457), shared by server and web.
import { z } from 'zod';

export const FieldProblem = z.object({
  /** Path of the field, dots between: `statements.0.strength`. */
  field: z.string(),
  /** Stable English code; the web app has a text for each. */
  code: z.string(),
  /** The offending value, cut to 200 characters; absent for passwords. */
  value: z.string().optional(),
});

export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  /** Stable English code; the web app has a text for each. */
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(FieldProblem).optional(),
});
export type Problem = z.infer<typeof Problem>;
