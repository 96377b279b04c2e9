// The files themselves, in SQL, of kinds that must be opened again as they were. What was made of a file
// is import-store.ts's part.
import type { Db } from '../platform/database.ts';

export function saveImportFile(db: Db, importId: string, content: Uint8Array): void {
  db.prepare('INSERT INTO import_file VALUES (?, ?)').run(importId, content);
}

/** The bytes as they were sent; null: they were not kept, or are gone. */
export function findImportFile(db: Db, importId: string): Uint8Array | null {
  const content = db
    .prepare('SELECT content FROM import_file WHERE import_id = ?')
    .pluck()
    .get(importId);
  return content instanceof Uint8Array ? content : null;
}

export function deleteImportFile(db: Db, importId: string): void {
  db.prepare('DELETE FROM import_file WHERE import_id = ?').run(importId);
}
