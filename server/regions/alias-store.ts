// All SQL of aliases: other names and codes of villages, and where each comes from.
import type { Db } from '../platform/database.ts';
import { type Alias, aliasKey, type AliasKind } from './place-alias.ts';
import { villageIdRange } from './store.ts';

export type NewAlias = {
  kind: AliasKind;
  /** The name or code as it stands in its source. */
  written: string;
  villageCode: string;
  /** A file, a decree, a person's decision. */
  source: string;
  notedAt: Date;
  /** The account that settled it; null when it came with data. */
  notedBy: string | null;
};

/** The aliases of the villages below `code` ('ID': all), as createPlaceIndex takes them. */
export function listAliases(db: Db, code: string): Alias[] {
  return db
    .prepare(
      `SELECT a.kind, a.key, a.region_code AS villageCode
       FROM region_alias a JOIN region r ON r.code = a.region_code
       WHERE r.level = 'village' AND r.id BETWEEN ? AND ? ORDER BY a.kind, a.key, a.region_code`,
    )
    .all(...villageIdRange(code)) as Alias[];
}

/**
 * Notes an alias; false when it was known already, and then its first source stays. To be called in
 * the transaction that writes the audit row. Throws when there is no such village.
 */
export function addAlias(db: Db, alias: NewAlias): boolean {
  const { kind, written, villageCode, source, notedAt, notedBy } = alias;
  const { changes } = db
    .prepare(
      `INSERT INTO region_alias (kind, key, region_code, written, source, noted_at, noted_by)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .run(
      kind,
      aliasKey(kind, written, villageCode),
      villageCode,
      written,
      source,
      notedAt.toISOString(),
      notedBy,
    );
  return changes > 0;
}

/** Takes an alias back; false when there was none. */
export function removeAlias(db: Db, { kind, key, villageCode }: Alias): boolean {
  const { changes } = db
    .prepare('DELETE FROM region_alias WHERE kind = ? AND key = ? AND region_code = ?')
    .run(kind, key, villageCode);
  return changes > 0;
}
