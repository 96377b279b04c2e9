// Which cells share a mast: the same whatever their order, by name before distance, chains included.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distanceM,
  groupIntoMasts,
  mastReachM,
  type StandingCell,
} from '../../../server/coverage/site-groups.ts';

const metre = 1 / 111_195;

function cell(over: Partial<StandingCell> = {}): StandingCell {
  return { operatorId: 'telkomsel', siteRef: '', position: [100.5, -1], ownRef: 'a', ...over };
}

/** A cell so many metres north of where the others begin. */
const north = (metres: number, ownRef: string, over: Partial<StandingCell> = {}) =>
  cell({ position: [100.5, -1 + metres * metre], ownRef, ...over });

const refsOf = (cells: readonly StandingCell[]) =>
  groupIntoMasts(cells).map(({ siteRef }) => siteRef);

describe('cells share a mast', () => {
  it.each<[string, StandingCell[], string[]]>([
    ['nobody', [], []],
    ['alone', [north(0, 'a')], ['a']],
    ['within reach', [north(0, 'b'), north(49, 'a')], ['a', 'a']],
    ['out of reach', [north(0, 'b'), north(51, 'a')], ['b', 'a']],
    ['in a chain', [north(0, 'a'), north(80, 'c'), north(40, 'b')], ['a', 'a', 'a']],
    [
      'not with another operator',
      [north(0, 'a'), north(1, 'b', { operatorId: 'indosat' })],
      ['a', 'b'],
    ],
    [
      'by the site they name, however far',
      [north(0, 'a', { siteRef: 'PDG001' }), north(9000, 'b', { siteRef: 'PDG001' })],
      ['PDG001', 'PDG001'],
    ],
    [
      'not with one that names another',
      [north(0, 'a', { siteRef: 'PDG001' }), north(0, 'b', { siteRef: 'PDG002' }), north(0, 'c')],
      ['PDG001', 'PDG002', 'c'],
    ],
    [
      'of one name only within their operator',
      [
        north(0, 'a', { siteRef: '001' }),
        north(0, 'b', { siteRef: '001', operatorId: 'indosat', position: [101, 0] }),
      ],
      ['001', '001'],
    ],
  ])('%s', (_, cells, expected) => {
    expect(refsOf(cells)).toEqual(expected);
  });

  it('stand where most of them say, and one stray moves nothing', () => {
    const at = { siteRef: 'PDG001' };
    const cells = [north(0, 'a', at), north(0, 'b', at), north(20_000, 'c', at)];
    expect(groupIntoMasts(cells).map(({ position }) => position)).toEqual(
      Array.from({ length: 3 }, () => [100.5, -1]),
    );
  });

  it('takes thousands at one spot without asking each for each', () => {
    const cells = Array.from({ length: 20_000 }, (_, index) =>
      north((index % 100) * 0.3, String(index)),
    );
    const startedAt = performance.now();
    expect(new Set(refsOf(cells)).size).toBe(1);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

/** Cells close enough that many are neighbours, all over Indonesia's latitudes. */
const someCells = fc
  .record({
    lat: fc.constantFrom(-10.9, -1, 0, 5.9),
    offsets: fc.array(
      fc.record({
        east: fc.integer({ min: -150, max: 150 }),
        north: fc.integer({ min: -150, max: 150 }),
        operatorId: fc.constantFrom('telkomsel', 'indosat'),
        siteRef: fc.constantFrom('', '', '', 'A', 'B'),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ lat, offsets }) =>
    offsets.map(({ east, north: up, operatorId, siteRef }, index) =>
      cell({
        operatorId,
        siteRef,
        ownRef: String(index),
        position: [100 + east * metre, lat + up * metre],
      }),
    ),
  );

describe('properties', () => {
  it('the order of the cells changes nothing', () => {
    fc.assert(
      fc.property(
        someCells.chain((cells) => fc.tuple(fc.constant(cells), shuffled(cells))),
        ([cells, others]) => {
          const byRef = (list: StandingCell[]) => {
            const masts = groupIntoMasts(list);
            return new Map(list.map(({ ownRef }, index) => [ownRef, masts[index]]));
          };
          const [one, other] = [byRef(cells), byRef(others)];
          for (const [ref, mast] of one) expect(other.get(ref)).toEqual(mast);
        },
      ),
    );
  });

  it('unnamed cells share a mast exactly when steps within reach lead from one to the other', () => {
    fc.assert(
      fc.property(someCells, (cells) => {
        const masts = groupIntoMasts(cells);
        const unnamed = cells.flatMap(({ siteRef }, index) => (siteRef === '' ? [index] : []));
        const isStep = (a: number, b: number) => {
          const [from, to] = [cells[a], cells[b]];
          if (!from || !to || from.operatorId !== to.operatorId) return false;
          return distanceM(from.position, to.position) <= mastReachM;
        };
        for (const start of unnamed) {
          const reached = new Set([start]);
          for (const at of reached)
            for (const next of unnamed) if (isStep(at, next)) reached.add(next);
          const together = unnamed.filter(
            (index) =>
              masts[index]?.siteRef === masts[start]?.siteRef &&
              cells[index]?.operatorId === cells[start]?.operatorId,
          );
          expect(together.toSorted((a, b) => a - b)).toEqual(
            [...reached].toSorted((a, b) => a - b),
          );
        }
      }),
    );
  });
});

function shuffled(cells: StandingCell[]): fc.Arbitrary<StandingCell[]> {
  return fc.shuffledSubarray(cells, { minLength: cells.length, maxLength: cells.length });
}
