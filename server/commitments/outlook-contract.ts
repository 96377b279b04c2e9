// What goes over the wire about what lies ahead of a place and what lies behind it: what cannot be done
// yet, the forecast by quarter, and a place's whole story.
import { z } from 'zod';
import { ReportKind, ReportState, Strength, Technology } from '../evidence/contract.ts';
import { CommitmentKind, commitmentActions, CommitmentState, Reason } from './contract.ts';
import { Obstacle } from './obstacle-contract.ts';
import { answers } from './declaration-contract.ts';

/** Due: nobody has looked since the day that was set, that day included; `open` holds those too. */
export const obstacleStates = ['open', 'due', 'lifted'] as const;
export const ObstacleState = z.enum(obstacleStates);
export type ObstacleState = z.infer<typeof ObstacleState>;

/** One page of obstacles: due ones first, lifted ones last. */
export const ObstacleList = z.object({
  today: z.iso.date(),
  obstacles: z.array(Obstacle),
  /** How many there are in all, and of them due. */
  total: z.int(),
  due: z.int(),
  /** Where the next page begins; null: this is the last. */
  next: z.int().nullable(),
});
export type ObstacleList = z.infer<typeof ObstacleList>;

/** What is left without a signal, and who lives there as far as it is known. */
export const Remaining = z.object({
  places: z.int(),
  /** Sum over the places whose population is known. */
  people: z.int(),
  /** So many of `places` have a known population. */
  placesWithPeople: z.int(),
});
export type Remaining = z.infer<typeof Remaining>;

export const ForecastQuarter = z.object({
  /** The last day of the quarter. */
  endsOn: z.iso.date(),
  /** When every promise holds; what is late already counts at the end of the running quarter. */
  ifKept: Remaining,
  /** When each slips by its operator's median delay so far. */
  ifSlipped: Remaining,
});

/** How late promises were so far. */
export const Delay = z.object({
  /** Days between the first promised date and on air; null: too few promises have come due. */
  medianDays: z.int().nullable(),
  /** On how many promises that came due it rests. */
  promises: z.int(),
});
export type Delay = z.infer<typeof Delay>;

export const OperatorDelay = Delay.extend({ operatorId: z.string(), operatorName: z.string() });
export type OperatorDelay = z.infer<typeof OperatorDelay>;

export const Forecast = z.object({
  /** Province, regency or district; '' all that is loaded. */
  area: z.string(),
  today: z.iso.date(),
  now: Remaining,
  /** Of `now`: with a promise that is still owed or on air unmeasured; the others nobody has promised. */
  promised: Remaining,
  quarters: z.array(ForecastQuarter),
  /** By operator, by name; one with too few promises slips by what all of them slip, else not at all. */
  delays: z.array(OperatorDelay),
  allDelays: Delay,
});
export type Forecast = z.infer<typeof Forecast>;

/** One thing in the story of a village. Newest first on the wire. */
export const StoryEntry = z.object({
  /** Stable, to keep a list in order. */
  key: z.string(),
  /** The day it is about. */
  on: z.iso.date(),
  /** When it was written down; null: nobody knows the hour. */
  at: z.iso.datetime().nullable(),
  byName: z.string().nullable(),
  officeName: z.string().nullable(),
  /** The locality it is about; null: the village as a whole. */
  localityName: z.string().nullable(),
  what: z.discriminatedUnion('kind', [
    /** A report or measurement, by operator name: what was stated. */
    z.object({
      kind: z.literal('report'),
      reportId: z.uuid(),
      reportKind: ReportKind,
      state: ReportState,
      isSample: z.boolean(),
      statements: z.array(
        z.object({
          operatorName: z.string(),
          technology: Technology,
          strength: Strength.nullable(),
          isOutage: z.boolean(),
        }),
      ),
    }),
    z.object({
      kind: z.literal('answer'),
      windowId: z.uuid(),
      windowTitle: z.string(),
      operatorName: z.string(),
      answer: z.enum(answers),
      promisedOn: z.iso.date().nullable(),
      note: z.string(),
    }),
    z.object({
      kind: z.literal('commitment'),
      commitmentId: z.uuid(),
      number: z.int(),
      operatorName: z.string(),
      commitmentKind: CommitmentKind,
      action: z.enum(commitmentActions),
      toState: CommitmentState,
      promisedOn: z.iso.date().nullable(),
      promisedBefore: z.iso.date().nullable(),
      reason: Reason.nullable(),
      note: z.string(),
    }),
    z.object({
      kind: z.literal('obstacle'),
      obstacleId: z.uuid(),
      action: z.enum(['raised', 'looked', 'lifted']),
      operatorName: z.string().nullable(),
      reason: Reason,
      description: z.string(),
      lifter: z.string(),
      nextLookOn: z.iso.date().nullable(),
    }),
  ]),
});
export type StoryEntry = z.infer<typeof StoryEntry>;

export const Story = z.object({ entries: z.array(StoryEntry), isTruncated: z.boolean() });
export type Story = z.infer<typeof Story>;
