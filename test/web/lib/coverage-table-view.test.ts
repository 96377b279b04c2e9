// The address of the coverage tables, and which layer a choice leads to.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CellTechnology,
  CoverageBasis,
  CoveragePhase,
  type LayerKey,
} from '../../../server/coverage/contract.ts';
import { formatLayerName } from '../../../server/coverage/map-contract.ts';
import {
  findLayer,
  firstLayer,
  listAreasAbove,
  listChoices,
  nearestLayer,
  parseCoverageSearch,
  wantedRows,
} from '../../../web/lib/coverage-table-view.ts';

const layer = (name: string): LayerKey => {
  const [basis, phase, operatorId = '', technology] = name.split(' ');
  return {
    basis: CoverageBasis.parse(basis),
    phase: CoveragePhase.parse(phase),
    operatorId,
    technology: CellTechnology.parse(technology),
  };
};

const layers = [
  'computed on_air * 2g',
  'computed on_air * 4g',
  'computed on_air telkomsel 2g',
  'computed on_air telkomsel 4g',
  'computed planned telkomsel 4g',
  'filed on_air indosat 4g',
  'filed on_air indosat 5g',
].map(layer);

describe('the address', () => {
  test.each([
    [{ area: '13.01' }, { area: '13.01' }],
    [{ area: '13.01.01.2001' }, {}],
    [{ area: 'ID' }, {}],
    [{ layer: 'computed.on_air.all.4g' }, { layer: 'computed.on_air.all.4g' }],
    [{ layer: 'measured.on_air.all.4g' }, {}],
    [
      { sort: 'name', all: '1', q: 'sungai' },
      { sort: 'name', all: '1', q: 'sungai' },
    ],
    [{ sort: 'remaining', all: '0', q: '' }, {}],
    [{ q: 'x'.repeat(200) }, { q: 'x'.repeat(80) }],
    [{ q: 7, area: ['13'], layer: null }, {}],
  ])('%j keeps %j', (typed, kept) => expect(parseCoverageSearch(typed)).toEqual(kept));

  test('whatever is typed, what is kept is kept again', () =>
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('area', 'layer', 'q', 'sort'), fc.string()),
        (typed) => {
          const kept = parseCoverageSearch(typed);
          expect(parseCoverageSearch(kept)).toEqual(kept);
        },
      ),
    ));

  test('asks for what is left by default', () => {
    expect(wantedRows({})).toEqual({ sort: 'remaining', isWhole: false, q: '' });
    expect(wantedRows({ sort: 'name', all: '1', q: 'a' })).toEqual({
      ...{ sort: 'name', isWhole: true, q: 'a' },
    });
  });

  test.each([
    ['13', ['13']],
    ['13.01.02', ['13', '13.01', '13.01.02']],
  ])('%s lies in %j', (code, above) => expect(listAreasAbove(code)).toEqual(above));
});

describe('layers', () => {
  test('begin with 4G of all operators that stands', () => {
    expect(firstLayer(layers)).toEqual(layer('computed on_air * 4g'));
    expect(firstLayer(layers.slice(4, 5))).toEqual(layer('computed planned telkomsel 4g'));
    expect(firstLayer([])).toBeNull();
  });

  test('are found by their name', () => {
    expect(findLayer(layers, 'filed.on_air.indosat.5g')).toEqual(layer('filed on_air indosat 5g'));
    expect(findLayer(layers, 'filed.on_air.indosat.2g')).toBeNull();
    expect(findLayer(layers, undefined)).toBeNull();
  });

  test.each([
    ['computed on_air * 4g', 'operatorId', 'telkomsel', 'computed on_air telkomsel 4g'],
    ['computed on_air * 2g', 'operatorId', 'indosat', 'filed on_air indosat 4g'],
    ['computed on_air * 4g', 'phase', 'planned', 'computed planned telkomsel 4g'],
    ['computed on_air * 2g', 'technology', '5g', 'filed on_air indosat 5g'],
    ['filed on_air indosat 5g', 'basis', 'computed', 'computed on_air * 4g'],
  ] as const)('%s with %s %s leads to %s', (from, field, value, to) =>
    expect(nearestLayer(layers, layer(from), field, value)).toEqual(layer(to)),
  );

  test('offers only what leads somewhere, and every choice does', () => {
    expect(listChoices(layers, 'operatorId')).toEqual(['*', 'indosat', 'telkomsel']);
    expect(listChoices(layers, 'technology')).toEqual(['2g', '4g', '5g']);
    for (const from of layers)
      for (const field of ['basis', 'phase', 'operatorId', 'technology'] as const)
        for (const value of listChoices(layers, field)) {
          const next = nearestLayer(layers, from, field, value);
          expect(next?.[field]).toBe(value);
          if (from[field] === value)
            expect(next && formatLayerName(next)).toBe(formatLayerName(from));
        }
  });
});
