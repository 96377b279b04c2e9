// Derives statuses again: for the villages a change touched, or for all of them.
import { technologies } from '#contract/evidence';
import { regionId } from '#contract/regions';
import { findMeta, setMeta, type Db } from '../platform/database.ts';
import { listRegencies } from '../regions/store.ts';
import type { PlaceStatus, StatusChange } from './contract.ts';
import { listServingOperators } from './evidence-store.ts';
import { readGround, type Ground } from './ground.ts';
import type { OperatorVerdict } from './rules.ts';
import { readSettings } from './settings-store.ts';
import {
  prepareSave,
  readFreshSince,
  setStatusVersion,
  statusVersion,
  toChange,
  type DerivedVillage,
  type OperatorRow,
} from './store.ts';
import {
  judgeVillage,
  restsOnModels,
  type OperatorSummary,
  type VillageVerdict,
} from './village-rules.ts';

/** Moves with every change of the rules: statuses derived by other rules are derived again at start. */
const rulesVersion = '3';

/** Where sources that name no operator stand. */
const anyOperatorId = '*';

/** The colour that lies under the pattern of a partial place; every other place has its own. */
function majorityOf(status: PlaceStatus, majority: PlaceStatus | undefined): PlaceStatus | null {
  return status === 'partial' ? (majority ?? null) : null;
}

/** The best technology of the evidence that counts, or, where nothing counts, of what is reported. */
function bestTechnology(verdicts: readonly OperatorVerdict[], confirmed: boolean): string {
  const ranks = verdicts
    .filter((verdict) => verdict.confirmed === confirmed)
    .map(({ made }) => technologies.findIndex((technology) => technology === made?.technology));
  return technologies[Math.max(0, ...ranks)] ?? 'none';
}

function operatorRow(id: number, summary: OperatorSummary): OperatorRow[] {
  const { operatorId, status, confirmed, made, majority, verdicts } = summary;
  if (made === null) return [];
  const known = verdicts.filter((verdict) => verdict.confirmed).length;
  return [
    {
      id,
      operator_id: operatorId,
      status,
      technology: bestTechnology(verdicts, confirmed),
      confirmed: Number(confirmed),
      observed_on: made.observedOn,
      is_sample: Number(made.isSample),
      has_conflict: Number(
        verdicts.some((verdict) => verdict.why.some((e) => e.part === 'conflict')),
      ),
      is_lacking: Number(verdicts.some((verdict) => verdict.lacking !== null)),
      is_modelled: Number(
        restsOnModels(
          status,
          verdicts.filter((verdict) => verdict.confirmed === confirmed),
        ),
      ),
      majority: majorityOf(status, majority),
      known_tenths: Math.floor((10 * known) / verdicts.length),
    },
  ];
}

/** A verdict as it is stored. */
function toDerived(id: number, verdict: VillageVerdict): DerivedVillage {
  const general = verdict.anyOperator[0];
  const anyOperator: OperatorSummary | null = general
    ? {
        operatorId: anyOperatorId,
        status: general.status,
        confirmed: general.confirmed,
        majority: general.status,
        servedFraction: 0,
        made: general.made,
        verdicts: [general],
      }
    : null;
  return {
    place: {
      id,
      status: verdict.status,
      confirmed: Number(verdict.confirmed),
      observed_on: verdict.observedOn,
      is_sample: Number(verdict.isSample),
      has_conflict: Number(verdict.hasConflict),
      is_lacking: Number(verdict.isLacking),
      is_modelled: Number(verdict.isModelled),
      majority: majorityOf(verdict.status, verdict.shares?.majority),
      known_tenths: Math.floor(10 * verdict.knownFraction),
      served_fraction: verdict.shares?.servedFraction ?? null,
    },
    operators: [...verdict.operators, ...(anyOperator ? [anyOperator] : [])].flatMap((summary) =>
      operatorRow(id, summary),
    ),
    localities: verdict.localities.map(({ locality, verdict: unit }) => {
      const all = [...unit.operators, unit.anyOperator];
      const days = all
        .filter((operator) => operator.confirmed === unit.confirmed)
        .flatMap(({ made }) => made?.observedOn ?? []);
      return {
        locality_id: locality.id,
        status: unit.status,
        confirmed: Number(unit.confirmed),
        observed_on: days.toSorted((a, b) => a.localeCompare(b)).at(-1) ?? null,
        is_sample: Number(verdict.isSample),
        has_conflict: Number(
          all.some((operator) => operator.why.some((e) => e.part === 'conflict')),
        ),
        is_lacking: Number(all.some((operator) => operator.lacking !== null)),
        is_modelled: Number(
          restsOnModels(
            unit.status,
            all.filter((operator) => operator.confirmed === unit.confirmed),
          ),
        ),
      };
    }),
  };
}

/** Prepares deriving; the returned function derives one village and gives back its change, or null. */
function prepareDerive(db: Db, today: string, version: number) {
  const operatorIds = listServingOperators(db).map((operator) => operator.id);
  const { settings } = readSettings(db);
  const freshSince = readFreshSince(db, today);
  const save = prepareSave(db);
  return (code: string, { evidence, localities }: Ground): StatusChange | null => {
    const verdict = judgeVillage(
      evidence.get(code) ?? [],
      localities.get(code) ?? [],
      operatorIds,
      settings,
    );
    const derived = toDerived(regionId(code), verdict);
    return save(derived, version) ? toChange(derived.place, freshSince) : null;
  };
}

/** The codes of each district, sorted: what they rest on is read in one go. */
function groupByDistrict(villageCodes: readonly string[]): string[][] {
  const districts = new Map<string, string[]>();
  for (const code of villageCodes.toSorted()) {
    const district = code.slice(0, '13.01.01'.length);
    const codes = districts.get(district);
    if (codes) codes.push(code);
    else districts.set(district, [code]);
  }
  return [...districts.values()];
}

/**
 * Derives the status of the villages again and stores what changed, in the caller's transaction.
 * Gives back the changes, all under one new version; none when everything stayed as it was.
 */
export function refreshStatuses(
  db: Db,
  villageCodes: readonly string[],
  today: string,
): StatusChange[] {
  const version = statusVersion(db) + 1;
  const derive = prepareDerive(db, today, version);
  const changes = groupByDistrict(villageCodes).flatMap((codes) => {
    const ground = readGround(db, [codes[0] ?? '', codes.at(-1) ?? '']);
    return codes.flatMap((code) => derive(code, ground) ?? []);
  });
  if (changes.length > 0) setStatusVersion(db, version);
  return changes;
}

/**
 * Derives every village again, a regency at a time, each in a transaction of its own, so that others
 * can write in between. Gives back how many villages changed.
 */
export function refreshAllStatuses(db: Db, today: string): number {
  let changed = 0;
  for (const regency of listRegencies(db)) {
    db.transaction(() => {
      const version = statusVersion(db) + 1;
      const derive = prepareDerive(db, today, version);
      const ground = readGround(db, [regency.code, `${regency.code}.~`]);
      const before = changed;
      for (const code of regency.villageCodes) if (derive(code, ground)) changed += 1;
      if (changed > before) setStatusVersion(db, version);
    })();
  }
  setMeta(db, 'status_rules', rulesVersion);
  return changed;
}

/** To be called with evidence that is derived later: a start before that derives every status again. */
export function markStatusesOutdated(db: Db): void {
  setMeta(db, 'status_rules', 'outdated');
}

/** Whether the stored statuses were derived by the rules of this version. */
export function areStatusesCurrent(db: Db): boolean {
  return findMeta(db, 'status_rules') === rulesVersion;
}
