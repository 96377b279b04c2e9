// A site in its form: what is stored comes back unchanged, and what is typed is read as people mean it.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellTechnologies, siteStates, type Site } from '#contract/coverage';
import { toCells, toDraft, withCell } from '../../../web/features/coverage/site-draft.ts';

const figure = (min: number, max: number) => fc.option(fc.integer({ min, max }));

const anyCell = fc.record({
  id: fc.integer(),
  ref: fc.string({ minLength: 1 }),
  technology: fc.constantFrom(...cellTechnologies),
  state: fc.constantFrom(...siteStates),
  onAirOn: fc.option(fc.constant('2025-06-01')),
  bandMhz: figure(300, 60_000),
  heightM: figure(1, 400),
  radiusM: figure(50, 60_000),
  azimuthDeg: figure(0, 360),
  beamwidthDeg: figure(1, 360),
  reachM: fc.constant(3000),
  isEstimate: fc.boolean(),
});

const siteOf = (cells: Site['cells']) => ({ name: 'Koto Tuo', cells });

describe('a draft', () => {
  test('that nobody touches says what is stored', () => {
    fc.assert(
      fc.property(fc.array(anyCell, { minLength: 1, maxLength: 4 }), (cells) => {
        const stored = cells.map(({ id: _, reachM: __, isEstimate: ___, ...input }) => input);
        expect(toCells(toDraft(siteOf(cells)).cells)).toEqual(stored);
      }),
    );
  });

  test.each<[string, number | null]>([
    ['', null],
    ['900', 900],
    ['900 MHz', 900],
    ['42,5', 42.5],
    ['65°', 65],
    ['3000 m', 3000],
    ['tinggi', Number.NaN],
  ])('with %j in a field means %j', (typed, meant) => {
    const [cell] = withCell([]);
    expect(toCells([{ ...cell!, heightM: typed }])[0]?.heightM).toEqual(meant);
  });
});

describe('one antenna more', () => {
  test('is like the last, and has a name of its own and no direction yet', () => {
    const [first] = withCell([]);
    const cells = [{ ...first!, ref: '2', bandMhz: '900', azimuthDeg: '120' }];
    const added = withCell(cells).at(-1);
    expect(added).toMatchObject({ bandMhz: '900', azimuthDeg: '', ref: '3' });
  });
});
