// What became of a site, in words: "mundur 92 hari: 30 Sep 2026 → 31 Des 2026". Pure.
import type { FiledSite, FilingLine } from '#contract/filings';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDate, formatDistance, formatNumber } from '../../lib/format.ts';

type Words = Messages['filings'];

/** Nearer than this is the same place, metres; the server says so, too. */
const samePlaceM = 10;

/** "4g 1800 120° 42 m planned 2026-12-31" without its state and day. */
const plainCell = (cell: string) => cell.replace(/ (?:planned|built|on_air|off)\b.*$/, '');

const shown = (cells: readonly string[]) =>
  [
    ...new Set(cells.map((cell) => plainCell(cell).replace(/^\dg/, (name) => name.toUpperCase()))),
  ].join(', ');

/** Cells that are only on the one side, by what they are. */
function cellsOnlyIn(one: FiledSite, other: FiledSite): string[] {
  const left = new Map<string, number>();
  for (const cell of other.cells.map(plainCell)) left.set(cell, (left.get(cell) ?? 0) + 1);
  return one.cells.filter((cell) => {
    const plain = plainCell(cell);
    const count = left.get(plain) ?? 0;
    left.set(plain, count - 1);
    return count <= 0;
  });
}

/** What a site is by itself: "rencana, target 31 Mar 2027 · 4G 900". */
function tellSite(site: FiledSite, words: Words, language: Language): string {
  const { state, plannedOn, onAirOn, cells } = site;
  const { since, target, noTarget } = words.words;
  const day = (iso: string) => formatDate(iso, language);
  const whenOnAir = onAirOn === null ? null : since(day(onAirOn));
  const whenPlanned = plannedOn === null ? noTarget : target(day(plannedOn));
  const when = state === 'on_air' ? whenOnAir : whenPlanned;
  const standing = [words.siteStates[state], ...(when === null ? [] : [when])].join(', ');
  return `${standing} · ${shown(cells)}`;
}

/** What differs between the two sides of a line, the most telling first. */
function tellDifferences(
  before: FiledSite,
  after: FiledSite,
  { movedM, shiftedDays }: FilingLine,
  words: Words,
  language: Language,
): string[] {
  const day = (iso: string) => formatDate(iso, language);
  const w = words.words;
  const parts: string[] = [];
  if (movedM !== null && movedM >= samePlaceM) {
    const distance = formatDistance(movedM, language);
    parts.push(movedM > 250 ? w.moved(distance) : w.shifted(distance));
  }
  if (shiftedDays !== null && shiftedDays !== 0 && before.plannedOn && after.plannedOn) {
    const tell = shiftedDays > 0 ? w.slipped : w.advanced;
    const days = formatNumber(Math.abs(shiftedDays), language);
    parts.push(tell(days, day(before.plannedOn), day(after.plannedOn)));
  }
  if (before.state !== after.state) {
    const change = w.state(words.siteStates[before.state], words.siteStates[after.state]);
    const since = after.state === 'on_air' ? after.onAirOn : null;
    parts.push(since === null ? change : `${change} ${w.since(day(since))}`);
  } else if (before.plannedOn === null && after.plannedOn !== null)
    parts.push(w.target(day(after.plannedOn)));
  else if (before.plannedOn !== null && after.plannedOn === null)
    parts.push(w.targetGone(day(before.plannedOn)));
  if (before.siteRef !== after.siteRef) parts.push(w.ref(before.siteRef, after.siteRef));
  const isRenamed = before.siteName !== '' && after.siteName !== '';
  if (isRenamed && before.siteName !== after.siteName)
    parts.push(w.name(before.siteName, after.siteName));
  const [added, gone] = [cellsOnlyIn(after, before), cellsOnlyIn(before, after)];
  if (added.length > 0) parts.push(w.cellsAdded(shown(added)));
  if (gone.length > 0) parts.push(w.cellsGone(shown(gone)));
  return parts;
}

export function lineWords(line: FilingLine, words: Words, language: Language): string {
  const { before, after } = line;
  if (before && after) {
    const parts = tellDifferences(before, after, line, words, language);
    return parts.length > 0 ? parts.join(' · ') : tellSite(after, words, language);
  }
  if (after) return tellSite(after, words, language);
  return before ? words.words.was(tellSite(before, words, language)) : words.words.same;
}

/** How a site is called: its name, else its id. */
export const siteTitle = ({ siteName, siteRef }: FilingLine): string => siteName || siteRef;
