// What goes over the wire about commitments: who promised what, where, by when, and what became of it.
import { z } from 'zod';

/** In the order of their life; the last two end it otherwise. */
export const commitmentStates = [
  'proposed',
  'agreed',
  'in_progress',
  'built',
  'on_air',
  'serving',
  'declined',
  'cancelled',
] as const;
export const CommitmentState = z.enum(commitmentStates);
export type CommitmentState = z.infer<typeof CommitmentState>;

/** Still owed: promised, and neither on air nor given up. */
export const owedStates = ['proposed', 'agreed', 'in_progress', 'built'] as const;

export const commitmentKinds = [
  'bts',
  'upgrade',
  'repeater',
  'vsat',
  'fibre',
  'super_wifi',
] as const;
export const CommitmentKind = z.enum(commitmentKinds);
export type CommitmentKind = z.infer<typeof CommitmentKind>;

/** Who pays: the operator itself, USO through BAKTI, or the regional budget. */
export const programmes = ['own', 'uso', 'regional'] as const;
export const Programme = z.enum(programmes);
export type Programme = z.infer<typeof Programme>;

/** Duty to build in 3T (tertinggal, terdepan, terluar) or other areas. */
export const duties = ['3t', 'non_3t'] as const;
export const Duty = z.enum(duties);
export type Duty = z.infer<typeof Duty>;

export const basisKinds = ['order', 'letter', 'decision', 'minutes'] as const;
export const BasisKind = z.enum(basisKinds);
export type BasisKind = z.infer<typeof BasisKind>;

/** Why something is late or cannot be done (domain, section 6): lahan, perizinan, listrik, backhaul,
 * geografis, keamanan, anggaran, kahar. */
export const reasons = [
  'land',
  'permit',
  'power',
  'backhaul',
  'geography',
  'security',
  'budget',
  'force_majeure',
] as const;
export const Reason = z.enum(reasons);
export type Reason = z.infer<typeof Reason>;

export const CommitmentTechnology = z.enum(['2g', '3g', '4g', '5g']);
export type CommitmentTechnology = z.infer<typeof CommitmentTechnology>;

const VillageCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.[1-3]\d{3}$/);
export const OperatorId = z.string().min(1).max(40);
/** [lng, lat], WGS 84. */
const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** A day that a plan can name. */
export const PlanDay = z.iso.date().refine((day) => day >= '2000-01-01' && day <= '2099-12-31', {
  params: { code: 'date_out_of_range' },
});
export const noteMaxLength = 1000;
export const Note = z.string().trim().max(noteMaxLength);

/** More places than one tower, or one decision, honestly covers. */
export const maxPlacesOfCommitment = 60;

/** A village, or one locality of it. */
export const PlaceRef = z.object({ villageCode: VillageCode, localityId: z.uuid().nullable() });
export type PlaceRef = z.infer<typeof PlaceRef>;

/** A place as a person tells it from its namesakes. */
export const NamedPlace = PlaceRef.extend({
  /** Of the locality, else of the village: the official word and the name. */
  kind: z.string(),
  name: z.string(),
  villageKind: z.string(),
  villageName: z.string(),
  districtName: z.string(),
  regencyCode: z.string(),
  regencyName: z.string(),
});
export type NamedPlace = z.infer<typeof NamedPlace>;

const Places = z
  .array(PlaceRef)
  .min(1)
  .max(maxPlacesOfCommitment)
  .refine(
    (list) => new Set(list.map((p) => `${p.villageCode}/${p.localityId}`)).size === list.length,
    {
      params: { code: 'place_twice' },
    },
  );

/** What is said of a commitment beside its state and its dates. */
const CommitmentTerms = z.object({
  kind: CommitmentKind,
  technology: CommitmentTechnology.nullable(),
  places: Places,
  /** The operator's own id and name of the site; '' where none is named. */
  siteRef: z.string().trim().max(80),
  siteName: z.string().trim().max(120),
  /** Where it is to stand; null: not said. */
  position: Position.nullable(),
  /** Whose tower it is, '' not said; the operators that share it beside the one who promises. */
  towerOwner: z.string().trim().max(120),
  tenants: z.array(OperatorId).max(10),
  programme: Programme,
  duty: Duty.nullable(),
  basisKind: BasisKind.nullable(),
  basisNumber: z.string().trim().max(120),
  basisOn: PlanDay.nullable(),
  note: Note,
  /** No other operator's liaison sees it before that day. */
  confidentialUntil: PlanDay.nullable(),
});

/** What is written down first; the id is made by the client, so that a retry never makes a second one. */
export const CommitmentInput = CommitmentTerms.extend({
  operatorId: OperatorId,
  /** By when it is on air. */
  promisedOn: PlanDay,
}).strict();
export type CommitmentInput = z.infer<typeof CommitmentInput>;

/** What may be amended, by field; what is absent stays. */
export const CommitmentAmendment = CommitmentTerms.partial().strict();
export type CommitmentAmendment = z.infer<typeof CommitmentAmendment>;

/**
 * What is done to a commitment. `move` goes to another state, of which it holds in the field since
 * `on`; giving up needs a reason, going back a note. `reschedule` keeps the earlier date; a later one
 * needs a reason.
 */
