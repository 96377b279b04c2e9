// Under what else a village is known: which key an alias gets. Pure; the rows are alias-store.ts's part.
import { villageKey } from './place-names.ts';

/** `name`: an old name or a settled spelling; `bps`: BPS's ten digits; `code`: a Kemendagri code it had. */
export type AliasKind = 'name' | 'bps' | 'code';

export type Alias = { kind: AliasKind; key: string; villageCode: string };

/** The regency's part of a village's code. */
export function regencyOf(villageCode: string): string {
  return villageCode.slice(0, 5);
}

/**
 * The key of an alias as written. A name is unique only within its regency, so its key begins with
 * the village's regency: 13.01/inderapura. Codes are their own key.
 */
export function aliasKey(kind: AliasKind, written: string, villageCode: string): string {
  if (kind === 'name') return `${regencyOf(villageCode)}/${villageKey(written)}`;
  return kind === 'bps' ? written.replace(/\D/g, '') : written.trim();
}
