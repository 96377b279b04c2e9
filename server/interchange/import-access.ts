// Who may bring in what, and see whose imports: one place for every route. Pure.
import type { Account } from '../auth/contract.ts';
import { importKindsOf, type ImportKindName } from './contract.ts';

/** Who has anything to bring in; each its own kinds. */
export const importers = { may: ['admin', 'staff', 'regency', 'liaison'] } as const;

export function mayImport({ role }: Account, kind: ImportKindName): boolean {
  return importKindsOf(role).includes(kind);
}

/** The only office whose imports the account sees; null: it sees all. */
export function onlyOffice({ role, office }: Account): number | null {
  return role === 'admin' || role === 'staff' ? null : office.id;
}

export function maySeeImport(
  caller: Account,
  { kind, officeId }: { kind: ImportKindName; officeId: number },
): boolean {
  return mayImport(caller, kind) && (onlyOffice(caller) ?? officeId) === officeId;
}

/** The operator that all files of a liaison are of; null: the account says whose they are. */
export function fixedOperator({ role, office }: Account): string | null {
  return role === 'liaison' ? office.operatorId : null;
}
