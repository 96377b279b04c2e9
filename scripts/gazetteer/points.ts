// Believing a point or not, and choosing one for a whole district. Pure; positions are [lng, lat].
type Position = [number, number];

const kmPerDegree = 111.32;
/** Indonesia with its seas, [west, south, east, north] in degrees. */
const indonesia = [94.5, -11.5, 141.5, 6.5] as const;
/** A village's point farther than this from its district's others is an error of the source. */
const farKm = 100;
/** A village of another regency this near shows that a far point lies on strange ground. */
const amongKm = 25;
/** With fewer other points than this in the district their median says nothing. */
const enoughOthers = 3;

/** Distance in kilometres on a plane; good to a percent near the equator, within a regency. */
export function distanceKm(a: Position, b: Position): number {
  const midLat = ((a[1] + b[1]) / 2) * (Math.PI / 180);
  return kmPerDegree * Math.hypot((a[0] - b[0]) * Math.cos(midLat), a[1] - b[1]);
}

export function isInIndonesia([lng, lat]: Position): boolean {
  const [west, south, east, north] = indonesia;
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Whether `point` lies within 100 km of the median of `others`, its district's other points. */
export function isNearDistrict(point: Position, others: Position[]): boolean {
  if (others.length < enoughOthers) return true;
  const middle: Position = [median(others.map((p) => p[0])), median(others.map((p) => p[1]))];
  return distanceKm(point, middle) <= farKm;
}

/**
 * Whether a point can be believed. One far from its district must stand alone: districts of
 * scattered islands (Liukang Tangaya, Tambelan) do reach over 100 km, but an error of the source
 * puts a village among those of another regency, `strangers`.
 */
export function isPlausible(point: Position, others: Position[], strangers: Position[]): boolean {
  if (!isInIndonesia(point)) return false;
  if (isNearDistrict(point, others)) return true;
  return !strangers.some((stranger) => distanceKm(point, stranger) < amongKm);
}

/** The index of the point nearest to the mean of all, so that it lies in one of them; -1 of none. */
export function medoidIndex(points: Position[]): number {
  const mean: Position = [
    points.reduce((sum, p) => sum + p[0], 0) / points.length,
    points.reduce((sum, p) => sum + p[1], 0) / points.length,
  ];
  let best = -1;
  let bestKm = Number.POSITIVE_INFINITY;
  for (const [index, point] of points.entries()) {
    const km = distanceKm(point, mean);
    if (km < bestKm) [best, bestKm] = [index, km];
  }
  return best;
}
