// Bytes of a text file as text: by its byte order mark, else UTF-8, else Windows-1252, which is how
// Excel saves CSV on an Indonesian Windows. Pure; knows no format.

const marks: { encoding: string; bytes: number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9f. */
const windowsSigns = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Done here because TextDecoder of Node 20 reads Windows-1252 as Latin-1. */
function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text without its mark; null when the bytes are no text (they hold a NUL character). */
export function decodeText(bytes: Uint8Array): string | null {
  const mark = marks.find((known) => known.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? (isUtf8(bytes) ? 'utf-8' : null);
  const text = encoding ? new TextDecoder(encoding).decode(bytes) : decodeWindows1252(bytes);
  return text.includes('\0') ? null : text;
}
