// Keeps data/SOURCES.md true: replaces the lines of one file under data/ with its checksum.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dataDir = join(import.meta.dirname, '../../data');
const notePath = join(dataDir, 'SOURCES.md');

export type SourceNote = {
  /** Path under data/. */
  file: string;
  source: string;
  version: string;
  licence: string;
  /** ISO date of the source's content or release. */
  date: string;
};

const heading = `# Sources of the data in this folder

The build scripts keep this table; \`sha256\` is of the file as committed.

| file | source | version | licence | date | sha256 |
|---|---|---|---|---|---|
`;

/** Adds or replaces the row of \`note.file\`; the other rows and the text below them stay. */
export function noteSource(note: SourceNote): void {
  const bytes = readFileSync(join(dataDir, note.file));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const cells = [`\`${note.file}\``, note.source, note.version, note.licence, note.date, sha256];
  const row = `| ${cells.join(' | ')} |`;
  const text = existsSync(notePath) ? readFileSync(notePath, 'utf8') : heading;
  const lines = text.split('\n');
  const isRow = (line: string) => line.startsWith('| `');
  const rows = [...lines.filter((line) => isRow(line) && !line.startsWith(`| \`${note.file}\``))];
  const first = lines.findIndex((line) => line.startsWith('|---'));
  const after = lines.slice(first + 1).filter((line) => !isRow(line));
  const table = [...rows, row].toSorted();
  writeFileSync(notePath, [...lines.slice(0, first + 1), ...table, ...after].join('\n'));
}
