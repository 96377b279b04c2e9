// What goes over the wire about who lives where: figures of a day and a source, and sums of areas.
import { z } from 'zod';

/** More people than any village has; a larger number is a slip. */
const mostPeople = 1_000_000;

/** The newest figure that some source gives. */
export const Figure = z.object({ value: z.int(), datedOn: z.iso.date(), source: z.string() });
export type Figure = z.infer<typeof Figure>;

/** Per figure, because a newer source may know only one of them; null: nobody knows. */
export const NewestPeople = z.object({
  population: Figure.nullable(),
  households: Figure.nullable(),
});
export type NewestPeople = z.infer<typeof NewestPeople>;

const PeopleFields = z.object({
  /** The day the figures are of. */
  datedOn: z.iso.date(),
  source: z.string().trim().min(1).max(200),
  /** Null where the source does not say; never 0 for "not known". */
  population: z.int().min(0).max(mostPeople).nullable(),
  households: z.int().min(0).max(mostPeople).nullable(),
});

/** Figures as they are written down; a further row of the same day and source replaces the first. */
export const PeopleInput = PeopleFields.superRefine(({ population, households }, context) => {
  const refuse = (field: string, code: string) =>
    context.addIssue({ code: 'custom', path: [field], message: code, params: { code } });
  if (population === null && households === null) refuse('population', 'people_empty');
  // Columns that were taken for one another.
  if (population !== null && households !== null && households > population)
    refuse('households', 'households_exceed_population');
});
export type PeopleInput = z.infer<typeof PeopleInput>;

export const PeopleRow = PeopleFields.extend({
  recordedAt: z.iso.datetime(),
  recordedByName: z.string(),
});
export type PeopleRow = z.infer<typeof PeopleRow>;

/** Everything known of one village or locality. */
export const People = z.object({
  /** A village's code or a locality's id. */
  unit: z.string(),
  newest: NewestPeople,
  /** Newest first. */
  rows: z.array(PeopleRow),
  mayEdit: z.boolean(),
});
export type People = z.infer<typeof People>;

/** A sum over the villages of which the figure is known; `total` is null where it is of none. */
export const FigureSum = z.object({
  total: z.int().nullable(),
  /** So many villages have the figure. */
  villages: z.int(),
  oldestOn: z.iso.date().nullable(),
  newestOn: z.iso.date().nullable(),
});
export type FigureSum = z.infer<typeof FigureSum>;

export const PeopleSummary = z.object({
  code: z.string(),
  /** All villages of the area. */
  villages: z.int(),
  population: FigureSum,
  households: FigureSum,
});
export type PeopleSummary = z.infer<typeof PeopleSummary>;
