// When a measurement shows that a promised place is served, and what takes that back. Pure.
import { statusOfStatement, type Evidence } from '../status/rules.ts';
import type { StatusSettings } from '../status/contract.ts';
import type { CommitmentKind } from './contract.ts';

export type Promised = {
  /** Who owes it; evidence names the operator that took over already. */
  ownerId: string;
  kind: CommitmentKind;
  /** The locality that was promised; null: the village as a whole. */
  localityId: string | null;
  /** ISO date; what was measured before proves nothing. */
  onAirOn: string;
};

export type Proof = { servedOn: string; reportId: string };

const isMeasurement = ({ kind }: Evidence) =>
  kind === 'measurement' || kind === 'joint_measurement';

/** Fixed and satellite services have no 4G to measure: any connection that works is one. */
const isFixed = (kind: CommitmentKind) =>
  kind === 'vsat' || kind === 'fibre' || kind === 'super_wifi';

function isGood(evidence: Evidence, kind: CommitmentKind, settings: StatusSettings): boolean {
  if (isFixed(kind)) return evidence.technology !== 'none';
  return statusOfStatement(evidence, settings) === 'served';
}

function byTime(a: Evidence, b: Evidence): number {
  return a.observedOn.localeCompare(b.observedOn) || a.recordedAt.localeCompare(b.recordedAt);
}

/** What counts: verified, of that operator, since it is on air; measurements, and every outage. */
function isRelevant(one: Evidence, { ownerId, localityId, onAirOn }: Promised): boolean {
  return (
    one.verified &&
    !one.isSample &&
    one.operatorId === ownerId &&
    one.observedOn >= onAirOn &&
    (isMeasurement(one) || (one.kind === 'report' && one.isOutage)) &&
    (localityId === null || one.localityId === localityId)
  );
}

/**
 * Since when the promised place is shown to be served, by `evidence` of its village: by a verified
 * measurement of that operator that shows 4G of fair strength (settings), observed from the day on
 * which it went on air. An outage takes it back until it is measured again. A village as a whole is
 * served when it was measured somewhere and no locality's last word is against it; a locality only by
 * what was measured there. Null: nothing shows it.
 */
export function proveServed(
  promised: Promised,
  evidence: readonly Evidence[],
  settings: StatusSettings,
): Proof | null {
  const said = evidence.filter((one) => isRelevant(one, promised)).toSorted(byTime);
  // The last word of each locality, and under null that of the village as a whole.
  const words = new Map<string | null, Proof | null>();
  for (const one of said) {
    const isServed = isMeasurement(one) && isGood(one, promised.kind, settings);
    if (!isServed) {
      // An outage of the whole village ends what was shown of its localities.
      if (one.localityId === null) words.clear();
      words.set(one.localityId, null);
      continue;
    }
    if (words.get(null) === null) words.delete(null);
    const known = words.get(one.localityId);
    words.set(one.localityId, known ?? { servedOn: one.observedOn, reportId: one.id });
  }
  const proofs = [...words.values()];
  const good = proofs.filter((proof) => proof !== null);
  if (good.length === 0 || good.length < proofs.length) return null;
  return good.reduce((last, proof) => (proof.servedOn > last.servedOn ? proof : last));
}