export const CommitmentStep = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('move'),
    to: CommitmentState,
    on: PlanDay,
    reason: Reason.nullable().default(null),
    note: Note.default(''),
  }),
  z.strictObject({
    do: z.literal('reschedule'),
    promisedOn: PlanDay,
    reason: Reason.nullable().default(null),
    note: Note.default(''),
  }),
  z.strictObject({ do: z.literal('amend'), terms: CommitmentAmendment, note: Note.default('') }),
]);
export type CommitmentStep = z.infer<typeof CommitmentStep>;

export const commitmentActions = [
  'proposed',
  'moved',
  'rescheduled',
  'amended',
  'served',
  'broken',
  'inherited',
] as const;

/** One thing that happened to a commitment. */
export const CommitmentEvent = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  action: z.enum(commitmentActions),
  /** Null: by the app itself, from a measurement or an outage. */
  byName: z.string().nullable(),
  officeName: z.string().nullable(),
  fromState: CommitmentState.nullable(),
  toState: CommitmentState,
  effectiveOn: z.iso.date(),
  promisedOn: z.iso.date().nullable(),
  promisedBefore: z.iso.date().nullable(),
  reason: Reason.nullable(),
  note: z.string(),
  /** Of an amendment: field → as it was and as it is, in the form of CommitmentTerms. */
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).nullable(),
  reportId: z.uuid().nullable(),
});
export type CommitmentEvent = z.infer<typeof CommitmentEvent>;

export const CommitmentPlace = NamedPlace.extend({
  /** Since when a measurement shows that it is served, and which report does; null: none does. */
  servedOn: z.iso.date().nullable(),
  servedBy: z.uuid().nullable(),
});
export type CommitmentPlace = z.infer<typeof CommitmentPlace>;

export const Commitment = CommitmentTerms.omit({ places: true }).extend({
  id: z.uuid(),
  number: z.int(),
  /** Who promised it, and who owes it now: another one only where it was taken over. */
  operatorId: z.string(),
  operatorName: z.string(),
  ownerId: z.string(),
  ownerName: z.string(),
  officeId: z.int().nullable(),
  officeName: z.string().nullable(),
  places: z.array(CommitmentPlace),
  state: CommitmentState,
  firstPromisedOn: z.iso.date(),
  promisedOn: z.iso.date(),
  slips: z.int(),
  agreedOn: z.iso.date().nullable(),
  builtOn: z.iso.date().nullable(),
  onAirOn: z.iso.date().nullable(),
  servingOn: z.iso.date().nullable(),
  isLate: z.boolean(),
  /** The window and the filing that it comes from. */
  windowId: z.uuid().nullable(),
  windowTitle: z.string().nullable(),
  filingId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  updatedByName: z.string(),
  version: z.int(),
  /** Oldest first. */
  events: z.array(CommitmentEvent),
  /** The states to which the one who asks may move it now; and what else they may do. */
  moves: z.array(CommitmentState),
  mayReschedule: z.boolean(),
  /** The fields that they may amend. */
  mayAmend: z.array(z.string()),
});
export type Commitment = z.infer<typeof Commitment>;

/** A commitment as a row of the board: short, because all of them travel at once. */
export const CommitmentRow = z.object({
  id: z.uuid(),
  number: z.int(),
  operatorId: z.string(),
  ownerId: z.string(),
  kind: CommitmentKind,
  programme: Programme,
  duty: Duty.nullable(),
  state: CommitmentState,
  firstPromisedOn: z.iso.date(),
  promisedOn: z.iso.date(),
  slips: z.int(),
  builtOn: z.iso.date().nullable(),
  onAirOn: z.iso.date().nullable(),
  servingOn: z.iso.date().nullable(),
  /** Called by its site, '' where none is named. */
  siteName: z.string(),
  /** The villages' region ids, each once; the first one's name, and how many places there are. */
  villageIds: z.array(z.int()),
  placeName: z.string(),
  places: z.int(),
  isConfidential: z.boolean(),
  updatedOn: z.iso.date(),
  version: z.int(),
});
export type CommitmentRow = z.infer<typeof CommitmentRow>;

/** All commitments that the one who asks may see, late first, then by promised date. */
export const CommitmentList = z.object({
  version: z.int(),
  /** The day by which "late" is judged: an owed one is late when its promised date is before it. */
  today: z.iso.date(),
  /** Every operator by its name, also those that were taken over. */
  operators: z.array(z.object({ id: z.string(), name: z.string() })),
  rows: z.array(CommitmentRow),
});
export type CommitmentList = z.infer<typeof CommitmentList>;

/** The rows as they travel, a column a field: 10,000 of them are a third smaller so, and sooner made. */
export type CommitmentColumns = { [Field in keyof CommitmentRow]: CommitmentRow[Field][] };
export const PackedCommitments = CommitmentList.omit({ rows: true }).extend({
  /** The fields of CommitmentRow, each with the values of all rows. */
  columns: z.custom<CommitmentColumns>().meta({ type: 'object' }),
});
export type PackedCommitments = z.infer<typeof PackedCommitments>;

export const commitmentFields = Object.keys(CommitmentRow.shape) as (keyof CommitmentRow)[];

/** The list from what travelled. */
export function unpackCommitments({ columns, ...list }: PackedCommitments): CommitmentList {
  const rows = columns.id.map(
    (_, index) =>
      Object.fromEntries(
        commitmentFields.map((field) => [field, columns[field][index]]),
      ) as CommitmentRow,
  );
  return { ...list, rows };
}
