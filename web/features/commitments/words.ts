// How a row of the board says when it is due, and whose it is. Pure.
import type { Commitment, NamedPlace } from '#contract/commitments';
import type { Language } from '../../i18n/text.tsx';
import type { Messages } from '../../i18n/id.ts';
import { isOwed, type BoardRow } from '../../lib/board-rows.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';
import type { Quarter } from '../../lib/quarter.ts';

/** "XLSMART (dahulu XL)" where it was taken over. */
export function ownerText(
  { ownerName, promisorName }: Pick<BoardRow, 'ownerName' | 'promisorName'>,
  t: Messages,
): string {
  return promisorName === null ? ownerName : t.commitments.inherited(ownerName, promisorName);
}

export function ownerOf({ ownerId, ownerName, operatorId, operatorName }: Commitment) {
  return { ownerName, promisorName: ownerId === operatorId ? null : operatorName };
}

/** "18 hari terlambat", "24 hari lagi", and once it is on air what it waits for. */
export function dueText(
  row: Pick<BoardRow, 'state' | 'daysLeft' | 'isLate' | 'servingOn'>,
  t: Messages,
  language: Language,
): string {
  const words = t.commitmentBoard.due;
  const days = formatNumber(Math.abs(row.daysLeft), language);
  if (row.isLate) return words.late(days);
  if (isOwed(row.state)) return row.daysLeft === 0 ? words.today : words.left(days);
  if (row.state === 'on_air') return words.toMeasure;
  if (row.state === 'serving' && row.servingOn)
    return words.servingSince(formatDate(row.servingOn, language));
  return '';
}

/** "Kota Padang", "Kab. Sijunjung": from 71 on the second part of a code is a kota's [Kepmendagri]. */
export function regencyText({
  regencyCode,
  regencyName,
}: Pick<NamedPlace, 'regencyCode' | 'regencyName'>): string {
  const isKota = Number(regencyCode.slice('13.'.length)) > 70;
  return placeName({ kind: isKota ? 'kota' : 'kabupaten', name: regencyName });
}

/** "Nagari Inderapura +2" */
export function placesText(row: Pick<BoardRow, 'placeName' | 'places'>): string {
  return row.places > 1 ? `${row.placeName} +${row.places - 1}` : row.placeName;
}

/** "TW III 2026" */
export function quarterText(quarter: Quarter, t: Messages): string {
  const names = ['I', 'II', 'III', 'IV'];
  return t.commitmentBoard.quarter(names[Number(quarter.slice(6)) - 1] ?? '', quarter.slice(0, 4));
}
