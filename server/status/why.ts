// The answer to "why": a village's status with the evidence behind it, what it beat, what conflicts,
// and what is missing.
import type { Db } from '../platform/database.ts';
import type { EvidenceLine, OperatorLine, PlaceStatus, StatusWhy } from './contract.ts';
import {
  listServingOperators,
  listSources,
  type EvidenceSource,
  type NamedLocality,
} from './evidence-store.ts';
import { readGround } from './ground.ts';
import { monthsBefore, type Evidence, type Judged, type OperatorVerdict } from './rules.ts';
import { readSettings } from './settings-store.ts';
import { judgeVillage } from './village-rules.ts';

const noSource: EvidenceSource = { sourceName: '', officeName: '' };

const isReport = ({ kind }: Evidence) =>
  kind === 'report' || kind === 'measurement' || kind === 'joint_measurement';

/** Each piece of evidence once, with the strongest part it plays in any locality. */
function mergeParts(verdicts: readonly OperatorVerdict[]): Judged[] {
  const parts: EvidenceLine['part'][] = ['made', 'waiting', 'conflict', 'beaten'];
  const lines = new Map<string, Judged>();
  for (const line of verdicts.flatMap((verdict) => verdict.why)) {
    const known = lines.get(line.id);
    if (!known || parts.indexOf(line.part) < parts.indexOf(known.part)) lines.set(line.id, line);
  }
  return [...lines.values()].toSorted(
    (a, b) =>
      parts.indexOf(a.part) - parts.indexOf(b.part) || b.observedOn.localeCompare(a.observedOn),
  );
}

type Said = {
  operatorId: string | null;
  operatorName: string;
  status: PlaceStatus;
  confirmed: boolean;
  servedFraction: number;
  made: Evidence | null;
  verdicts: OperatorVerdict[];
};

/**
 * The status of a village derived anew, so that it always agrees with the evidence it lists.
 * `verifiedId`: a report taken as verified, to see what that would change; nothing is written.
 */
export function explainPlace(
  db: Db,
  code: string,
  today: string,
  verifiedId: string | null = null,
): StatusWhy {
  const ground = readGround(db, [code, code]);
  const stored = ground.evidence.get(code) ?? [];
  const evidence = stored.map((e) => (e.id === verifiedId ? { ...e, verified: true } : e));
  const localities = ground.localities.get(code) ?? [];
  const operators = listServingOperators(db);
  const { settings, changedAt } = readSettings(db);
  const verdict = judgeVillage(
    evidence,
    localities,
    operators.map((operator) => operator.id),
    settings,
  );
  const freshSince = monthsBefore(today, settings.evidenceAgeMonths);
  const isStale = (day: string | null) => day !== null && day < freshSince;
  const sources = listSources(db, code);
  const named = new Map<string, NamedLocality>(localities.map((place) => [place.id, place]));

  const toLine = (e: Judged): EvidenceLine => ({
    reportId: isReport(e) ? e.id : null,
    kind: e.kind,
    // A model speaks of all localities alike: one line tells how many of them.
    localityName:
      e.localityId === null || e.modelled !== null ? null : (named.get(e.localityId)?.name ?? null),
    technology: e.technology,
    strength: e.strength,
    isOutage: e.isOutage,
    rsrpDbm: e.rsrpDbm,
    availability: e.availability,
    observedOn: e.observedOn,
    verified: e.verified,
    isSample: e.isSample,
    modelled: e.modelled,
    ...(sources.get(e.id) ?? noSource),
    part: e.part,
  });
  const toOperatorLine = ({ made, verdicts, ...said }: Said): OperatorLine => ({
    ...said,
    stale: isStale(made?.observedOn ?? null),
    technology: made?.technology ?? null,
    strength: made?.strength ?? null,
    observedOn: made?.observedOn ?? null,
    lacking: verdicts.find((one) => one.lacking !== null)?.lacking ?? null,
    why: mergeParts(verdicts).map(toLine),
  });
  const nameOf = (id: string) => operators.find((operator) => operator.id === id)?.name ?? id;
  const general = verdict.anyOperator[0];
  const said: Said[] = [
    ...verdict.operators.map((summary) => ({
      ...summary,
      operatorName: nameOf(summary.operatorId),
    })),
    ...(general?.made
      ? [
          {
            operatorId: null,
            operatorName: '',
            status: general.status,
            confirmed: general.confirmed,
            servedFraction: 0,
            made: general.made,
            verdicts: [general],
          },
        ]
      : []),
  ];
  return {
    code,
    status: verdict.status,
    confirmed: verdict.confirmed,
    stale: isStale(verdict.observedOn),
    sample: verdict.isSample,
    conflict: verdict.hasConflict,
    modelled: verdict.isModelled,
    operators: said.map(toOperatorLine),
    localities: verdict.localities.map(({ locality, verdict: unit }) => {
      const days = unit.operators
        .filter((operator) => operator.confirmed === unit.confirmed)
        .flatMap(({ made }) => made?.observedOn ?? []);
      const observedOn = days.toSorted((a, b) => a.localeCompare(b)).at(-1) ?? null;
      const { kind = '', name = '' } = named.get(locality.id) ?? {};
      return {
        ...locality,
        kind,
        name,
        status: unit.status,
        confirmed: unit.confirmed,
        stale: isStale(observedOn),
        observedOn,
      };
    }),
    shares: verdict.shares && {
      basis: verdict.shares.basis,
      servedFraction: verdict.shares.servedFraction,
      unknownFraction: verdict.shares.unknownFraction,
    },
    knownFraction: verdict.knownFraction,
    settingsSince: changedAt,
  };
}
