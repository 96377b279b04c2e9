// Pieces of evidence for the tests of the status rules, one by one and at random.
import * as fc from 'fast-check';
import { technologies } from '../../server/evidence/contract.ts';
import { evidenceKinds } from '../../server/status/contract.ts';
import type { Evidence } from '../../server/status/rules.ts';

export const operatorIds = ['telkomsel', 'indosat', 'xlsmart'];

/** A verified measurement: Telkomsel has nothing there. */
export function evidence(over: Partial<Evidence> = {}): Evidence {
  return {
    id: 'r1',
    kind: 'measurement',
    operatorId: 'telkomsel',
    localityId: null,
    technology: 'none',
    strength: null,
    isOutage: false,
    rsrpDbm: null,
    availability: null,
    observedOn: '2026-10-01',
    recordedAt: '2026-10-01T00:00:00.000Z',
    verified: true,
    isSample: false,
    authorId: 'sari',
    modelled: null,
    ...over,
  };
}

/** What says 4G, strong. */
export const served = { technology: '4g', strength: 'strong' } as const;

const day = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(Date.UTC(2023, 0, 1 + days)).toISOString().slice(0, 10));

/** Any real piece of evidence about three operators and two localities of one village. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...evidenceKinds),
    operatorId: fc.constantFrom(...operatorIds, null),
    localityId: fc.constantFrom('a', 'b', null),
    technology: fc.constantFrom(...technologies),
    strength: fc.constantFrom('weak', 'strong', 'very_strong' as const),
    isOutage: fc.boolean(),
    rsrpDbm: fc.option(fc.integer({ min: -140, max: -43 })),
    availability: fc.constantFrom('all_day', 'night_only', null),
    observedOn: day,
    verified: fc.boolean(),
    authorId: fc.constantFrom('sari', 'budi'),
  })
  .map((piece) => {
    const hasSignal = piece.technology !== 'none';
    return {
      ...piece,
      strength: hasSignal ? piece.strength : null,
      rsrpDbm: hasSignal ? piece.rsrpDbm : null,
      recordedAt: `${piece.observedOn}T00:00:00.000Z`,
      isSample: false,
      modelled: null,
    };
  });
