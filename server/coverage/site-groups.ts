// Which cells stand on one mast: by the site that they name, else by how near they are. Pure; what a
// file says of its cells, and how sites are stored, is not its business.
import type { SitePosition } from './contract.ts';

/** Cells of one operator within so many metres of one another share a mast. */
export const mastReachM = 50;

/** A cell as a file has it. */
export type StandingCell = {
  operatorId: string;
  /** The site that the cell names; '' where it names none. */
  siteRef: string;
  position: SitePosition;
  /** Stands for the cell, whatever else is in the file: of a mast without a name the least one names it. */
  ownRef: string;
};

/** What the cells of one mast have in common. */
export type Mast = {
  siteRef: string;
  /** Of each axis the middle value: one stray cell moves nothing, and equal positions stay as they are. */
  position: SitePosition;
};

const earthRadiusM = 6_371_008.8;
const metresPerDegree = (Math.PI / 180) * earthRadiusM;

/** Great-circle distance, metres; near enough a plane for what is near. */
export function distanceM([lngA, latA]: SitePosition, [lngB, latB]: SitePosition): number {
  const midLat = ((latA + latB) / 2) * (Math.PI / 180);
  const x = (lngB - lngA) * Math.cos(midLat);
  return Math.hypot(x, latB - latA) * metresPerDegree;
}

/** Disjoint sets of numbers below `size`, as a forest. */
function createSets(size: number) {
  const parents = Array.from({ length: size }, (_, index) => index);
  function rootOf(index: number): number {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  }
  return {
    rootOf,
    unite(a: number, b: number): void {
      parents[rootOf(a)] = rootOf(b);
    },
  };
}

/**
 * Squares whose diagonal is the reach: what lies in one is linked without asking, so that thousands of
 * cells at one spot cost no more than others. Lines of longitude are nowhere wider apart than at the
 * equator, so this holds at every latitude.
 */
const squareDegrees = mastReachM / Math.SQRT2 / metresPerDegree;
/** So many squares away a neighbour within reach may lie, up to 45 degrees from the equator. */
const nearSquares = 2;

/** Links positions within reach of one another, single linkage; a group's number for each of them. */
function linkNear(positions: readonly SitePosition[]): number[] {
  const sets = createSets(positions.length);
  const squares = new Map<string, number[]>();
  const squareOf = ([lng, lat]: SitePosition) =>
    [Math.floor(lng / squareDegrees), Math.floor(lat / squareDegrees)] as const;
  const keyOf = (x: number, y: number) => `${x}/${y}`;
  for (const [index, position] of positions.entries()) {
    const key = keyOf(...squareOf(position));
    put(squares, key, index);
    sets.unite(index, squares.get(key)?.[0] ?? index);
  }
  const areLinked = (one: readonly number[], other: readonly number[]) =>
    one.some((a) =>
      other.some((b) => {
        const [from, to] = [positions[a], positions[b]];
        return from !== undefined && to !== undefined && distanceM(from, to) <= mastReachM;
      }),
    );
  for (const members of squares.values()) {
    const [first = 0] = members;
    const [x, y] = squareOf(positions[first] ?? [0, 0]);
    for (let dx = 0; dx <= nearSquares; dx += 1)
      for (let dy = dx === 0 ? 1 : -nearSquares; dy <= nearSquares; dy += 1) {
        const others = squares.get(keyOf(x + dx, y + dy));
        const [other] = others ?? [];
        if (others === undefined || other === undefined) continue;
        if (sets.rootOf(first) !== sets.rootOf(other) && areLinked(members, others))
          sets.unite(first, other);
      }
  }
  return positions.map((_, index) => sets.rootOf(index));
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function mastOf(cells: readonly StandingCell[]): Mast {
  const [first] = cells;
  const least = cells.reduce(
    (ref, { ownRef }) => (ownRef < ref ? ownRef : ref),
    first?.ownRef ?? '',
  );
  return {
    siteRef: first?.siteRef || least,
    position: [
      middle(cells.map(({ position }) => position[0])),
      middle(cells.map(({ position }) => position[1])),
    ],
  };
}

function put(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * The mast of each cell, in the order of the cells; the same masts whatever that order is. Cells that
 * name a site share it however far apart they are said to stand; the others share one with all of their
 * operator's unnamed cells within reach, and with what is within reach of those.
 */
export function groupIntoMasts(cells: readonly StandingCell[]): Mast[] {
  const groups = new Map<string, number[]>();
  const unnamed = new Map<string, number[]>();
  for (const [index, { operatorId, siteRef }] of cells.entries()) {
    if (siteRef !== '') put(groups, `named ${operatorId} ${siteRef}`, index);
    else put(unnamed, operatorId, index);
  }
  for (const [operatorId, members] of unnamed) {
    const linked = linkNear(members.map((index) => cells[index]?.position ?? [0, 0]));
    for (const [at, index] of members.entries())
      put(groups, `near ${operatorId} ${linked[at]}`, index);
  }
  const masts: Mast[] = [];
  for (const members of groups.values()) {
    const mast = mastOf(members.flatMap((index) => cells[index] ?? []));
    for (const index of members) masts[index] = mast;
  }
  return masts;
}
