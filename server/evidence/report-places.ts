// The locality and the facility that a report names: they must be the village's own, and a locality's
// written name that means a known one exactly is linked to it.
import type { Db } from '../platform/database.ts';
import { refuseField } from '../platform/problem.ts';
import { findFacility } from '../facilities/store.ts';
import { findLocality, findLocalityId } from '../regions/locality-store.ts';
import type { ReportInput } from './contract.ts';

/** Which word stands before the name is part of the name here; only RW and RT need it as their kind. */
function kindIn(name: string): string {
  return /^(rw|rt)\b/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * The input with its locality settled. Throws `locality_unknown`, `locality_elsewhere`,
 * `facility_unknown` or `facility_elsewhere`. A near spelling links nothing: that is for a person.
 */
export function settlePlaces(db: Db, input: ReportInput): ReportInput {
  const { villageCode, localityId, localityName, facilityId } = input;
  const facility = facilityId === null ? null : findFacility(db, facilityId);
  if (facilityId !== null && facility?.villageCode !== villageCode)
    throw refuseField(
      'facilityId',
      facility ? 'facility_elsewhere' : 'facility_unknown',
      facilityId,
    );
  if (localityId !== null) {
    const locality = findLocality(db, localityId);
    if (locality?.villageCode !== villageCode)
      throw refuseField(
        'localityId',
        locality ? 'locality_elsewhere' : 'locality_unknown',
        localityId,
      );
    return { ...input, localityName: '' };
  }
  if (localityName === '') return input;
  const called = { kind: kindIn(localityName), name: localityName };
  const known = findLocalityId(db, villageCode, called);
  return known === null ? input : { ...input, localityId: known, localityName: '' };
}

/** What an earlier version said, without places that are gone since. */
export function withKnownPlaces(db: Db, input: ReportInput): ReportInput {
  const { localityId, facilityId } = input;
  const hasLocality = localityId !== null && findLocality(db, localityId) !== null;
  const hasFacility = facilityId !== null && findFacility(db, facilityId) !== null;
  return {
    ...input,
    localityId: hasLocality ? localityId : null,
    facilityId: hasFacility ? facilityId : null,
    connection: hasFacility ? input.connection : null,
  };
}
