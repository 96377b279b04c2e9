// Reads KMZ: the KML documents of an archive, each as a table. The archive is checked first; what it
// holds besides (images, models) is unpacked to be checked and never kept.
import { type ArchiveLimits, checkArchive, listEntries } from './archive.ts';
import { createFeatureBudget } from './feature-table.ts';
import { readKml } from './read-kml.ts';
import { type Table, tableLimits, TableProblem } from './table.ts';

/** Photos and overlays of a province's sites; the documents themselves are held to less. */
export const kmzLimits: ArchiveLimits = {
  entries: 2_000,
  totalBytes: 200_000_000,
  entryBytes: 60_000_000,
  ratio: 200,
  ratioFromBytes: 10_000_000,
};
const documentBytes = 60_000_000;

export const isKmlName = (name: string) =>
  /\.kml$/i.test(name) && !/(^|\/)(\._|__MACOSX\/)/.test(name);

/** Codes of a document that only points elsewhere; another one of the same archive may hold places. */
const onlyElsewhere = ['table_only_links', 'table_only_images'];

/**
 * A table for each document with places, named by its file where there are several. Throws
 * TableProblem, and ArchiveProblem of the archive.
 */
export async function readKmz(bytes: Uint8Array): Promise<Table[]> {
  const named = listEntries(bytes, kmzLimits).filter(({ name }) => isKmlName(name));
  if (named.length > tableLimits.sheets)
    throw new TableProblem('table_too_many_sheets', { value: String(named.length) });
  const total = named.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (total > documentBytes) throw new TableProblem('table_unpacks_too_large');
  const documents = await checkArchive(bytes, kmzLimits, ({ name }) => isKmlName(name));
  const budget = createFeatureBudget();
  const tables: Table[] = [];
  let refused: TableProblem | null = null;
  for (const [name, document] of documents) {
    try {
      const table = readKml(document, documents.size > 1 ? name : null, budget);
      if (table) tables.push(table);
    } catch (error) {
      if (!(error instanceof TableProblem) || !onlyElsewhere.includes(error.code)) throw error;
      refused = error;
    }
  }
  if (tables.length === 0 && refused) throw refused;
  return tables;
}
