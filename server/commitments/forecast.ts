// The forecast of an area as one who asks may see it. Reads; changes nothing.
import type { Account } from '../auth/contract.ts';
import type { Db } from '../platform/database.ts';
import { villageIdRange } from '../regions/store.ts';
import { forecast, measureDelays } from './forecast-rules.ts';
import { listDarkPlaces, listDuePromises, listOpenPromises } from './forecast-store.ts';
import type { Forecast } from './outlook-contract.ts';
import { maySee } from './rules.ts';
import { readHeirs, readOperatorNames } from './store.ts';

/**
 * `area`: a province, regency or district, '' all that is loaded; `today` an ISO date. Counts only
 * promises that `caller` may see; the delays are those of all areas.
 */
export function readForecast(db: Db, area: string, caller: Account, today: string): Forecast {
  const heirs = readHeirs(db);
  const isSeen = (one: Parameters<typeof maySee>[1]) => maySee(caller, one, today, heirs);
  const places = listDarkPlaces(db, villageIdRange(area === '' ? 'ID' : area));
  const villageIds = new Set(places.map(({ villageId }) => villageId));
  const promises = listOpenPromises(db, villageIds).filter(isSeen);
  const due = listDuePromises(db, today).filter(isSeen);
  const delays = measureDelays(due, today);
  const names = readOperatorNames(db);
  const owners = new Set([...delays.byOwner.keys(), ...promises.map(({ ownerId }) => ownerId)]);
  return {
    ...{ area, today, allDelays: delays.all },
    ...forecast(places, promises, delays, today),
    delays: [...owners]
      .map((operatorId) => ({
        operatorId,
        operatorName: names.get(operatorId) ?? operatorId,
        ...(delays.byOwner.get(operatorId) ?? { medianDays: null, promises: 0 }),
      }))
      .toSorted((a, b) => a.operatorName.localeCompare(b.operatorName)),
  };
}
