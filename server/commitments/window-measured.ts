// Whether a measurement shows what an operator answered: that it serves a place already. Reads evidence
// village by village, and each once.
import type { Db } from '../platform/database.ts';
import { listEvidence } from '../status/evidence-store.ts';
import type { Evidence } from '../status/rules.ts';
import { readSettings } from '../status/settings-store.ts';
import { readFreshSince } from '../status/store.ts';
import type { PlaceRef } from './contract.ts';
import { heirOf, type Heirs } from './rules.ts';
import { proveServed } from './serving-rules.ts';

/**
 * Gives what tells whether a verified measurement, no older than evidence may be on `today` (ISO date),
 * shows that the operator serves the place. What was measured of an operator is its successor's.
 */
export function prepareIsMeasured(
  db: Db,
  heirs: Heirs,
  today: string,
): (place: PlaceRef, operatorId: string) => boolean {
  const { settings } = readSettings(db);
  const freshSince = readFreshSince(db, today);
  const known = new Map<string, readonly Evidence[]>();
  const evidenceOf = (code: string) => {
    const evidence = known.get(code) ?? listEvidence(db, [code, code]).get(code) ?? [];
    known.set(code, evidence);
    return evidence;
  };
  return ({ villageCode, localityId }, operatorId) => {
    const ownerId = heirOf(heirs, operatorId);
    const promised = { ownerId, kind: 'bts', localityId, onAirOn: freshSince } as const;
    return proveServed(promised, evidenceOf(villageCode), settings) !== null;
  };
}
