// Looks through a ZIP archive before anything else reads it: how many files, how large they really
// unpack, whether they are whole. Knows no spreadsheet; unpacks no more than small named parts.
import { crc32, createInflateRaw } from 'node:zlib';

/** Why an archive is not read on. */
export type ArchiveFault = 'damaged' | 'encrypted' | 'too_large';

export class ArchiveProblem extends Error {
  readonly fault: ArchiveFault;
  /** The file inside the archive that shows it, or the archive itself. */
  readonly entry: string | null;

  constructor(fault: ArchiveFault, entry: string | null) {
    super(`${fault}: ${entry ?? 'archive'}`);
    this.fault = fault;
    this.entry = entry;
  }
}

export type ArchiveLimits = {
  entries: number;
  /** Unpacked bytes of all files together. */
  totalBytes: number;
  entryBytes: number;
  /** How many times its packed size a file may unpack to, once it is larger than `ratioFromBytes`. */
  ratio: number;
  ratioFromBytes: number;
};

export type ArchiveEntry = {
  name: string;
  method: number;
  crc: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Where its local header stands in the archive. */
  offset: number;
};

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const endBytes = 22;
const longestComment = 65_535;
const stored = 0;
const deflated = 8;
const encryptedFlag = 1;
/** Sizes stand behind the data too; a list without them would be overruled by that place. */
const descriptorFlag = 8;
/** What is unpacked at a time. */
const pieceBytes = 262_144;
/** ZIP64 puts this where a number does not fit into 32 bits; nothing that large is read. */
const zip64Mark = 0xff_ff_ff_ff;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endBytes - longestComment);
  for (let at = view.byteLength - endBytes; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === signature.end) return at;
  throw new ArchiveProblem('damaged', null);
}

/**
 * The archive's own list of its files (APPNOTE.TXT 4.3.12), not yet believed. Throws ArchiveProblem
 * when it is cut off, too long, names a file twice, or a file is encrypted.
 */
export function listEntries(bytes: Uint8Array, limits: ArchiveLimits): ArchiveEntry[] {
  if (bytes.length < endBytes) throw new ArchiveProblem('damaged', null);
  const view = viewOf(bytes);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries || view.getUint32(end + 12, true) === zip64Mark)
    throw new ArchiveProblem('too_large', null);
  const names = new Set<string>();
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signature.central)
      throw new ArchiveProblem('damaged', null);
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    const flags = view.getUint16(at + 8, true);
    if ((flags & encryptedFlag) !== 0) throw new ArchiveProblem('encrypted', name);
    const isUnsized = (flags & descriptorFlag) !== 0 && entry.packedBytes === 0;
    if (names.has(name) || (isUnsized && !name.endsWith('/')))
      throw new ArchiveProblem('damaged', name);
    if ([entry.packedBytes, entry.unpackedBytes, entry.offset].includes(zip64Mark))
      throw new ArchiveProblem('too_large', name);
    names.add(name);
    entries.push(entry);
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function packedPart(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const view = viewOf(bytes);
  const { offset, name, packedBytes } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signature.local)
    throw new ArchiveProblem('damaged', name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedBytes > bytes.length) throw new ArchiveProblem('damaged', name);
  return bytes.subarray(start, start + packedBytes);
}

async function* unpack(packed: Uint8Array, entry: ArchiveEntry): AsyncGenerator<Uint8Array> {
  if (entry.method === stored) {
    yield packed;
    return;
  }
  if (entry.method !== deflated) throw new ArchiveProblem('damaged', entry.name);
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  inflate.end(packed);
  try {
    yield* inflate as AsyncIterable<Uint8Array>;
  } catch {
    throw new ArchiveProblem('damaged', entry.name);
  }
}

/**
 * Unpacks one file piece by piece, keeping none: what the archive's list says of its size is checked
 * against what really comes out, so a list that lies gains nothing. `onPiece` gets each piece.
 * Throws ArchiveProblem; stops at the first byte too many.
 */
export async function checkEntry(
  bytes: Uint8Array,
  entry: ArchiveEntry,
  limits: ArchiveLimits,
  onPiece: (piece: Uint8Array) => void = () => undefined,
): Promise<void> {
  const packed = packedPart(bytes, entry);
  let size = 0;
  let crc = 0;
  for await (const piece of unpack(packed, entry)) {
    size += piece.length;
    const isBomb = size > limits.ratioFromBytes && size > limits.ratio * packed.length;
    if (size > limits.entryBytes || isBomb) throw new ArchiveProblem('too_large', entry.name);
    if (size > entry.unpackedBytes) throw new ArchiveProblem('damaged', entry.name);
    crc = crc32(piece, crc);
    onPiece(piece);
  }
  if (size !== entry.unpackedBytes || crc !== entry.crc)
    throw new ArchiveProblem('damaged', entry.name);
}

/**
 * Checks every file of the archive and gives back those for which `isKept` holds, whole. `lookAt` sees
 * the first piece of each (up to 256 kB). Throws ArchiveProblem, and what `lookAt` throws; a file of
 * gigabytes costs no more than its limit.
 */
export async function checkArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  isKept: (entry: ArchiveEntry) => boolean,
  lookAt: (entry: ArchiveEntry, start: Uint8Array) => void = () => undefined,
): Promise<Map<string, Uint8Array>> {
  const kept = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of listEntries(bytes, limits)) {
    const pieces: Uint8Array[] = [];
    const keep = isKept(entry);
    let isFirst = true;
    await checkEntry(bytes, entry, limits, (piece) => {
      if (isFirst) lookAt(entry, piece);
      isFirst = false;
      total += piece.length;
      if (total > limits.totalBytes) throw new ArchiveProblem('too_large', entry.name);
      if (keep) pieces.push(piece);
    });
    if (keep) kept.set(entry.name, Buffer.concat(pieces));
  }
  return kept;
}
