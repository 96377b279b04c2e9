// Holds commitments that are on air against what was measured: each place that is shown to be served is
// marked, all of them make it `serving`, an outage takes it back. In the caller's transaction.
import { regionId } from '../regions/contract.ts';
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { listEvidence } from '../status/evidence-store.ts';
import type { Evidence } from '../status/rules.ts';
import { readSettings } from '../status/settings-store.ts';
import { decideMove, isRefusal } from './rules.ts';
import { proveServed, type Proof } from './serving-rules.ts';
import {
  getOnAir,
  listAllOnAir,
  listOnAirIn,
  saveProof,
  type OnAir,
  type PlacedProof,
} from './serving-store.ts';
import { findCommitment } from './store.ts';
import { recordEvent, saveStanding } from './write-store.ts';

/** Reads the evidence of a village once, however many commitments name it. */
function createEvidence(db: Db): (villageCode: string) => readonly Evidence[] {
  const read = new Map<string, readonly Evidence[]>();
  return (code) => {
    const known = read.get(code);
    if (known) return known;
    const found = listEvidence(db, [code, code]).get(code) ?? [];
    read.set(code, found);
    return found;
  };
}

/** The state to which what is shown of its places takes a commitment; null: it stays. */
function stateShown(
  { state }: OnAir,
  proofs: readonly (Proof | null)[],
): { to: 'serving' | 'on_air'; on: string | null; reportId: string | null } | null {
  const last = proofs
    .filter((proof) => proof !== null)
    .reduce<Proof | null>((a, b) => (a !== null && a.servedOn >= b.servedOn ? a : b), null);
  const isServed = proofs.length > 0 && !proofs.includes(null);
  if (state === 'on_air' && isServed && last)
    return { to: 'serving', on: last.servedOn, reportId: last.reportId };
  if (state === 'serving' && !isServed) return { to: 'on_air', on: null, reportId: null };
  return null;
}

function createSettling(db: Db, at: Date) {
  const evidenceOf = createEvidence(db);
  const { settings } = readSettings(db);
  const app = { accountId: null, officeId: null, at };

  function prove(onAir: OnAir, { villageCode, localityId }: PlacedProof): Proof | null {
    const { ownerId, kind, state, onAirOn } = onAir;
    if (onAirOn === null || (state !== 'on_air' && state !== 'serving')) return null;
    return proveServed({ ownerId, kind, localityId, onAirOn }, evidenceOf(villageCode), settings);
  }

  /** Since when it is no longer served: the newest outage or bad measurement of its villages. */
  function brokenOn({ ownerId, places }: OnAir): string {
    const days = places
      .flatMap(({ villageCode }) => evidenceOf(villageCode))
      .filter((one) => one.verified && one.operatorId === ownerId)
      .map(({ observedOn }) => observedOn);
    return days.toSorted((a, b) => a.localeCompare(b)).at(-1) ?? isoDay(at);
  }

  /** Marks what is shown of one commitment; whether anything is another way now. */
  return (onAir: OnAir): boolean => {
    const proofs = onAir.places.map((place) => prove(onAir, place));
    let isChanged = false;
    for (const [index, { position, servedOn, servedBy }] of onAir.places.entries()) {
      const proof = proofs[index] ?? null;
      if (proof?.servedOn === servedOn && proof.reportId === servedBy) continue;
      if (proof === null && servedOn === null) continue;
      saveProof(db, onAir.id, position, proof);
      isChanged = true;
    }
    const shown = stateShown(onAir, proofs);
    const before = shown && findCommitment(db, onAir.id);
    if (!shown || !before) return isChanged;
    const on = shown.on ?? brokenOn(onAir);
    const move = { do: 'move', to: shown.to, on, reason: null, note: '' } as const;
    const decision = decideMove(before, move, 'measurement', isoDay(at));
    if (isRefusal(decision)) throw new Error(`settling ${onAir.id}: ${decision.code}`);
    saveStanding(db, onAir.id, decision.standing, app);
    const event = {
      action: shown.to === 'serving' ? ('served' as const) : ('broken' as const),
      ...{ fromState: before.state, toState: shown.to, effectiveOn: on, reportId: shown.reportId },
    };
    recordEvent(db, onAir.id, event, app);
    return true;
  };
}

/**
 * Settles the commitments that name one of the villages, or all of them (null). Gives back how many are
 * another way now.
 */
export function settleServing(db: Db, villageCodes: readonly string[] | null, at: Date): number {
  const found =
    villageCodes === null ? listAllOnAir(db) : listOnAirIn(db, villageCodes.map(regionId));
  const settle = createSettling(db, at);
  return found.filter((onAir) => settle(onAir)).length;
}

/** Settles one commitment after a step: what was shown before it holds only while it is on air. */
export function settleCommitment(db: Db, id: string, at: Date): void {
  createSettling(db, at)(getOnAir(db, id));
}
