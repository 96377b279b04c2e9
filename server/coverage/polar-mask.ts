// The outline of marked cells of a polar grid (rays by steps) as rings: without cutting and joining
// thousands of small polygons. Pure; knows no positions.

/** Marked cells: `cells[ray * steps + step]` is 1. Rays go round, the last one lies beside the first. */
export type PolarMask = { rays: number; steps: number; cells: Uint8Array };

/** Between two rays and two steps: `ray` 0 is the edge before the first ray, `step` 0 the inmost edge. */
export type PolarNode = { ray: number; step: number };

/** Outwards, clockwise, inwards, counterclockwise: a cell's edges in this order have it on their right. */
const directions = [
  { ray: 0, step: 1 },
  { ray: 1, step: 0 },
  { ray: 0, step: -1 },
  { ray: -1, step: 0 },
] as const;

/** A node as one number, and where it lies. */
function createNodes({ rays, steps }: PolarMask) {
  const idOf = (ray: number, step: number) => ((ray + rays) % rays) * (steps + 1) + step;
  const nodeOf = (id: number): PolarNode => ({
    ray: Math.floor(id / (steps + 1)),
    step: id % (steps + 1),
  });
  return { idOf, nodeOf };
}

/** The directions of the edges that leave each node, as bits; marked cells lie to their right. */
function listEdges(mask: PolarMask): Map<number, number> {
  const { rays, steps, cells } = mask;
  const { idOf } = createNodes(mask);
  const isMarked = (ray: number, step: number) =>
    step >= 0 && step < steps && cells[((ray + rays) % rays) * steps + step] === 1;
  const edges = new Map<number, number>();
  const add = (ray: number, step: number, direction: number) => {
    const id = idOf(ray, step);
    edges.set(id, (edges.get(id) ?? 0) | (1 << direction));
  };
  for (let ray = 0; ray < rays; ray += 1)
    for (let step = 0; step < steps; step += 1) {
      if (!isMarked(ray, step)) continue;
      if (!isMarked(ray - 1, step)) add(ray, step, 0);
      if (!isMarked(ray, step + 1)) add(ray, step + 1, 1);
      if (!isMarked(ray + 1, step)) add(ray + 1, step + 1, 2);
      if (!isMarked(ray, step - 1)) add(ray + 1, step, 3);
    }
  return edges;
}

/** Takes one edge that leaves the node: round the same cell first; back only where a ring begins. */
function takeEdge(edges: Map<number, number>, node: number, cameBy: number): number {
  const left = edges.get(node) ?? 0;
  for (const turn of [1, 0, 3, 2]) {
    const direction = (cameBy + turn) % 4;
    if ((left & (1 << direction)) === 0) continue;
    const rest = left & ~(1 << direction);
    if (rest === 0) edges.delete(node);
    else edges.set(node, rest);
    return direction;
  }
  throw new Error('an outline that does not close');
}

/** Drops nodes between two edges along the same ray: they lie on one line. */
function withoutStraight(ring: readonly PolarNode[]): PolarNode[] {
  return ring.filter(({ ray }, at) => {
    const before = ring.at(at - 1);
    const after = ring[(at + 1) % ring.length];
    return before?.ray !== ray || after?.ray !== ray;
  });
}

/**
 * The outline of the marked cells: simple rings that touch in nodes at most, clockwise round what is
 * marked and against it round holes. Open: the first node does not come again.
 */
export function traceMask(mask: PolarMask): PolarNode[][] {
  const { idOf, nodeOf } = createNodes(mask);
  const edges = listEdges(mask);
  const rings: PolarNode[][] = [];
  for (const [start] of edges) {
    const path: number[] = [];
    /** Where in the path each node stands. */
    const places = new Map<number, number>();
    let node = start;
    let cameBy = 3;
    while (path.length > 0 || edges.has(node)) {
      const known = places.get(node);
      if (known !== undefined) {
        // A loop is closed: it is a ring of its own, and the path goes on from here.
        const loop = path.splice(known);
        for (const one of loop) places.delete(one);
        rings.push(withoutStraight(loop.map(nodeOf)));
        if (path.length === 0) continue;
      }
      places.set(node, path.length);
      path.push(node);
      cameBy = takeEdge(edges, node, cameBy);
      const { ray, step } = nodeOf(node);
      const { ray: rayWay, step: stepWay } = directions[cameBy] ?? directions[0];
      node = idOf(ray + rayWay, step + stepWay);
    }
  }
  return rings;
}
