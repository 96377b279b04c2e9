// Who is without a signal today, and how people are counted who would get one. Pure: says nothing of
// where a footprint lies, and reads nothing.
import { cellTechnologies, type CellTechnology } from './contract.ts';
import type { OperatorVerdict } from '../status/rules.ts';
import type { PlaceStatus } from '#contract/status';

/** A place's status as people and statistics know it, with the verdicts that made it. */
export type Told = {
  status: PlaceStatus;
  confirmed: boolean;
  verdicts: readonly OperatorVerdict[];
};

export type Known = {
  hasSignal: boolean;
  /** Rests on what somebody saw or measured there; false: on official statistics. */
  isFromField: boolean;
};

/**
 * The technologies that a confirmed status says are there. `served` is 4G at least; a weak signal and
 * one of 2G or 3G are enough for those who ask for 2G or 3G, and not for those who ask for more.
 * A status that is absent here leaves it open.
 */
const technologiesOf: Partial<Record<PlaceStatus, readonly CellTechnology[]>> = {
  served: ['2g', '3g', '4g'],
  weak: ['2g', '3g'],
  '2g_only': ['2g', '3g'],
  blankspot: [],
  outage: [],
};

/** Whether a place has a signal of `technology` or better, as far as that is known; null: it is not. */
export function knownSignal(told: Told, technology: CellTechnology): Known | null {
  const reached = technologiesOf[told.status];
  if (!told.confirmed || reached === undefined) return null;
  const made = told.verdicts.flatMap(({ confirmed, status, made: evidence }) =>
    confirmed && status === told.status && evidence !== null ? [evidence] : [],
  );
  if (made.length === 0) return null;
  const has5g = told.status === 'served' && made.some((evidence) => evidence.technology === '5g');
  const hasSignal = technology === '5g' ? has5g : reached.includes(technology);
  const fromField = made.filter(({ kind }) => kind !== 'statistics').length;
  return { hasSignal, isFromField: hasSignal ? fromField > 0 : fromField === made.length };
}

/** Which coverage of today counts in a place: all of it is covered, none, or what layers cover. */
export const todays = ['everywhere', 'nowhere', 'filed', 'modelled'] as const;
export type Today = (typeof todays)[number];

/**
 * What is known decides before the model, in the order of the evidence: what people saw before what
 * operators filed, that before statistics, and these before what is computed.
 */
export function todayOf(known: Known | null): Today {
  if (known === null) return 'modelled';
  if (known.hasSignal) return 'everywhere';
  return known.isFromField ? 'nowhere' : 'filed';
}

/** What `part` is of `whole`, 0–1; an overlay is no more exact than a millionth. */
export function fractionOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, Math.round((part / whole) * 1e6) / 1e6);
}

/** Whether `technology` does for those who ask for `wanted` or better. */
export function isAtLeast(technology: CellTechnology, wanted: CellTechnology): boolean {
  return cellTechnologies.indexOf(technology) >= cellTechnologies.indexOf(wanted);
}

/** A locality whose position is known. */
export type PlacedLocality = { figure: number | null; isNew: boolean; isKnown: boolean };

export type Count = {
  /** Null: nobody knows. */
  total: number | null;
  /** Of them, counted by the area of their village; and those of whom it is known. */
  byArea: number;
  known: number;
};

const nobody: Count = { total: null, byArea: 0, known: 0 };

/**
 * How many of a village are newly reached (people, or households). Where every placed locality has a
 * figure, those newly reached are added up; else the village's figure is taken by area, as if its
 * people lived evenly spread; else what is known of its localities. By what it goes never depends on
 * the footprint, so that a larger one never reaches fewer. What nobody knows is null, and never 0.
 */
export function countNew(
  localities: readonly PlacedLocality[],
  villageFigure: number | null,
  area: { newFraction: number; isKnown: boolean },
): Count {
  const figured = localities.filter(({ figure }) => figure !== null);
  const isComplete = localities.length > 0 && figured.length === localities.length;
  if (!isComplete && villageFigure !== null) {
    const total = Math.round(villageFigure * area.newFraction);
    return { total, byArea: total, known: area.isKnown ? total : 0 };
  }
  if (figured.length === 0) return nobody;
  const sum = (some: readonly PlacedLocality[]) =>
    some.reduce((total, { figure }) => total + (figure ?? 0), 0);
  const reached = figured.filter(({ isNew }) => isNew);
  return { total: sum(reached), byArea: 0, known: sum(reached.filter(({ isKnown }) => isKnown)) };
}

/** From this part of a village on something of it is reached; less is the edge of a circle. */
const leastFraction = 0.01;

/** Whether a village counts as newly reached. */
export function isReached(newFraction: number, localitiesNew: number): boolean {
  return localitiesNew > 0 || newFraction >= leastFraction;
}
