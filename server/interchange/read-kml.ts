// Reads KML as a stream: places with their points and areas, whatever else they carry as columns.
// Links and images are never fetched; a document with nothing else is refused.
import sax from 'sax';
import type { FoundGeometry } from './feature-geometry.ts';
import { createFeatureTable, type FeatureBudget, type Property } from './feature-table.ts';
import { readCoordinates } from './kml-coordinates.ts';
import { readDescription } from './kml-description.ts';
import { asDegrees } from './projection.ts';
import { type Table, tableLimits, TableProblem } from './table.ts';

/** What is decoded and parsed at a time. */
const pieceBytes = 65_536;
/** How the path of folders is written. */
const between = ' / ';

type Placemark = { cells: Property[]; geometries: FoundGeometry[]; html: string };

/** By its mark, else by what the document says of itself; UTF-8 where it says nothing. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^[^>]*\bencoding\s*=\s*["']([\w-]{1,40})["']/.exec(start)?.[1] ?? 'utf-8';
}

function decoderOf(bytes: Uint8Array): TextDecoder {
  try {
    return new TextDecoder(encodingOf(bytes));
  } catch {
    return new TextDecoder();
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Columns that stand directly in a place, or in what it wraps them in. */
const plainColumns: Record<string, string> = {
  name: 'Placemark',
  address: 'Placemark',
  phoneNumber: 'Placemark',
  when: 'TimeStamp',
  begin: 'TimeSpan',
  end: 'TimeSpan',
};

/** Follows the document; `onPlace` gets each place once it is whole. */
function createFollower(onPlace: (place: Placemark, folders: readonly string[]) => void) {
  const path: string[] = [];
  const folders: string[] = [];
  const counted = { links: 0, images: 0 };
  let place: Placemark | null = null;
  let polygon: { shells: unknown[]; holes: unknown[] } | null = null;
  let text = '';
  let field = '';
  /** How deep the description stands in which tags are just text; 0: in none. */
  let descriptionDepth = 0;

  function open(name: string, attributes: sax.Tag['attributes']): void {
    path.push(name);
    if (path.length > tableLimits.depth) throw new TableProblem('table_too_deep');
    if (descriptionDepth > 0) return;
    text = '';
    if (name === 'Placemark') place = { cells: [], geometries: [], html: '' };
    else if (name === 'Folder') folders.push('');
    else if (name === 'NetworkLink') counted.links += 1;
    else if (name.endsWith('Overlay')) counted.images += 1;
    else if (name === 'Polygon') polygon = { shells: [], holes: [] };
    else if (name === 'description') descriptionDepth = path.length;
    else if (name === 'Data' || name === 'SimpleData') field = attributes.name ?? '';
  }

  function closeCoordinates(into: Placemark, parent: string): void {
    const points = readCoordinates(text);
    if (parent === 'Point') into.geometries.push({ type: 'Point', coordinates: points[0] ?? [] });
    else if (parent === 'LinearRing' && polygon)
      (path.includes('innerBoundaryIs') ? polygon.holes : polygon.shells).push(points);
    else into.geometries.push({ type: 'LineString' });
  }

  function closeInPlace(into: Placemark, name: string, parent: string): void {
    if (plainColumns[name] === parent) into.cells.push([name, text]);
    else if (name === 'SimpleData' || (name === 'value' && parent === 'Data'))
      into.cells.push([field, text]);
    else if (parent === 'ExtendedData' && !['Data', 'SchemaData'].includes(name))
      into.cells.push([name, text]);
    else if (name === 'description') into.html = text;
    else if (name === 'coordinates') closeCoordinates(into, parent);
    else if (name === 'Track') into.geometries.push({ type: 'LineString' });
    else if (name === 'Polygon' && polygon) {
      const coordinates = [...polygon.shells, ...polygon.holes];
      into.geometries.push({ type: 'Polygon', coordinates });
      polygon = null;
    } else if (name === 'Placemark') {
      onPlace(into, folders);
      place = null;
    }
  }

  function close(): void {
    const name = path.pop() ?? '';
    if (descriptionDepth > 0 && path.length >= descriptionDepth) return;
    descriptionDepth = 0;
    if (place) closeInPlace(place, name, path.at(-1) ?? '');
    else if (name === 'name' && path.at(-1) === 'Folder') folders[folders.length - 1] = text.trim();
    if (name === 'Folder') folders.pop();
    text = '';
  }

  return {
    open,
    close,
    addText: (more: string) => {
      text += more;
    },
    counted,
  };
}

function startParser(follower: ReturnType<typeof createFollower>): sax.SAXParser {
  return Object.assign(sax.parser(true, { position: false }), {
    onopentag: ({ name, attributes }: sax.Tag) => follower.open(localName(name), attributes),
    onclosetag: () => follower.close(),
    ontext: (text: string) => follower.addText(text),
    oncdata: (text: string) => follower.addText(text),
    ondoctype(value: string) {
      throw new TableProblem('table_has_entities', { value: value.trim().slice(0, 200) });
    },
    onerror(error: Error) {
      throw new TableProblem('table_damaged', { value: error.message.split('\n')[0] ?? '' });
    },
  });
}

/**
 * Columns: `Folder` (the path), `name`, `description` as text, then address, phoneNumber, when, begin,
 * end and all extended data, each under its own name. `sheet` names the table. Null where there is no
 * place at all; throws TableProblem.
 */
export function readKml(
  bytes: Uint8Array,
  sheet: string | null,
  budget: FeatureBudget,
): Table | null {
  const builder = createFeatureTable(sheet, budget, asDegrees);
  let number = 0;
  const follower = createFollower(({ cells, geometries, html }, folders) => {
    number += 1;
    const { text, pairs } = readDescription(html);
    const name = cells.filter(([column]) => column === 'name').slice(0, 1);
    const rest = cells.filter((cell) => cell !== name[0]);
    const folder: Property = ['Folder', folders.filter(Boolean).join(between)];
    const properties = [folder, ...name, ['description', text] as const, ...rest, ...pairs];
    const found = { type: 'GeometryCollection', geometries };
    builder.add(number, properties, geometries.length === 1 ? (geometries[0] ?? null) : found);
  });
  const parser = startParser(follower);
  const decoder = decoderOf(bytes);
  for (let at = 0; at < bytes.length; at += pieceBytes)
    parser.write(decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true }));
  parser.write(decoder.decode()).close();
  if (number > 0) return builder.finish();
  if (follower.counted.links > 0) throw new TableProblem('table_only_links');
  if (follower.counted.images > 0) throw new TableProblem('table_only_images');
  return null;
}
