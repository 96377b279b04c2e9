// From operators to a unit, and from a village's localities to the village (domain, section 4). Pure.
import {
  placeStatuses,
  type PlaceStatus,
  type ShareBasis,
  type StatusSettings,
} from './contract.ts';
import { isModelled, judgeOperator, type Evidence, type OperatorVerdict } from './rules.ts';

/** Best first. */
const ranking = ['served', 'partial', 'weak', '2g_only', 'outage', 'blankspot'] as const;

/**
 * The best of several statuses; `blankspot` only when all are known to be that, else `incomplete`;
 * `unknown` when nothing is known.
 */
export function combineStatuses(statuses: readonly PlaceStatus[]): PlaceStatus {
  const best = ranking.find((status) => statuses.includes(status));
  const isOpen = statuses.includes('unknown') || statuses.includes('incomplete');
  if (!best) return statuses.includes('incomplete') ? 'incomplete' : 'unknown';
  return best === 'blankspot' && isOpen ? 'incomplete' : best;
}

/** The statuses that mean there is a signal. */
const signals: readonly PlaceStatus[] = ['served', 'partial', 'weak', '2g_only'];

/** A status of a unit, confirmed or only shown. */
export type UnitVerdict = {
  status: PlaceStatus;
  confirmed: boolean;
  operators: OperatorVerdict[];
  /** What is said without naming an operator. */
  anyOperator: OperatorVerdict;
  /** That says there is a signal, yet every operator is known to have none. */
  isContradicted: boolean;
};

const anyOperatorId = '*';

type Told = { status: PlaceStatus; confirmed: boolean };

/** What counts decides; only where nothing counts do the others give a status, not confirmed. */
function countedStatuses(verdicts: readonly Told[]): PlaceStatus[] {
  const confirmed = verdicts.some((verdict) => verdict.confirmed);
  return verdicts.map((verdict) => (verdict.confirmed === confirmed ? verdict.status : 'unknown'));
}

/**
 * The status of one unit over all operators that serve the province: the best one's. A source that
 * names no operator and says "no signal" speaks of every operator; one that says there is a signal
 * speaks of one of those about whom nothing else is known.
 */
function judgeUnit(
  evidence: readonly Evidence[],
  operatorIds: readonly string[],
  settings: StatusSettings,
): UnitVerdict {
  const general = evidence.filter((e) => e.operatorId === null);
  const anyOperator = judgeOperator(anyOperatorId, general, settings);
  const { made } = anyOperator;
  const saysNothingThere = made !== null && anyOperator.status === 'blankspot';
  const saysSignal = made !== null && !saysNothingThere;
  const operators = operatorIds.map((id) => {
    const own = evidence.filter((e) => e.operatorId === id);
    return judgeOperator(id, saysNothingThere ? [...own, made] : own, settings);
  });
  const isOneOpen = operators.some((verdict) => !verdict.confirmed);
  const speaking = saysSignal && isOneOpen ? [...operators, anyOperator] : operators;
  const status = combineStatuses(countedStatuses(speaking));
  return {
    status,
    confirmed: speaking.some((verdict) => verdict.confirmed),
    operators,
    anyOperator,
    isContradicted: saysSignal && anyOperator.confirmed && !isOneOpen && !signals.includes(status),
  };
}

export type Locality = { id: string; population: number | null; households: number | null };

/** Households where all are known, else population where all are, else each locality counts one. */
export function shareBasis(localities: readonly Locality[]): ShareBasis {
  if (localities.every(({ households }) => households !== null)) return 'households';
  if (localities.every(({ population }) => population !== null)) return 'population';
  return 'count';
}

function weightOf(locality: Locality, basis: ShareBasis): number {
  if (basis === 'count') return 1;
  return (basis === 'households' ? locality.households : locality.population) ?? 0;
}

type Part = { status: PlaceStatus; weight: number };

export type Shares = {
  status: PlaceStatus;
  /** The status that most of the weight has. */
  majority: PlaceStatus;
  /** Of the whole weight, 0–1: what is served, and what nobody knows. */
  servedFraction: number;
  unknownFraction: number;
};

/**
 * The whole from its weighted parts: `partial` when neither none nor all of it is served. Parts
 * where nobody lives count nothing, unless nobody lives in any.
 */
export function combineParts(parts: readonly Part[]): Shares {
  const inhabited = parts.filter(({ weight }) => weight > 0);
  if (inhabited.length === 0 && parts.length > 0)
    return combineParts(parts.map((part) => ({ ...part, weight: 1 })));
  const sum = (some: readonly Part[]) => some.reduce((total, { weight }) => total + weight, 0);
  const isOpen = ({ status }: Part) => status === 'unknown' || status === 'incomplete';
  const served = inhabited.filter(({ status }) => status === 'served');
  const weightOfStatus = (status: PlaceStatus) =>
    sum(inhabited.filter((part) => part.status === status));
  const heaviest = placeStatuses.toSorted((a, b) => weightOfStatus(b) - weightOfStatus(a));
  const isPartial = served.length > 0 && served.length < inhabited.length;
  return {
    status: isPartial ? 'partial' : combineStatuses(inhabited.map(({ status }) => status)),
    majority: heaviest[0] ?? 'unknown',
    servedFraction: sum(served) / sum(inhabited),
    unknownFraction: sum(inhabited.filter(isOpen)) / sum(inhabited),
  };
}

