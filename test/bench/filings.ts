// What comparing an operator's plans costs: 5,000 sites against 5,000 of last month, by their ids and, at
// worst, by where they stand alone; beside a plain search of every site against every other.
import { distanceM } from '../../server/coverage/site-groups.ts';
import { sameSiteM } from '../../server/commitments/filing-contract.ts';
import { compareSites } from '../../server/commitments/filing-rules.ts';
import type { PlanSite } from '../../server/commitments/filing-site.ts';
import { ms, quantile, seededRandom, timeRuns, type Result } from './measure.ts';

const count = 5000;

/** Sites all over Sumatera Barat, each of three cells that are to be on air by the end of a quarter. */
function makeSites(random: () => number): PlanSite[] {
  return Array.from({ length: count }, (_, index): PlanSite => {
    const onAirOn = `2027-0${1 + Math.floor(random() * 9)}-28`;
    return {
      siteRef: `PDG${String(index).padStart(5, '0')}`,
      siteName: `Site ${index}`,
      position: [99 + random() * 3, -2.5 + random() * 3],
      cells: [0, 120, 240].map((azimuthDeg) => ({
        ...{ ref: `4g/1800/${azimuthDeg}`, technology: '4g', bandMhz: 1800, azimuthDeg },
        ...{ heightM: 42, beamwidthDeg: 65, radiusM: null, state: 'planned', onAirOn },
      })),
    };
  });
}

/** A month later: some moved, some are put off, some are gone, as many are new. */
function age(sites: readonly PlanSite[], random: () => number): PlanSite[] {
  return sites.map((site): PlanSite => {
    const chance = random();
    const [lng, lat] = site.position;
    if (chance < 0.03) return { ...site, siteRef: `N${site.siteRef}`, position: [lng + 0.1, lat] };
    if (chance < 0.06) return { ...site, position: [lng, lat + 0.01] };
    if (chance > 0.16) return site;
    const onAirOn = '2028-06-30';
    return { ...site, cells: site.cells.map((cell) => ({ ...cell, onAirOn })) };
  });
}

/** Without ids, and each up to 100 m away from where it stood. */
function rename(sites: readonly PlanSite[], random: () => number): PlanSite[] {
  const shift = () => (random() - 0.5) / 800;
  return sites.map((site, index) => {
    const [lng, lat] = site.position;
    return { ...site, siteRef: `@${index}`, position: [lng + shift(), lat + shift()] };
  });
}

/** How many sites have one within reach, by asking all of the others. */
function countNearPlainly(before: readonly PlanSite[], after: readonly PlanSite[]): number {
  return after.filter((site) => {
    const metres = before.map(({ position }) => distanceM(position, site.position));
    return Math.min(...metres) <= sameSiteM;
  }).length;
}

export async function benchFilings(): Promise<Result> {
  const random = seededRandom(11);
  const before = makeSites(random);
  const later = age(before, random);
  const renamed = rename(before, random);
  // One after the other in each run, so that both are measured under the same load.
  const plain: number[] = [];
  const nearest: number[] = [];
  await timeRuns(3, () => compareSites(before, later));
  const byId = await timeRuns(10, () => compareSites(before, later));
  for (let run = 0; run < 5; run += 1) {
    nearest.push(...(await timeRuns(1, () => compareSites(before, renamed))));
    plain.push(...(await timeRuns(1, () => countNearPlainly(before, renamed))));
  }
  const middle = (times: number[]) =>
    quantile(
      times.toSorted((a, b) => a - b),
      0.5,
    );
  return {
    rows: [
      {
        what: 'Plans of 5,000 sites against 5,000 of last month, by site id (p50 / max)',
        measured: `${ms(quantile(byId, 0.5))} / ${ms(byId.at(-1) ?? Number.NaN)}`,
        aim: '≤ 1 s',
      },
      {
        what: 'The same without a common id, by the nearest site alone (a plain search of all pairs)',
        measured: `${ms(middle(nearest))} (${ms(middle(plain))})`,
        aim: '≤ 1 s',
      },
    ],
    skipped: [],
  };
}
