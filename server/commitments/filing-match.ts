// Which sites of two filings are one: by their ids, else by where they stand. Pure, and the same whatever
// the order of the rows and whichever of the two comes first.
import KDBush from 'kdbush';
import { distanceM } from '../coverage/site-groups.ts';
import { sameSiteM } from './filing-contract.ts';
import { foldRef, type PlanSite } from './filing-site.ts';

/** A site before and after; null where it was not, or is no more. */
export type Pair = { before: PlanSite | null; after: PlanSite | null };

/** The sites by a key of their id; a key that several of them share tells nothing and is left out. */
function byUniqueKey(
  sites: Iterable<PlanSite>,
  keyOf: (ref: string) => string,
): Map<string, PlanSite> {
  const found = new Map<string, PlanSite | null>();
  for (const site of sites) {
    const key = keyOf(site.siteRef);
    if (key !== '') found.set(key, found.has(key) ? null : site);
  }
  return new Map([...found].filter((entry): entry is [string, PlanSite] => entry[1] !== null));
}

/** Takes out of both what shares a key. */
function pairByKey(
  befores: Set<PlanSite>,
  afters: Set<PlanSite>,
  keyOf: (ref: string) => string,
): Pair[] {
  const ofBefore = byUniqueKey(befores, keyOf);
  const pairs: Pair[] = [];
  for (const [key, after] of byUniqueKey(afters, keyOf)) {
    const before = ofBefore.get(key);
    if (before === undefined) continue;
    pairs.push({ before, after });
    befores.delete(before);
    afters.delete(after);
  }
  return pairs;
}

/** Metres of a degree of latitude, and of one of longitude at the equator, a little too few. */
const metresPerDegree = 110_000;

/** [lng, lat] differ by no more than this within the reach, degrees; longitudes narrow to the poles. */
function reachDegrees(latitude: number): { lng: number; lat: number } {
  const lat = sameSiteM / metresPerDegree;
  return { lng: lat / Math.max(0.01, Math.cos((latitude * Math.PI) / 180)), lat };
}

/** Two ids in an order that does not depend on which side they stand. */
const tieOf = (before: PlanSite, after: PlanSite) =>
  [before.siteRef, after.siteRef].sort().join('\n');

/** Takes out of both what stands within the reach of each other, the nearest pairs first. */
function pairNearest(befores: Set<PlanSite>, afters: Set<PlanSite>): Pair[] {
  if (befores.size === 0 || afters.size === 0) return [];
  const known = [...befores];
  const index = new KDBush(known.length);
  for (const { position } of known) index.add(...position);
  index.finish();
  const candidates = [...afters].flatMap((after) => {
    const [lng, lat] = after.position;
    const reach = reachDegrees(lat);
    return index
      .range(lng - reach.lng, lat - reach.lat, lng + reach.lng, lat + reach.lat)
      .flatMap((at) => {
        const before = known[at];
        if (before === undefined) return [];
        const metres = distanceM(before.position, after.position);
        return metres <= sameSiteM ? [{ before, after, metres, tie: tieOf(before, after) }] : [];
      });
  });
  candidates.sort((a, b) => a.metres - b.metres || (a.tie < b.tie ? -1 : 1));
  return candidates.flatMap(({ before, after }) => {
    if (!befores.has(before) || !afters.has(after)) return [];
    befores.delete(before);
    afters.delete(after);
    return [{ before, after }];
  });
}

/** Every site of both sides in exactly one pair. Ids are unique on either side (groupSites). */
export function pairSites(before: readonly PlanSite[], after: readonly PlanSite[]): Pair[] {
  const befores = new Set(before);
  const afters = new Set(after);
  return [
    ...pairByKey(befores, afters, (ref) => ref),
    ...pairByKey(befores, afters, foldRef),
    ...pairNearest(befores, afters),
    ...[...befores].map((site) => ({ before: site, after: null })),
    ...[...afters].map((site) => ({ before: null, after: site })),
  ];
}
