// What goes over the wire about sessions, accounts and offices.
import { z } from 'zod';

export const roles = ['admin', 'staff', 'regency', 'liaison', 'leader'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** The shortest password a person may choose; handed-out ones are longer. */
export const passwordMinLength = 10;

const Email = z.string().trim().toLowerCase().max(200).pipe(z.email());
const PersonName = z.string().trim().min(1).max(120);
const Password = z.string().min(passwordMinLength).max(200);

/**
 * The office outlives the person: it holds the scope, accounts come and go.
 * A regency office has a regency code, an operator's office an operator id, others neither.
 */
export const Office = z.object({
  id: z.int(),
  name: z.string(),
  regencyCode: z.string().nullable(),
  operatorId: z.string().nullable(),
});
export type Office = z.infer<typeof Office>;

export const Account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  office: Office,
  mustChangePassword: z.boolean(),
  disabledAt: z.iso.datetime().nullable(),
  lastSignInAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  version: z.int(),
});
export type Account = z.infer<typeof Account>;

export const SignIn = z.object({ email: Email, password: z.string().min(1).max(200) });
export type SignIn = z.infer<typeof SignIn>;

/** Who is signed in, or nobody. */
export const Session = z.object({ account: Account.nullable() });
export type Session = z.infer<typeof Session>;

export const PasswordChange = z.object({
  currentPassword: z.string().min(1).max(200),
  newPassword: Password,
});
export type PasswordChange = z.infer<typeof PasswordChange>;

/** The office an account is put into: one that exists, or a new one. */
export const OfficeChoice = z.union([
  z.object({ id: z.int() }),
  z.object({
    name: z.string().trim().min(1).max(160),
    regencyCode: z
      .string()
      .regex(/^\d{2}\.\d{2}$/)
      .nullable(),
    operatorId: z.string().max(40).nullable(),
  }),
]);
export type OfficeChoice = z.infer<typeof OfficeChoice>;

export const NewAccount = z.object({
  name: PersonName,
  email: Email,
  role: Role,
  office: OfficeChoice,
});
export type NewAccount = z.infer<typeof NewAccount>;

export const AccountChange = z.object({
  name: PersonName.optional(),
  role: Role.optional(),
  disabled: z.boolean().optional(),
});
export type AccountChange = z.infer<typeof AccountChange>;

/** The next person in the same office; the former account is disabled, its history stays. */
export const HandOver = z.object({ name: PersonName, email: Email });
export type HandOver = z.infer<typeof HandOver>;

/** Shown once to the admin, to be handed out; must be changed at the first sign-in. */
export const HandedOut = z.object({ account: Account, password: z.string() });
export type HandedOut = z.infer<typeof HandedOut>;
