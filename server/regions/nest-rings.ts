// Which hole lies in which area, where rings are listed without saying it, as in a Shapefile. Pure.

type Corner = [number, number];
type Ring = { corners: Corner[]; area: number; box: [number, number, number, number] };

/** Twice the area would do; its sign tells the direction: negative is clockwise. */
function measure(corners: Corner[]): Ring {
  const box: Ring['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  let area = 0;
  let [lastX, lastY] = corners.at(-1) ?? [0, 0];
  for (const [x, y] of corners) {
    area += (lastX * y - x * lastY) / 2;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
    [lastX, lastY] = [x, y];
  }
  return { corners, area, box };
}

/** By the number of edges that a ray to the east crosses; null where the corner is one of the ring's. */
function isInside([x, y]: Corner, { corners }: Ring): boolean | null {
  let inside = false;
  let [lastX, lastY] = corners.at(-1) ?? [0, 0];
  for (const [nextX, nextY] of corners) {
    if (nextX === x && nextY === y) return null;
    if (nextY > y !== lastY > y && x < ((lastX - nextX) * (y - nextY)) / (lastY - nextY) + nextX)
      inside = !inside;
    [lastX, lastY] = [nextX, nextY];
  }
  return inside;
}

function contains(shell: Ring, hole: Ring): boolean {
  const [west, south, east, north] = hole.box;
  const isBoxInside =
    shell.box[0] <= west && shell.box[1] <= south && shell.box[2] >= east && shell.box[3] >= north;
  if (!isBoxInside || Math.abs(shell.area) <= Math.abs(hole.area)) return false;
  for (const corner of hole.corners) {
    const answer = isInside(corner, shell);
    if (answer !== null) return answer;
  }
  return true;
}

/** Each hole goes to the smallest shell around it; `strays` lie in none. */
function assign(shells: Ring[], holes: Ring[]): { areas: Corner[][][]; strays: Ring[] } {
  const bySize = shells
    .map((shell) => ({ shell, rings: [shell.corners] }))
    .toSorted((a, b) => Math.abs(a.shell.area) - Math.abs(b.shell.area));
  const strays = holes.filter((hole) => {
    const around = bySize.find(({ shell }) => contains(shell, hole));
    around?.rings.push(hole.corners);
    return around === undefined;
  });
  return { areas: bySize.map(({ rings }) => rings), strays };
}

/**
 * Polygons of rings, the shell first. Shells run clockwise, holes against it (ESRI Shapefile Technical
 * Description, 1998, page 8); where a hole then lies in no shell, the file may have it the other way
 * round, and a ring that lies in none either way is a shell.
 */
export function nestRings(rings: Corner[][]): Corner[][][] {
  const measured = rings.filter(({ length }) => length >= 3).map(measure);
  const clockwise = measured.filter(({ area }) => area < 0);
  const counter = measured.filter(({ area }) => area >= 0);
  const usual = assign(clockwise, counter);
  if (usual.strays.length === 0) return usual.areas;
  const reversed = assign(counter, clockwise);
  if (reversed.strays.length === 0) return reversed.areas;
  return [...usual.areas, ...usual.strays.map(({ corners }) => [corners])];
}
