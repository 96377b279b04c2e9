// Commitments written in SQL: new ones, their steps, and the history that only grows. In the caller's
// transaction; who may do what is decided before.
import { findMeta, setMeta, type Db } from '../platform/database.ts';
import { regionId } from '../regions/contract.ts';
import type {
  CommitmentAmendment,
  CommitmentEvent,
  CommitmentInput,
  PlaceRef,
} from './contract.ts';
import type { Standing } from './rules.ts';

/** Who writes; `accountId` null is the app itself. */
export type Writer = { accountId: string | null; officeId: number | null; at: Date };

export type NewEvent = Pick<CommitmentEvent, 'action' | 'toState' | 'effectiveOn'> &
  Partial<
    Pick<
      CommitmentEvent,
      'fromState' | 'promisedOn' | 'promisedBefore' | 'reason' | 'note' | 'changes' | 'reportId'
    >
  >;

/** Tells everyone who keeps a list that it is another one now; what changed is marked with the version. */
export function bumpVersion(db: Db): number {
  const version = Number(findMeta(db, 'commitment_version') ?? '0') + 1;
  setMeta(db, 'commitment_version', String(version));
  return version;
}

/** Adds to the history of a commitment. */
export function recordEvent(db: Db, id: string, event: NewEvent, by: Writer): void {
  db.prepare(
    `INSERT INTO commitment_event (commitment_id, at, account_id, office_id, action, from_state,
       to_state, effective_on, promised_on, promised_before, reason, note, detail, report_id)
     VALUES (@id, @at, @accountId, @officeId, @action, @fromState, @toState, @effectiveOn,
       @promisedOn, @promisedBefore, @reason, @note, @detail, @reportId)`,
  ).run({
    ...{ fromState: null, promisedOn: null, promisedBefore: null, reason: null, note: '' },
    reportId: null,
    ...event,
    ...{ id, accountId: by.accountId, officeId: by.officeId, at: by.at.toISOString() },
    detail: event.changes ? JSON.stringify(event.changes) : null,
  });
}

function savePlaces(db: Db, id: string, places: readonly PlaceRef[]): void {
  const insert = db.prepare(
    `INSERT INTO commitment_place (commitment_id, position, village_id, locality_id)
     VALUES (?, ?, ?, ?)`,
  );
  for (const [position, { villageCode, localityId }] of places.entries())
    insert.run(id, position, regionId(villageCode), localityId);
}

export type NewCommitment = {
  id: string;
  input: CommitmentInput;
  ownerId: string;
  officeId: number | null;
  windowId: string | null;
  filingId: string | null;
};

/** The columns of the terms, by the names of the contract. */
const termColumns = {
  kind: 'kind',
  technology: 'technology',
  siteRef: 'site_ref',
  siteName: 'site_name',
  towerOwner: 'tower_owner',
  programme: 'programme',
  duty: 'duty',
  basisKind: 'basis_kind',
  basisNumber: 'basis_number',
  basisOn: 'basis_on',
  note: 'note',
  confidentialUntil: 'confidential_until',
} as const satisfies Partial<Record<keyof CommitmentAmendment, string>>;

/** Writes a proposed commitment with its places; its history is the caller's part (recordEvent). */
export function insertCommitment(
  db: Db,
  { id, input, ownerId, officeId, windowId, filingId }: NewCommitment,
  by: Writer & { accountId: string },
): void {
  const names = Object.entries(termColumns);
  db.prepare(
    `INSERT INTO commitment (id, number, operator_id, owner_id, office_id, lng, lat, tenants, state,
       first_promised_on, promised_on, window_id, filing_id, created_at, created_by, updated_at,
       updated_by, changed_in, ${names.map(([, column]) => column).join(', ')})
     VALUES (@id, (SELECT coalesce(max(number), 0) + 1 FROM commitment), @operatorId, @ownerId,
       @officeId, @lng, @lat, @tenantList, 'proposed', @promisedOn, @promisedOn, @windowId, @filingId,
       @at, @accountId, @at, @accountId, @changedIn, ${names.map(([name]) => `@${name}`).join(', ')})`,
  ).run({
    ...input,
    ...{ id, ownerId, officeId, windowId, filingId },
    lng: input.position?.[0] ?? null,
    lat: input.position?.[1] ?? null,
    tenantList: JSON.stringify(input.tenants),
    at: by.at.toISOString(),
    accountId: by.accountId,
    changedIn: bumpVersion(db),
  });
  savePlaces(db, id, input.places);
}

/** Writes where a commitment stands now; `accountId` null leaves who changed it last. */
export function saveStanding(db: Db, id: string, standing: Standing, by: Writer): void {
  db.prepare(
    `UPDATE commitment SET state = @state, promised_on = @promisedOn, slips = @slips,
       agreed_on = @agreedOn, built_on = @builtOn, on_air_on = @onAirOn, serving_on = @servingOn,
       updated_at = @at, updated_by = coalesce(@accountId, updated_by), version = version + 1,
       changed_in = @changedIn
     WHERE id = @id`,
  ).run({
    ...standing,
    ...{ id, at: by.at.toISOString(), accountId: by.accountId, changedIn: bumpVersion(db) },
  });
}

/** Writes amended terms; new places begin without a measurement. */
export function saveTerms(db: Db, id: string, terms: CommitmentAmendment, by: Writer): void {
  const { places, position, tenants, ...plain } = terms;
  const values = {
    ...Object.fromEntries(
      Object.entries(termColumns)
        .filter(([name]) => name in plain)
        .map(([name, column]) => [column, Reflect.get(plain, name) as unknown]),
    ),
    ...(position !== undefined && { lng: position?.[0] ?? null, lat: position?.[1] ?? null }),
    ...(tenants && { tenants: JSON.stringify(tenants) }),
  };
  const sets = Object.keys(values).map((column) => `${column} = @${column}, `);
  db.prepare(
    `UPDATE commitment SET ${sets.join('')} updated_at = @at, updated_by = @accountId,
       version = version + 1, changed_in = @changedIn WHERE id = @id`,
  ).run({
    ...values,
    ...{ id, at: by.at.toISOString(), accountId: by.accountId, changedIn: bumpVersion(db) },
  });
  if (places) {
    db.prepare('DELETE FROM commitment_place WHERE commitment_id = ?').run(id);
    savePlaces(db, id, places);
  }
}
