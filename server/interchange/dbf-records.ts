// The attributes of a Shapefile (dBase), as they are written: a code keeps its zeros. What the header
// says of lengths is held against what is there.
import { numberText } from './cell-text.ts';
import { decodeText } from './decode-text.ts';
import { tableLimits, TableProblem } from './table.ts';

export type DbfField = { name: string; type: string; at: number; length: number };
export type Dbf = {
  fields: DbfField[];
  recordCount: number;
  /** Texts in the order of the fields; null where the record is marked as deleted. Index from 0. */
  read(index: number): string[] | null;
};

const fieldBytes = 32;
const fieldsEnd = 0x0d;
const deletedMark = 0x2a;

/** "UTF-8", "1252", "ANSI 1252", "ISO-8859-1" or "65001", as .cpg files have it. */
function decoderOf(cpg: string): (bytes: Uint8Array) => string {
  const label = cpg.trim().toLowerCase();
  const number = /(\d{3,5})$/.exec(label)?.[1];
  const isUsual = label === '' || /utf-?8|65001|1252|8859-?1$|88591$/.test(label);
  for (const name of isUsual ? [] : [label, `windows-${number}`, `cp${number}`])
    try {
      const decoder = new TextDecoder(name);
      return (bytes) => decoder.decode(bytes);
    } catch {
      // Not a name that is known: the next one, and at last the usual ones.
    }
  return (bytes) => decodeText(bytes) ?? '';
}

function valueOf(type: string, text: string): string {
  const plain = text.trim();
  if (type === 'D') return /^[1-9]\d{7}$/.test(plain) ? plain.replace(/^(....)(..)/, '$1-$2-') : '';
  if (type === 'L') return /^[ty]$/i.test(plain) ? 'TRUE' : /^[fn]$/i.test(plain) ? 'FALSE' : '';
  if (type !== 'N' && type !== 'F') return type === 'C' ? plain : '';
  // A number that did not fit its field is filled with asterisks.
  if (/^\*+$/.test(plain)) return '';
  // Nobody writes so many decimals: they are how the field was set up (42.500000000000000).
  return /\.\d{9,}$/.test(plain) ? numberText(Number(plain)) : plain;
}

function listFields(
  view: DataView,
  bytes: Uint8Array,
  headerBytes: number,
  decode: (bytes: Uint8Array) => string,
): DbfField[] {
  const fields: DbfField[] = [];
  // The byte that marks a record as deleted stands first.
  let at = 1;
  for (let start = fieldBytes; start + fieldBytes <= headerBytes; start += fieldBytes) {
    if (view.getUint8(start) === fieldsEnd) break;
    const name = bytes.subarray(start, start + 11);
    const end = name.indexOf(0);
    const length = view.getUint8(start + 16);
    fields.push({
      name: decode(end < 0 ? name : name.subarray(0, end)).trim(),
      type: String.fromCharCode(view.getUint8(start + 11)),
      at,
      length,
    });
    at += length;
  }
  return fields;
}

function damaged(value: string): TableProblem {
  return new TableProblem('table_damaged', { value: `.dbf: ${value}` });
}

/** `cpg` is the text of the .cpg file, '' without one. Throws TableProblem. */
export function openDbf(bytes: Uint8Array, cpg: string): Dbf {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength <= fieldBytes) throw damaged(`${view.byteLength} bytes`);
  const recordCount = view.getUint32(4, true);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (headerBytes > view.byteLength) throw damaged(`${headerBytes} bytes of header`);
  const decode = decoderOf(cpg);
  const fields = listFields(view, bytes, headerBytes, decode);
  if (fields.length >= tableLimits.columns)
    throw new TableProblem('table_too_many_columns', { column: fields.length });
  const last = fields.at(-1);
  if (last && last.at + last.length > recordBytes) throw damaged(`${recordBytes} bytes a record`);
  // Some programs leave out the last record's padding or the mark at the end.
  if (headerBytes + recordCount * recordBytes > view.byteLength + recordBytes)
    throw damaged(`${recordCount} records`);
  return {
    fields,
    recordCount,
    read(index) {
      const start = headerBytes + index * recordBytes;
      if (bytes[start] === deletedMark) return null;
      return fields.map(({ type, at, length }) => {
        const cell = bytes.subarray(start + at, start + at + length);
        return valueOf(type, decode(cell.filter((byte) => byte !== 0)));
      });
    },
  };
}
