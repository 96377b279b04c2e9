// Whether what a row says is stored already, just so. Looked up while rows are read; changes nothing.
import {
  type FiledArea,
  type FiledLayer,
  prepareFindFiling,
  prepareIsFiled,
} from '../coverage/filed-store.ts';
import { type CellDraft, prepareIsKnownCell } from '../coverage/site-store.ts';
import type { FacilityInput } from '../facilities/contract.ts';
import { findFacility, findFacilityId } from '../facilities/store.ts';
import { findPeople, type UnitPeople } from '../people/store.ts';
import type { Db } from '../platform/database.ts';
import type { Position } from '../regions/contract.ts';
import type { LocalityInput } from '../regions/locality-contract.ts';
import { findLocality, findLocalityId } from '../regions/locality-store.ts';
import { type Alias, aliasKey } from '../regions/place-alias.ts';
import type { Statistic, StatisticSource } from '../evidence/statistic-store.ts';
import { prepareExists } from './lookup-store.ts';

export type Known = {
  /** True also for one that its author took back: it is not to come again. */
  report(id: string): boolean;
  locality(input: LocalityInput): boolean;
  people(row: UnitPeople): boolean;
  facility(input: FacilityInput): boolean;
  statistic(row: Statistic, source: StatisticSource): boolean;
  cell(draft: CellDraft): boolean;
  /** Filed on this day (ISO date), and standing. */
  area(area: FiledArea, filedOn: string): boolean;
  /** The day of what stands filed for a layer; null: nothing is. */
  filedOn(layer: FiledLayer): string | null;
  alias(alias: Pick<Alias, 'kind' | 'villageCode'> & { written: string }): boolean;
};

/** A row without a point says nothing against the stored one. */
function isSamePoint(said: Position | null, stored: Position | null): boolean {
  return said === null || (stored !== null && said[0] === stored[0] && said[1] === stored[1]);
}

/** Prepares the questions once, for many rows. */
export function prepareKnown(db: Db): Known {
  const exists = prepareExists(db);
  const findFiling = prepareFindFiling(db);
  const filedDays = new Map<string, string | null>();
  return {
    report: exists.report,
    locality(input) {
      const id = findLocalityId(db, input.villageCode, input);
      const known = id === null ? null : findLocality(db, id);
      return (
        known !== null &&
        known.kind === input.kind &&
        known.name === input.name &&
        isSamePoint(input.position, known.position)
      );
    },
    people(row) {
      const known = findPeople(db, row.unit, row);
      return (
        known !== null && known.population === row.population && known.households === row.households
      );
    },
    facility(input) {
      const id = findFacilityId(db, input);
      const known = id === null ? null : findFacility(db, id);
      if (known === null) return false;
      // Older news of its connection changes nothing.
      const isOlder = (input.connectionOn ?? '') < (known.connectionOn ?? '');
      const saysTheSame =
        known.connection === input.connection && known.connectionOn === input.connectionOn;
      return (
        known.name === input.name &&
        (input.localityId === null || input.localityId === known.localityId) &&
        isSamePoint(input.position, known.position) &&
        (isOlder || saysTheSame)
      );
    },
    statistic: exists.statistic,
    cell: prepareIsKnownCell(db),
    area: prepareIsFiled(db),
    filedOn: (layer) => {
      const key = `${layer.operatorId}/${layer.technology}/${layer.phase}`;
      // Rows of one file ask for the same few layers; nothing is filed while they are read.
      const day = filedDays.get(key) ?? findFiling(layer).filedOn;
      filedDays.set(key, day);
      return day;
    },
    alias: ({ kind, written, villageCode }) =>
      exists.alias({ kind, key: aliasKey(kind, written, villageCode), villageCode }),
  };
}
