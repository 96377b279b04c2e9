// Layers as the rows of a small table: operators down, technologies across, apart by what they rest on. Pure.
import {
  allOperators,
  cellTechnologies,
  type AreaCoverage,
  type CellTechnology,
  type CoverageBasis,
  type CoverageLayer,
  type CoveragePhase,
  type LayerKey,
  type VillageShare,
} from '#contract/coverage';

export type MatrixRow<L> = { operatorId: string; cells: ReadonlyMap<CellTechnology, L> };

/** What rests on the same and stands the same; never added up with another group. */
export type MatrixGroup<L> = { phase: CoveragePhase; basis: CoverageBasis; rows: MatrixRow<L>[] };

const sides = [
  ['on_air', 'computed'],
  ['on_air', 'filed'],
  ['planned', 'computed'],
  ['planned', 'filed'],
] as const;

export function isSameLayer(a: LayerKey, b: LayerKey): boolean {
  return (
    a.basis === b.basis &&
    a.phase === b.phase &&
    a.operatorId === b.operatorId &&
    a.technology === b.technology
  );
}

/** Operators in the order of `operatorIds`, all together before them where they are more than one. */
export function groupLayers<L extends LayerKey>(
  layers: readonly L[],
  operatorIds: readonly string[],
): MatrixGroup<L>[] {
  const rank = (id: string) =>
    id === allOperators ? -1 : (operatorIds.indexOf(id) + 1 || operatorIds.length + 1) - 1;
  return sides.flatMap(([phase, basis]) => {
    const own = layers.filter((layer) => layer.phase === phase && layer.basis === basis);
    const ids = [...new Set(own.map(({ operatorId }) => operatorId))];
    const isAlone = ids.filter((id) => id !== allOperators).length === 1;
    const rows = ids
      .filter((id) => !(isAlone && id === allOperators))
      .toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
      .map((operatorId) => ({
        operatorId,
        cells: new Map(
          own
            .filter((layer) => layer.operatorId === operatorId)
            .map((layer) => [layer.technology, layer]),
        ),
      }));
    return rows.length === 0 ? [] : [{ phase, basis, rows }];
  });
}

/** The technologies that any of the layers has, the weakest first. */
export function listTechnologies(layers: readonly LayerKey[]): CellTechnology[] {
  return cellTechnologies.filter((technology) =>
    layers.some((layer) => layer.technology === technology),
  );
}

/**
 * What each layer covers of a village; a layer that says nothing of it covers nothing. Of its localities
 * and people is known what the other layers tell.
 */
export function withNothing(
  layers: readonly LayerKey[],
  shares: readonly VillageShare[],
): VillageShare[] {
  const [first] = shares;
  const nothing = {
    areaFraction: 0,
    localities: first?.localities ?? 0,
    localitiesCovered: 0,
    populationBasis: first?.populationBasis ?? null,
    populationFraction: first?.populationBasis ? 0 : null,
  };
  return layers.map(({ basis, phase, operatorId, technology }) => {
    const key = { basis, phase, operatorId, technology };
    const known = shares.find((share) => isSameLayer(share, key));
    return known ?? { ...key, ...nothing };
  });
}

/** The sums of each layer; a layer that tells nothing of the area covers nothing of the same ground. */
export function sumsOf(layers: readonly LayerKey[], sums: readonly AreaCoverage[]): AreaCoverage[] {
  const [first] = sums;
  if (!first) return [];
  const nothing = {
    ...first,
    villagesCovered: 0,
    villagesPartly: 0,
    localitiesCovered: 0,
    populationCovered: 0,
  };
  return layers.map(({ basis, phase, operatorId, technology }) => {
    const key = { basis, phase, operatorId, technology };
    return sums.find((one) => isSameLayer(one, key)) ?? { ...nothing, ...key };
  });
}

export function isReached(share: VillageShare): boolean {
  return share.areaFraction > 0 || share.localitiesCovered > 0;
}

/** Of plans only groups that `reaches` tells of: elsewhere they are no news. What stands is always told. */
function withoutIdlePlans<L extends LayerKey>(
  layers: readonly L[],
  reaches: (layer: L) => boolean,
) {
  const reaching = new Set(
    layers.filter((layer) => layer.phase === 'planned' && reaches(layer)).map(({ basis }) => basis),
  );
  return layers.filter(({ phase, basis }) => phase === 'on_air' || reaching.has(basis));
}

/** What is worth telling of a village. */
export function listWorthTelling(shares: readonly VillageShare[]): VillageShare[] {
  return withoutIdlePlans(shares, isReached);
}

/** What is worth telling of an area. */
export function listTouching(sums: readonly AreaCoverage[]): AreaCoverage[] {
  return withoutIdlePlans(
    sums,
    ({ villagesCovered, villagesPartly }) => villagesCovered + villagesPartly > 0,
  );
}

const byTechnology: readonly (readonly CellTechnology[])[] = [['5g', '4g'], ['3g'], ['2g']];

/** The layer that stands and reaches most: of 4G or better, else of 3G, else of 2G; null: none reaches. */
function mostOf<L extends LayerKey>(layers: readonly L[], reach: (layer: L) => number): L | null {
  const standing = layers.filter((layer) => layer.phase === 'on_air' && reach(layer) > 0);
  for (const wanted of byTechnology) {
    const [most] = standing
      .filter(({ technology }) => wanted.includes(technology))
      .toSorted(
        (a, b) =>
          reach(b) - reach(a) || wanted.indexOf(a.technology) - wanted.indexOf(b.technology),
      );
    if (most) return most;
  }
  return null;
}

/** What the best of all operators reaches of a village today. */
export function bestShare(shares: readonly VillageShare[]): VillageShare | null {
  return mostOf(shares, ({ areaFraction, localities, localitiesCovered }) =>
    // A locality at the edge may be covered where nothing of the area is.
    Math.max(areaFraction, localities === 0 ? 0 : localitiesCovered / localities / 1e6),
  );
}

/** What the best of all operators covers of an area today. */
export function bestSums(sums: readonly AreaCoverage[]): AreaCoverage | null {
  return mostOf(sums, ({ villages, villagesCovered, villagesPartly }) =>
    villages === 0 ? 0 : (villagesCovered + villagesPartly / (villages + 1)) / villages,
  );
}

/** As of when a layer is known: its newest filing, or the last change of its sites. */
export function dayOf({ filedOn, sitesOn }: CoverageLayer): string | null {
  return filedOn ?? sitesOn;
}

/** The days that a group's layers are known by, oldest and newest; null where none has one. */
export function daysOf(
  group: Pick<MatrixGroup<unknown>, 'phase' | 'basis'>,
  layers: readonly CoverageLayer[],
): [oldest: string, newest: string] | null {
  const days = layers
    .filter(({ phase, basis }) => phase === group.phase && basis === group.basis)
    .flatMap((layer) => dayOf(layer) ?? [])
    .toSorted();
  const [oldest, newest] = [days[0], days.at(-1)];
  return oldest === undefined || newest === undefined ? null : [oldest, newest];
}