export type OperatorSummary = {
  operatorId: string;
  status: PlaceStatus;
  confirmed: boolean;
  majority: PlaceStatus;
  servedFraction: number;
  /** The newest evidence that made it, anywhere in the village; null while unknown. */
  made: Evidence | null;
  verdicts: OperatorVerdict[];
};

export type VillageVerdict = {
  status: PlaceStatus;
  /** False when the status is only reported: shown, never counted. */
  confirmed: boolean;
  isSample: boolean;
  /** The newest day of the evidence it rests on; null while unknown. */
  observedOn: string | null;
  operators: OperatorSummary[];
  anyOperator: OperatorVerdict[];
  /** Empty for a village without localities. */
  localities: { locality: Locality; verdict: UnitVerdict }[];
  shares: (Shares & { basis: ShareBasis }) | null;
  /** Known operators of all, in every locality: 0–1. */
  knownFraction: number;
  hasConflict: boolean;
  isLacking: boolean;
  /** Rests on models alone. */
  isModelled: boolean;
};

/**
 * Whether a status rests on models alone: where one operator's signal is enough, when no signal is
 * known from elsewhere; where all must be absent, as soon as one absence is only modelled.
 */
export function restsOnModels(status: PlaceStatus, deciding: readonly OperatorVerdict[]): boolean {
  const wanted = status === 'partial' ? 'served' : status === 'incomplete' ? 'blankspot' : status;
  const made = deciding.flatMap((verdict) =>
    verdict.made !== null && verdict.status === wanted ? [verdict.made] : [],
  );
  if (made.length === 0) return false;
  return status === 'blankspot' ? made.some(isModelled) : made.every(isModelled);
}

function newest(made: readonly (Evidence | null)[]): Evidence | null {
  return made.reduce((best, e) => {
    if (!e) return best;
    return best === null || e.observedOn > best.observedOn ? e : best;
  }, null);
}

/**
 * The status of a village. What is said of the village as a whole speaks for every locality of which
 * nothing more precise is known. Samples fall silent as soon as there is real evidence; a model is none.
 */
export function judgeVillage(
  evidence: readonly Evidence[],
  localities: readonly Locality[],
  operatorIds: readonly string[],
  settings: StatusSettings,
): VillageVerdict {
  const isReal = evidence.some((e) => !e.isSample && !isModelled(e));
  const used = isReal ? evidence.filter((e) => !e.isSample) : evidence;
  const ids = new Set(localities.map(({ id }) => id));
  // A locality that is gone leaves its evidence to the village.
  const placed = used.map((e) =>
    e.localityId !== null && !ids.has(e.localityId) ? { ...e, localityId: null } : e,
  );
  const judge = (some: readonly Evidence[]) => judgeUnit(some, operatorIds, settings);
  const basis = shareBasis(localities);
  const units =
    localities.length === 0
      ? [{ weight: 1, verdict: judge(placed) }]
      : localities.map((locality) => ({
          weight: weightOf(locality, basis),
          verdict: judge(
            placed.filter((e) => e.localityId === null || e.localityId === locality.id),
          ),
        }));
  const combine = (verdicts: readonly Told[]): Shares & { confirmed: boolean } => {
    const statuses = countedStatuses(verdicts);
    const shares = combineParts(
      statuses.map((status, index) => ({ status, weight: units[index]?.weight ?? 1 })),
    );
    return { ...shares, confirmed: verdicts.some((verdict) => verdict.confirmed) };
  };
  const whole = combine(units.map((unit) => unit.verdict));
  const operators = operatorIds.map((operatorId, index): OperatorSummary => {
    const verdicts = units.flatMap(({ verdict }) => verdict.operators[index] ?? []);
    const { status, confirmed, majority, servedFraction } = combine(verdicts);
    const deciding = verdicts.filter((verdict) => verdict.confirmed === confirmed);
    const made = newest(deciding.map((verdict) => verdict.made));
    return { operatorId, status, confirmed, majority, servedFraction, made, verdicts };
  });
  const all = units.flatMap(({ verdict }) => [...verdict.operators, verdict.anyOperator]);
  const known = units.flatMap(({ verdict }) => verdict.operators).filter((o) => o.confirmed);
  const deciding = all.filter((verdict) => verdict.confirmed === whole.confirmed);
  const { confirmed, ...shares } = whole;
  return {
    status: whole.status,
    confirmed,
    isSample: used.some((e) => e.isSample),
    observedOn: newest(deciding.map((verdict) => verdict.made))?.observedOn ?? null,
    operators,
    anyOperator: units.map(({ verdict }) => verdict.anyOperator),
    localities: localities.flatMap((locality, index) => {
      const verdict = units[index]?.verdict;
      return verdict ? [{ locality, verdict }] : [];
    }),
    shares: localities.length === 0 ? null : { ...shares, basis },
    knownFraction:
      operatorIds.length === 0 ? 0 : known.length / (units.length * operatorIds.length),
    hasConflict:
      all.some((verdict) => verdict.why.some((e) => e.part === 'conflict')) ||
      units.some(({ verdict }) => verdict.isContradicted),
    isLacking: all.some((verdict) => verdict.lacking !== null),
    isModelled: restsOnModels(whole.status, deciding),
  };
}
