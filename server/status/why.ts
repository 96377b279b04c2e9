// The answer to "why": a village's status with the evidence behind each operator's.
import type { Db } from '../platform/database.ts';
import type { EvidenceLine, StatusWhy } from './contract.ts';
import { freshSince, judgePlace } from './rules.ts';
import { listEvidence, listServingOperators } from './store.ts';

/** The status of a village derived anew, so that it always agrees with the evidence it lists. */
export function explainPlace(db: Db, code: string, today: string): StatusWhy {
  const evidence = listEvidence(db, code);
  const operators = listServingOperators(db);
  const verdict = judgePlace(
    evidence,
    operators.map((operator) => operator.id),
  );
  const freshFrom = freshSince(today);
  const isStale = (day: string | null) => day !== null && day < freshFrom;
  const named = new Map(evidence.map((e) => [`${e.reportId} ${e.operatorId}`, e]));
  return {
    code,
    status: verdict.status,
    confirmed: verdict.confirmed,
    stale: isStale(verdict.observedOn),
    sample: verdict.isSample,
    operators: verdict.operators.map((operator) => ({
      operatorId: operator.operatorId,
      operatorName: operators.find(({ id }) => id === operator.operatorId)?.name ?? '',
      status: operator.status,
      confirmed: operator.confirmed,
      stale: isStale(operator.made?.observedOn ?? null),
      technology: operator.made?.technology ?? null,
      strength: operator.made?.strength ?? null,
      observedOn: operator.made?.observedOn ?? null,
      why: operator.why.map((e): EvidenceLine => {
        const names = named.get(`${e.reportId} ${e.operatorId}`);
        return {
          reportId: e.reportId,
          operatorId: e.operatorId,
          technology: e.technology,
          strength: e.strength,
          observedOn: e.observedOn,
          verified: e.verified,
          isSample: e.isSample,
          authorName: names?.authorName ?? '',
          officeName: names?.officeName ?? '',
          part: e.part,
        };
      }),
    })),
  };
}
