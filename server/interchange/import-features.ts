// The rows of a preview as a map shows them: points and simplified outlines, each with its number and
// its part. Bounded; decides nothing.
import type { Db } from '../platform/database.ts';
import { type ImportFeature, type ImportFeatures, previewLimits } from './contract.ts';
import { eachPlacedRow, type PlacedRow } from './import-row-store.ts';
import type { StoredImport } from './import-store.ts';
import { sheetOf } from './import-view.ts';
import { toRowCells } from './judge-row.ts';
import { kinds } from './kinds/all.ts';
import { readPoint } from './place-columns.ts';

const labelLength = 80;

function toFeature(stored: StoredImport, { number, part, cells, geometry }: PlacedRow) {
  const header = stored.sheets[stored.sheet]?.header ?? [];
  const row = toRowCells(header, stored.mapping, { number, cells, geometry });
  const named = kinds[stored.kind].labels.map((key) => row.text(key).trim());
  const label = named.find((text) => text !== '') ?? '';
  const told = { number, part, label: label.slice(0, labelLength) };
  if (geometry?.type === 'MultiPolygon')
    return geometry.outline.length > 0
      ? { ...told, position: null, outline: geometry.outline }
      : null;
  const point = readPoint(row);
  const position = point.kind === 'found' ? point.value.said : null;
  return position ? { ...told, position, outline: null } : null;
}

/** In the order of the rows, as far as the bounds allow. */
export function listFeatures(db: Db, stored: StoredImport): ImportFeatures {
  const features: ImportFeature[] = [];
  if (kinds[stored.kind].labels.length === 0) return { features, isTruncated: false };
  let bytes = 0;
  for (const row of eachPlacedRow(db, sheetOf(stored))) {
    const feature = toFeature(stored, row);
    if (feature === null) continue;
    bytes += JSON.stringify(feature).length;
    if (features.length >= previewLimits.features || bytes > previewLimits.bytes)
      return { features, isTruncated: true };
    features.push(feature);
  }
  return { features, isTruncated: false };
}
