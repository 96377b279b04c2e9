// What stands in the address of the coverage tables: the area, the layer, the order, what is searched
// for. Pure; a link opens the same table.
import {
  allOperators,
  cellTechnologies,
  type CellTechnology,
  type LayerKey,
} from '#contract/coverage';
import { formatLayerName, parseLayerName } from '#contract/coverage-map';

/** The address as text, the way it is typed and copied. */
export type CoverageSearch = {
  /** Kemendagri code of a province, regency or district; absent: everything loaded. */
  area?: string;
  /** A layer in one word, `computed.on_air.all.4g`; absent: the first that there is. */
  layer?: string;
  /** Absent: by what remains. */
  sort?: 'name';
  /** Also the villages that are covered as a whole. */
  all?: '1';
  q?: string;
};

/** Undefined takes a key out. */
export type CoverageSearchChange = {
  [Key in keyof CoverageSearch]: CoverageSearch[Key] | undefined;
};

const areaPattern = /^\d{2}(\.\d{2}){0,2}$/;
const textMaximum = 80;

/** Keeps what is well-formed of an address, drops the rest. */
export function parseCoverageSearch(search: Record<string, unknown>): CoverageSearch {
  const text = (key: string) => (typeof search[key] === 'string' ? search[key] : '');
  const layer = parseLayerName(text('layer'));
  const q = text('q').slice(0, textMaximum);
  return {
    ...(areaPattern.test(text('area')) && { area: text('area') }),
    ...(layer && { layer: formatLayerName(layer) }),
    ...(text('sort') === 'name' && { sort: 'name' as const }),
    ...(text('all') === '1' && { all: '1' as const }),
    ...(q !== '' && { q }),
  };
}

/** What the table asks for; `isWhole`: also what is covered as a whole. */
export function wantedRows({ sort, all, q }: CoverageSearch) {
  return { sort: sort ?? ('remaining' as const), isWhole: all === '1', q: q ?? '' };
}

/** What most people ask for first stands first. */
const technologyOrder: readonly CellTechnology[] = ['4g', '5g', '3g', '2g'];
const layerFields = ['phase', 'basis', 'technology', 'operatorId'] as const;
export type LayerField = (typeof layerFields)[number];

/** Lower comes first: what stands before plans, computed before filed, all operators before one. */
function rankOf({ phase, basis, operatorId, technology }: LayerKey): number {
  return (
    (phase === 'on_air' ? 0 : 100) +
    (basis === 'computed' ? 0 : 50) +
    technologyOrder.indexOf(technology) * 10 +
    (operatorId === allOperators ? 0 : 1)
  );
}

/** The layer that is looked at when nothing is said; null where there is none. */
export function firstLayer<L extends LayerKey>(layers: readonly L[]): L | null {
  return layers.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? null;
}

export function findLayer<L extends LayerKey>(
  layers: readonly L[],
  name: string | undefined,
): L | null {
  return layers.find((layer) => formatLayerName(layer) === name) ?? null;
}

/**
 * The layer that there is with `value` in `field` and otherwise as like `from` as can be: a choice
 * never leads where nothing is. Null when no layer has that value.
 */
export function nearestLayer<L extends LayerKey>(
  layers: readonly L[],
  from: LayerKey,
  field: LayerField,
  value: string,
): L | null {
  const likeness = (layer: LayerKey) =>
    layerFields.filter((key) => layer[key] === from[key]).length;
  const fitting = layers.filter((layer) => layer[field] === value);
  return fitting.toSorted((a, b) => likeness(b) - likeness(a) || rankOf(a) - rankOf(b))[0] ?? null;
}

/** The values of a field for which there is a layer, in the order in which they are offered. */
export function listChoices(layers: readonly LayerKey[], field: LayerField): string[] {
  const values = new Set<string>(layers.map((layer) => layer[field]));
  const order: Record<LayerField, readonly string[]> = {
    phase: ['on_air', 'planned'],
    basis: ['computed', 'filed'],
    technology: cellTechnologies,
    operatorId: [allOperators, ...[...values].filter((id) => id !== allOperators).toSorted()],
  };
  return order[field].filter((value) => values.has(value));
}

/** "13.01.02" lies in "13" and "13.01": these and itself, the widest first. */
export function listAreasAbove(code: string): string[] {
  const parts = code.split('.');
  return parts.map((_part, index) => parts.slice(0, index + 1).join('.'));
}
