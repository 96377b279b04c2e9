// What filed coverage and computed footprints say as evidence: models, never measurements. Pure.
import { technologies, type Technology } from '#contract/evidence';
import type { CoverageBasis } from '#contract/coverage';
import type { Evidence } from './rules.ts';

/** What the on-air layers of one operator, on one basis, cover of a village. */
export type OperatorCoverage = {
  basis: CoverageBasis;
  operatorId: string;
  /** ISO date of the filing, or of the last change of the operator's sites; and the instant. */
  datedOn: string;
  recordedAt: string;
  /** The operator says that it has nothing outside of what it filed. */
  isComplete: boolean;
  /** 0–1 of the village's area by technology; a technology that covers nothing is absent. */
  areaFractions: ReadonlyMap<Technology, number>;
  /** The best technology that covers each locality; one that nothing covers is absent. */
  covered: ReadonlyMap<string, Technology>;
};

const rankOf = (technology: Technology) => technologies.indexOf(technology);

/** The better of two technologies. */
export function betterTechnology(a: Technology, b: Technology): Technology {
  return rankOf(a) >= rankOf(b) ? a : b;
}

/**
 * The statements of one operator's coverage about one village. Localities whose position is known are
 * asked one by one, each at its point; a village without them as a whole: it is covered from
 * `villageFraction` of its area on, and below that nothing is said, for nobody knows where its people
 * live. Where nothing is covered a model says nothing (unknown is not none), unless the operator has
 * said that its filing is complete.
 */
export function modelledEvidence(
  coverage: OperatorCoverage,
  locatedIds: readonly string[],
  villageFraction: number,
): Evidence[] {
  const { basis, operatorId, areaFractions, covered, isComplete } = coverage;
  const kind = basis === 'filed' ? ('filing' as const) : ('computed' as const);
  const say = (localityId: string | null, technology: Technology): Evidence => ({
    id: `${kind}:${operatorId}`,
    kind,
    operatorId,
    localityId,
    technology,
    strength: null,
    isOutage: false,
    rsrpDbm: null,
    availability: null,
    observedOn: coverage.datedOn,
    recordedAt: coverage.recordedAt,
    verified: true,
    isSample: false,
    authorId: '',
    modelled: {
      areaFraction: Math.max(0, ...areaFractions.values()),
      localities: locatedIds.length,
      localitiesCovered: covered.size,
    },
  });
  if (areaFractions.size === 0 && covered.size === 0) return isComplete ? [say(null, 'none')] : [];
  if (locatedIds.length > 0)
    return locatedIds.flatMap((id) => {
      const technology = covered.get(id) ?? (isComplete ? 'none' : null);
      return technology === null ? [] : [say(id, technology)];
    });
  const reaching = [...areaFractions].filter(([, fraction]) => fraction >= villageFraction);
  if (reaching.length === 0) return [];
  return [say(null, reaching.map(([technology]) => technology).reduce(betterTechnology))];
}
