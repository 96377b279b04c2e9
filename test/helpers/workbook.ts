// Makes XLSX files and ZIP archives by hand, also such as no honest program writes.
import { strToU8, zipSync } from 'fflate';
import { constants, crc32, deflateRawSync } from 'node:zlib';

type SheetXml = { name: string; state?: 'hidden' | 'veryHidden'; rows: string };
type Parts = { sheets: SheetXml[]; sharedStrings?: string[]; date1904?: boolean };

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRels = 'http://schemas.openxmlformats.org/package/2006/relationships';
const relationships = (list: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="${packageRels}">${list.join('')}</Relationships>`;

/**
 * The files of a workbook by their names; `rows` is the XML inside sheetData. Cell style 1 is a date
 * (number format 14), 2 a date with time (22), 3 a time (20), 4 the percentage 10.
 */
export function workbookParts({ sheets, sharedStrings = [], date1904 }: Parts) {
  const names = sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const targets = [...names, 'sharedStrings.xml', 'styles.xml'];
  const types = [...names.map(() => 'worksheet'), 'sharedStrings', 'styles'];
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
    ]),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}">
      <workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      targets.map(
        (target, index) =>
          `<Relationship Id="rId${index + 1}" Type="${office}/${types[index]}" Target="${target}"/>`,
      ),
    ),
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst xmlns="${main}">${sharedStrings
      .map((text) => `<si><t xml:space="preserve">${text}</t></si>`)
      .join('')}</sst>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="${main}"><cellXfs count="5">${[
      0, 14, 22, 20, 10,
    ]
      .map((format) => `<xf numFmtId="${format}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  };
  for (const [index, { rows }] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
  return parts;
}

/** The parts as an archive. */
export function zipParts(parts: Record<string, string>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** One row of inline text cells. */
export function textRow(number: number, cells: string[]): string {
  const tags = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`);
  return `<row r="${number}">${tags.join('')}</row>`;
}

export type RawEntry = {
  name: string;
  packed: Uint8Array;
  crc?: number;
  /** What the archive's list says, true or not. */
  saysUnpacked: number;
  saysPacked?: number;
  method?: 0 | 8;
  flags?: number;
};

/** An archive whose list says whatever it is told to. */
export function rawZip(entries: RawEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, saysUnpacked, crc = 0, method = 8, flags = 0, ...more } of entries) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(more.saysPacked ?? packed.length, 14);
    common.writeUInt32LE(saysUnpacked, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, tail, Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(list).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...list, Buffer.from('PK\x05\x06'), end]);
}

/** An honest entry of such an archive. */
export function rawEntry(name: string, text: string): RawEntry {
  const bytes = Buffer.from(text);
  const packed = deflateRawSync(bytes);
  return { name, packed, crc: crc32(bytes), saysUnpacked: bytes.length };
}

/** Deflated data that unpacks to so many megabytes of the letter A, about a thousandth of that packed. */
export function deflatedBomb(megabytes: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(1_000_000, 'A'), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const last = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: megabytes }, () => block), last]);
}
