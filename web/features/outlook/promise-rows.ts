// The promises about one village, as its panel and the form of an obstacle tell them. Pure.
import { owedStates, type CommitmentList, type CommitmentRow } from '#contract/commitments';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { daysBetween } from '../../lib/days.ts';

const isOwed = ({ state }: Pick<CommitmentRow, 'state'>) =>
  owedStates.some((owed) => owed === state);

/** What an operator still owes there: what an obstacle may hold up. None while none is chosen. */
export function commitmentsOpenAt(
  list: CommitmentList | undefined,
  operatorId: string,
): CommitmentRow[] {
  return (list?.rows ?? []).filter((row) => row.ownerId === operatorId && isOwed(row));
}

/** "XLSMART (dahulu XL Axiata)" */
export function ownerText(
  { ownerId, operatorId }: Pick<CommitmentRow, 'ownerId' | 'operatorId'>,
  operators: CommitmentList['operators'],
  t: Messages,
): string {
  const nameOf = (id: string) => operators.find((one) => one.id === id)?.name ?? id;
  if (ownerId === operatorId) return nameOf(ownerId);
  return t.commitments.inherited(nameOf(ownerId), nameOf(operatorId));
}

/** By how many days it is late; null: it is not. */
export function lateDays(
  row: Pick<CommitmentRow, 'state' | 'promisedOn'>,
  today: string,
): number | null {
  return isOwed(row) && row.promisedOn < today ? daysBetween(row.promisedOn, today) : null;
}

/** "sampai 28 Feb 2027", and once it is on air since when; '' for what was given up. */
export function promiseText(
  row: Pick<CommitmentRow, 'state' | 'promisedOn' | 'onAirOn' | 'servingOn'>,
  t: Messages,
  language: Language,
): string {
  const words = t.outlook.place;
  if (row.state === 'serving' && row.servingOn !== null)
    return words.serving(formatDate(row.servingOn, language));
  if (row.state === 'on_air' && row.onAirOn !== null)
    return words.onAir(formatDate(row.onAirOn, language));
  return isOwed(row) ? words.by(formatDate(row.promisedOn, language)) : '';
}

export function lateText(days: number, t: Messages, language: Language): string {
  return t.outlook.place.late(formatNumber(days, language));
}
