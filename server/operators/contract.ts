// What goes over the wire about operators as the admin keeps them: their names, codes and takeovers.
// The short list that forms choose from is GET /api/operators (evidence).
import { z } from 'zod';

const OperatorName = z.string().trim().min(2).max(80);
/** Mobile network codes of MCC 510, two or three figures each. */
const NetworkCodes = z.array(z.string().regex(/^\d{2,3}$/)).max(10);

export const OperatorInput = z.strictObject({
  name: OperatorName,
  /** Serves phones: a blankspot needs every one of these known to be absent. */
  isMobile: z.boolean(),
  networkCodes: NetworkCodes,
});
export type OperatorInput = z.infer<typeof OperatorInput>;

/** Whether it serves phones stays as it was: every status rests on it. */
export const OperatorChange = z.strictObject({ name: OperatorName, networkCodes: NetworkCodes });
export type OperatorChange = z.infer<typeof OperatorChange>;

/** From that day on the successor owes what the operator promised. */
export const SuccessionInput = z.strictObject({
  successorId: z.string().min(1).max(40),
  succeededOn: z.iso.date(),
});
export type SuccessionInput = z.infer<typeof SuccessionInput>;

export const KeptOperator = z.object({
  id: z.string(),
  name: z.string(),
  isMobile: z.boolean(),
  networkCodes: z.array(z.string()),
  /** Who took it over and since when; null: it stands for itself. */
  successorId: z.string().nullable(),
  successorName: z.string().nullable(),
  succeededOn: z.iso.date().nullable(),
  /** Promises that it owes now. */
  commitments: z.int(),
  /** Accounts of its offices that may sign in. */
  accounts: z.int(),
});
export type KeptOperator = z.infer<typeof KeptOperator>;

/** All operators as they are now, and what a takeover moved. */
export const Succession = z.object({
  operators: z.array(KeptOperator),
  /** So many commitments are owed by the successor now. */
  inherited: z.int(),
});
export type Succession = z.infer<typeof Succession>;
