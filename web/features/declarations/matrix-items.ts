// What the matrix shows: places under their regencies, narrowed to those one asks for, counted for each
// operator. Pure.
import type { DeclarationWindow, WindowAnswer, WindowPlace } from '#contract/declarations';
import { regencyOf } from './place-words.ts';

export const matrixFilters = ['all', 'proposal', 'promised', 'unanswered'] as const;
export type MatrixFilter = (typeof matrixFilters)[number];

export type MatrixItem = { regency: string; places: number } | { place: WindowPlace };

const isMissing = (answer: WindowAnswer | undefined) =>
  answer === undefined || answer.answer === 'silent';

export function answerOf(place: WindowPlace, operatorId: string): WindowAnswer | undefined {
  return place.answers.find((answer) => answer.operatorId === operatorId);
}

function passes(place: WindowPlace, filter: MatrixFilter, operatorIds: readonly string[]): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'proposal':
      return place.isForProposal;
    case 'promised':
      return place.answers.some(({ answer }) => answer === 'build');
    case 'unanswered':
      return operatorIds.some((id) => isMissing(answerOf(place, id)));
  }
}

export function filterPlaces(
  { matrix, operators }: DeclarationWindow,
  filter: MatrixFilter,
): WindowPlace[] {
  const ids = operators.map(({ id }) => id);
  return matrix.filter((place) => passes(place, filter, ids));
}

/** A line with its name before the places of each regency. */
export function listItems(places: readonly WindowPlace[]): MatrixItem[] {
  const counts = new Map<string, number>();
  for (const { regencyCode } of places) counts.set(regencyCode, (counts.get(regencyCode) ?? 0) + 1);
  return places.flatMap((place, index): MatrixItem[] => {
    const isFirst = places[index - 1]?.regencyCode !== place.regencyCode;
    const heading = { regency: regencyOf(place), places: counts.get(place.regencyCode) ?? 0 };
    return isFirst ? [heading, { place }] : [{ place }];
  });
}

export type OperatorTotals = { build: number; noPlan: number; served: number; open: number };

export function countAnswers(places: readonly WindowPlace[], operatorId: string): OperatorTotals {
  const totals: OperatorTotals = { build: 0, noPlan: 0, served: 0, open: 0 };
  for (const place of places) {
    const answer = answerOf(place, operatorId);
    if (answer?.answer === 'build') totals.build += 1;
    else if (answer?.answer === 'no_plan') totals.noPlan += 1;
    else if (answer?.answer === 'served') totals.served += 1;
    else totals.open += 1;
  }
  return totals;
}

/** An answer as it is chosen for an agreement. */
export const cellKey = (number: number, operatorId: string) => `${number} ${operatorId}`;

/** The promises of an operator that are not agreed yet. */
export function listAgreeable(places: readonly WindowPlace[], operatorId: string): string[] {
  return places.flatMap((place) => {
    const answer = answerOf(place, operatorId);
    const isAgreeable = answer?.answer === 'build' && answer.commitmentId === null;
    return isAgreeable ? [cellKey(place.number, operatorId)] : [];
  });
}

export function readCellKey(key: string): { number: number; operatorId: string } {
  const space = key.indexOf(' ');
  return { number: Number(key.slice(0, space)), operatorId: key.slice(space + 1) };
}
