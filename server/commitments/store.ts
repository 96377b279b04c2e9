// Commitments read from SQL: one with its places and its history. All of them as short rows are
// board-store.ts's part, writing them write-store.ts's.
import { findMeta, type Db } from '../platform/database.ts';
import type { Commitment, CommitmentEvent, CommitmentPlace, CommitmentState } from './contract.ts';
import { namedPlaceColumns, namedPlaceJoins } from './place-store.ts';
import type { Heirs } from './rules.ts';

/** A commitment without what depends on who asks, and on which day. */
export type StoredCommitment = Omit<
  Commitment,
  'isLate' | 'moves' | 'mayReschedule' | 'mayAmend'
> & {
  /** The day of the last thing that happened to it, WIB. */
  updatedOn: string;
};

/** Counts up with every change of a commitment; 0 in a new database. */
export function commitmentVersion(db: Db): number {
  return Number(findMeta(db, 'commitment_version') ?? '0');
}

/** Which operators were taken over, and by whom. */
export function readHeirs(db: Db): Heirs {
  const rows = db
    .prepare('SELECT id, successor_id FROM operator WHERE successor_id IS NOT NULL')
    .raw()
    .all() as [string, string][];
  return new Map(rows);
}

/** The names of all operators, those taken over included. */
export function readOperatorNames(db: Db): ReadonlyMap<string, string> {
  const rows = db.prepare('SELECT id, name FROM operator').raw().all() as [string, string][];
  return new Map(rows);
}

/** The calendar day in western Indonesia of a stored instant. */
export const dayOf = (column: string) => `date(${column}, '+7 hours')`;

type Row = Omit<StoredCommitment, 'places' | 'events' | 'position' | 'tenants'> & {
  lng: number | null;
  lat: number | null;
  tenants: string;
};

const selectCommitment = `
  SELECT c.id, c.number, c.operator_id AS operatorId, o.name AS operatorName,
    c.owner_id AS ownerId, w.name AS ownerName, c.office_id AS officeId, f.name AS officeName,
    c.kind, c.technology, c.site_ref AS siteRef, c.site_name AS siteName, c.lng, c.lat,
    c.tower_owner AS towerOwner, c.tenants, c.programme, c.duty, c.basis_kind AS basisKind,
    c.basis_number AS basisNumber, c.basis_on AS basisOn, c.note,
    c.confidential_until AS confidentialUntil, c.state, c.first_promised_on AS firstPromisedOn,
    c.promised_on AS promisedOn, c.slips, c.agreed_on AS agreedOn, c.built_on AS builtOn,
    c.on_air_on AS onAirOn, c.serving_on AS servingOn, c.window_id AS windowId,
    d.title AS windowTitle, c.filing_id AS filingId, c.created_at AS createdAt,
    c.updated_at AS updatedAt, ${dayOf('c.updated_at')} AS updatedOn, a.name AS updatedByName,
    c.version
  FROM commitment c
    JOIN operator o ON o.id = c.operator_id JOIN operator w ON w.id = c.owner_id
    JOIN account a ON a.id = c.updated_by
    LEFT JOIN office f ON f.id = c.office_id
    LEFT JOIN declaration_window d ON d.id = c.window_id`;

function listPlaces(db: Db, id: string): CommitmentPlace[] {
  return db
    .prepare(
      `SELECT ${namedPlaceColumns}, p.served_on AS servedOn, p.served_by AS servedBy
       FROM commitment_place p ${namedPlaceJoins}
       WHERE p.commitment_id = ? ORDER BY p.position`,
    )
    .all(id) as CommitmentPlace[];
}

type EventRow = Omit<CommitmentEvent, 'changes'> & { changes: string | null };

/** What happened to a commitment, oldest first. */
function listEvents(db: Db, id: string): CommitmentEvent[] {
  const rows = db
    .prepare(
      `SELECT e.id, e.at, e.action, a.name AS byName, f.name AS officeName,
         e.from_state AS fromState, e.to_state AS toState, e.effective_on AS effectiveOn,
         e.promised_on AS promisedOn, e.promised_before AS promisedBefore, e.reason, e.note,
         e.detail AS changes, e.report_id AS reportId
       FROM commitment_event e LEFT JOIN account a ON a.id = e.account_id
         LEFT JOIN office f ON f.id = e.office_id
       WHERE e.commitment_id = ? ORDER BY e.id`,
    )
    .all(id) as EventRow[];
  return rows.map(({ changes, ...event }) => ({
    ...event,
    changes: changes === null ? null : (JSON.parse(changes) as CommitmentEvent['changes']),
  }));
}

export function findCommitment(db: Db, id: string): StoredCommitment | null {
  const row = db.prepare(`${selectCommitment} WHERE c.id = ?`).get(id) as Row | undefined;
  if (!row) return null;
  const { lng, lat, tenants, ...rest } = row;
  return {
    ...rest,
    position: lng === null || lat === null ? null : [lng, lat],
    tenants: JSON.parse(tenants) as string[],
    places: listPlaces(db, id),
    events: listEvents(db, id),
  };
}

/** Whose commitment of an operator is open at a site: id, number, and where it stands. */
export type SiteCommitment = {
  id: string;
  number: number;
  siteRef: string;
  state: CommitmentState;
  promisedOn: string;
};

/** The commitments of an operator that name a site and are neither given up nor serving. */
export function listSiteCommitments(db: Db, ownerId: string): SiteCommitment[] {
  return db
    .prepare(
      `SELECT id, number, site_ref AS siteRef, state, promised_on AS promisedOn FROM commitment
       WHERE owner_id = ? AND site_ref <> ''
         AND state IN ('proposed', 'agreed', 'in_progress', 'built', 'on_air')
       ORDER BY number`,
    )
    .all(ownerId) as SiteCommitment[];
}
