// Outlines of marked cells: what they enclose is what was marked, and they are areas that GEOS takes.
import { area as areaM2, multiPolygon } from '@turf/turf';
import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { type PolarMask, traceMask } from '../../../server/coverage/polar-mask.ts';
import { findInvalidReason, type Multi } from '../../../server/regions/geos.ts';
import { nestRings } from '../../../server/regions/nest-rings.ts';

function maskOf(rows: string[]): PolarMask {
  const steps = rows[0]?.length ?? 0;
  return {
    rays: rows.length,
    steps,
    cells: Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0)),
  };
}

/** One row a ray; each step is a degree further out. */
function toArea(mask: PolarMask): Multi {
  const rings = traceMask(mask).map((nodes) => {
    const corners = nodes.map(({ ray, step }): [number, number] => {
      const angle = (ray / mask.rays) * 2 * Math.PI;
      return [Math.sin(angle) * (step + 1), Math.cos(angle) * (step + 1)];
    });
    return [...corners, ...corners.slice(0, 1)];
  });
  return nestRings(rings);
}

/** Of all cells one by one; a cell is a piece of a polygon's ring of straight sides. */
function areaOfCells({ rays, steps, cells }: PolarMask): number {
  const sine = Math.sin((2 * Math.PI) / rays) / 2;
  return cells.reduce((sum, cell, at) => {
    const step = (at % steps) + 1;
    return sum + cell * sine * ((step + 1) ** 2 - step ** 2);
  }, 0);
}

function planarArea(area: Multi): number {
  const ringArea = (ring: [number, number][]) =>
    ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0);
  return area.reduce((sum, rings) => sum - rings.reduce((own, ring) => own + ringArea(ring), 0), 0);
}

test.each<[string, string[], number]>([
  ['one cell', ['#..', '...', '...', '...'], 1],
  ['a cell before the first ray', ['...', '...', '...', '.#.'], 1],
  ['a ring all round is one area with a hole', ['.#.', '.#.', '.#.', '.#.'], 2],
  ['two cells that touch at a corner', ['#..', '.#.', '...', '...'], 2],
  ['a hole', ['###', '#.#', '###', '...', '...'], 2],
  ['everything', ['##', '##', '##', '##'], 2],
  ['nothing', ['..', '..', '..'], 0],
])('%s', (_name, rows, rings) => {
  expect(traceMask(maskOf(rows))).toHaveLength(rings);
});

it('a stretch along one ray has four corners, however long', () => {
  expect(traceMask(maskOf(['.####.', '......', '......']))[0]).toHaveLength(4);
});

it('any mask becomes a valid area as large as its cells', () => {
  const mask = fc
    .integer({ min: 3, max: 16 })
    .chain((rays) =>
      fc
        .integer({ min: 1, max: 8 })
        .chain((steps) =>
          fc
            .array(fc.constantFrom(0, 1), { minLength: rays * steps, maxLength: rays * steps })
            .map((cells) => ({ rays, steps, cells: Uint8Array.from(cells) })),
        ),
    );
  fc.assert(
    fc.property(mask, (one) => {
      const area = toArea(one);
      expect(planarArea(area)).toBeCloseTo(areaOfCells(one), 6);
      if (area.length > 0) {
        expect(findInvalidReason(area)).toBeNull();
        expect(areaM2(multiPolygon(area))).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});
