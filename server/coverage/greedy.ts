// Greedy maximum coverage: of many candidates, the few that together reach most. Pure; knows neither
// towers nor people. Greedy is within 1 − 1/e (63 %) of the best there is (Nemhauser, Wolsey and
// Fisher 1978), and no way that takes less than a lifetime is known to promise more.

export type Reaching = {
  /** No more than this can be gained by it: spares looking closer at those that are out of reach. */
  bound: number;
  /** Indices of the units that it reaches, each once; asked for when it comes into question. */
  reach: () => readonly number[];
};

export type Step = {
  /** Index of the candidate. */
  candidate: number;
  /** Indices of the units that it reaches and those before it did not. */
  units: number[];
  /** Their weight. */
  weight: number;
};

/**
 * At most `count` candidates, one after the other: each adds most of what those before it left. Ends
 * when nothing more is gained. Weights are not negative. Of equal ones the earlier in the list wins,
 * so that the result does not depend on anything but the list.
 */
export function chooseGreedily(
  candidates: readonly Reaching[],
  weights: readonly number[],
  count: number,
): Step[] {
  const isReached = new Set<number>();
  const reaches = new Map<number, readonly number[]>();
  const reachOf = (index: number) => {
    const known = reaches.get(index) ?? candidates[index]?.reach() ?? [];
    reaches.set(index, known);
    return known;
  };
  const left = (index: number) => reachOf(index).filter((unit) => !isReached.has(unit));
  const weigh = (units: readonly number[]) =>
    units.reduce((total, unit) => total + (weights[unit] ?? 0), 0);
  // What a candidate gained in an earlier step bounds what it gains now: others only take from it.
  const open = candidates.map(({ bound }, index) => ({ index, bound }));
  const steps: Step[] = [];
  while (steps.length < count) {
    open.sort((a, b) => b.bound - a.bound || a.index - b.index);
    let best: Step | null = null;
    for (const candidate of open) {
      if (candidate.bound <= 0) break;
      if (best && candidate.bound < best.weight) break;
      const units = left(candidate.index);
      candidate.bound = weigh(units);
      const isEqual = candidate.bound === best?.weight && candidate.index < best.candidate;
      if (best === null || candidate.bound > best.weight || isEqual)
        best = { candidate: candidate.index, units, weight: candidate.bound };
    }
    if (best === null || best.weight <= 0) break;
    for (const unit of best.units) isReached.add(unit);
    steps.push(best);
  }
  return steps;
}
