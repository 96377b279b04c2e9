// Reads the SQL files of the public repository wilayah_boundaries: INSERT statements only, with a
// tokenizer over the text; nothing is executed. Its paths are JSON in [lat, lng].
import { BoundaryFileError, type BoundaryRow } from './boundary-file.ts';

type Token = { kind: 'word' | 'text' | 'sign'; value: string };

const table = 'wilayah_boundaries';
const defaultColumns = ['kode', 'nama', 'lat', 'lng', 'path'];
const space = /\s/;
const wordChar = /[\w.+-]/;
/** What a backslash stands for before these letters; before others it stands for nothing. */
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', 0: '\0' };

/** Splits SQL into tokens; strings may hold '' and \' and may be megabytes long. */
class Tokenizer {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #skipTo(mark: string): void {
    const end = this.#text.indexOf(mark, this.#at);
    this.#at = end < 0 ? this.#text.length : end + mark.length;
  }

  #skipBlank(): void {
    for (;;) {
      while (space.test(this.#text[this.#at] ?? '')) this.#at += 1;
      const rest = this.#text.slice(this.#at, this.#at + 2);
      if (rest === '/*') this.#skipTo('*/');
      else if (rest === '--' || rest.startsWith('#')) this.#skipTo('\n');
      else return;
    }
  }

  #readQuoted(quote: string): string {
    const parts: string[] = [];
    let from = this.#at + 1;
    let at = from;
    for (; at < this.#text.length; at += 1) {
      const char = this.#text[at];
      const next = this.#text[at + 1] ?? '';
      if (char === '\\') {
        parts.push(this.#text.slice(from, at), escapes[next] ?? next);
      } else if (char === quote && next === quote) {
        parts.push(this.#text.slice(from, at), quote);
      } else if (char === quote) {
        parts.push(this.#text.slice(from, at));
        this.#at = at + 1;
        return parts.join('');
      } else continue;
      at += 1;
      from = at + 1;
    }
    throw new SyntaxError('a quoted text does not end');
  }

  /** The next token, or null at the end. Throws SyntaxError on a text without its closing quote. */
  next(): Token | null {
    this.#skipBlank();
    const char = this.#text[this.#at];
    if (char === undefined) return null;
    if (char === "'" || char === '"') return { kind: 'text', value: this.#readQuoted(char) };
    if (char === '`') return { kind: 'word', value: this.#readQuoted(char) };
    if (!wordChar.test(char)) {
      this.#at += 1;
      return { kind: 'sign', value: char };
    }
    const start = this.#at;
    while (wordChar.test(this.#text[this.#at] ?? '')) this.#at += 1;
    return { kind: 'word', value: this.#text.slice(start, this.#at) };
  }
}

function isWord(token: Token | null, word: string): boolean {
  return token?.kind === 'word' && token.value.toLowerCase() === word;
}

function isSign(token: Token | null, sign: string): boolean {
  return token?.kind === 'sign' && token.value === sign;
}

/** Values up to the closing bracket, the opening one being read; NULL becomes null. */
function readTuple(tokens: Tokenizer): (string | null)[] {
  const values: (string | null)[] = [];
  for (;;) {
    const value = tokens.next();
    if (value === null || value.kind === 'sign') throw new SyntaxError('a value is missing');
    values.push(isWord(value, 'null') ? null : value.value);
    const sign = tokens.next();
    if (isSign(sign, ')')) return values;
    if (!isSign(sign, ','))
      throw new SyntaxError(`expected , or ) after ${value.value.slice(0, 40)}`);
  }
}

function parsePath(path: string | null): unknown {
  try {
    return path === null || path === '' ? [] : (JSON.parse(path) as unknown);
  } catch {
    // The row is refused as unreadable, with this text as its value; the others go on.
    return path;
  }
}

function* readTuples(tokens: Tokenizer): Generator<Map<string, string | null>> {
  let columns = defaultColumns;
  let token = tokens.next();
  if (isSign(token, '(')) {
    columns = readTuple(tokens).map((name) => (name ?? '').toLowerCase());
    token = tokens.next();
  }
  if (!isWord(token, 'values')) throw new SyntaxError('INSERT without VALUES');
  do {
    if (!isSign(tokens.next(), '(')) throw new SyntaxError('expected ( before a row');
    const values = readTuple(tokens);
    if (values.length !== columns.length) {
      throw new SyntaxError(`a row of ${values.length} values for ${columns.length} columns`);
    }
    yield new Map(columns.map((column, index) => [column, values[index] ?? null]));
    token = tokens.next();
  } while (isSign(token, ','));
  if (token !== null && !isSign(token, ';')) {
    // MySQL's ON DUPLICATE KEY UPDATE and the like: skipped to the statement's end.
    while (token !== null && !isSign(token, ';')) token = tokens.next();
  }
}

/**
 * The rows of every INSERT into wilayah_boundaries in `text`, numbered from 1; other statements
 * are skipped. `coordinates` is what the path holds, in [lat, lng]; `[]` where it is NULL.
 * Throws BoundaryFileError naming `file` when the SQL is broken.
 */
export function* readWilayahBoundaries(text: string, file: string): Generator<BoundaryRow> {
  const tokens = new Tokenizer(text);
  let row = 0;
  try {
    for (let token = tokens.next(); token !== null; token = tokens.next()) {
      if (!isWord(token, 'insert')) continue;
      const into = tokens.next();
      const name = isWord(into, 'into') ? tokens.next() : into;
      if (!isWord(name, table)) continue;
      for (const values of readTuples(tokens)) {
        row += 1;
        const coordinates = parsePath(values.get('path') ?? null);
        yield { row, code: values.get('kode') ?? '', level: null, coordinates, axes: 'latlng' };
      }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BoundaryFileError(`${file}: broken SQL after row ${row}: ${error.message}`);
  }
}
