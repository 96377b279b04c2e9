// How a facility looks on the map and in lists: a letter per kind, filled when connected, crossed when not,
// hollow while nobody knows. Neutral: status colours mean status.
import type { FacilityConnection, FacilityKind } from '#contract/facilities';

export const facilityLetters: Record<FacilityKind, string> = {
  school: 'S',
  health: '+',
  village_office: 'K',
  district_office: 'C',
  worship: 'I',
  market: 'P',
  other: '•',
};

export const facilityLooks = ['connected', 'notConnected', 'unknown'] as const;
export type FacilityLook = (typeof facilityLooks)[number];

export function facilityLook(connection: FacilityConnection): FacilityLook {
  if (connection === 'unknown') return 'unknown';
  return connection === 'none' ? 'notConnected' : 'connected';
}
