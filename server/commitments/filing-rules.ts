// What became of an operator's sites from one filing to the next, what accepting that makes of its plans,
// and what commitments follow. Pure; which sites are one is filing-match.ts's part.
import { distanceM } from '../coverage/site-groups.ts';
import type { CommitmentState, Reason } from './contract.ts';
import { daysBetween } from './days.ts';
import { sameSiteM, type FiledSite, type LineKind } from './filing-contract.ts';
import { pairSites } from './filing-match.ts';
import { describeCells, foldRef, plannedOnOf, type PlanSite } from './filing-site.ts';

/** One line of a comparison, before anybody has looked at it. */
export type ComparedLine = {
  kind: LineKind;
  before: PlanSite | null;
  after: PlanSite | null;
  /** Metres, whole; null where it is not on both sides. */
  movedM: number | null;
  /** Days, later is positive; null where one of the sides names no date. */
  shiftedDays: number | null;
  isTaken: boolean;
};

/** Nearer than this a site stands where it stood: formats round, people measure twice. */
const samePlaceM = 10;

/** The cells as their files have them: most are the same, and then nothing needs to be put into words. */
function areSameCells(before: PlanSite, after: PlanSite): boolean {
  if (before.cells.length !== after.cells.length) return false;
  return before.cells.every((cell, index) => {
    const other = after.cells[index];
    const keys = Object.keys(cell) as (keyof typeof cell)[];
    return other !== undefined && keys.every((key) => cell[key] === other[key]);
  });
}

function isSame(before: PlanSite, after: PlanSite, movedM: number): boolean {
  const isSameName =
    before.siteName === after.siteName || before.siteName === '' || after.siteName === '';
  const isSameSite = before.siteRef === after.siteRef && isSameName && movedM < samePlaceM;
  if (!isSameSite || areSameCells(before, after)) return isSameSite;
  return describeCells(before).join('\n') === describeCells(after).join('\n');
}

function kindOf(
  before: PlanSite,
  after: PlanSite,
  movedM: number,
  shiftedDays: number | null,
): LineKind {
  if (movedM > sameSiteM) return 'moved';
  if (shiftedDays !== null && shiftedDays !== 0) return shiftedDays > 0 ? 'slipped' : 'advanced';
  return isSame(before, after, movedM) ? 'unchanged' : 'changed';
}

/** What became of one site; the first that applies of moved, slipped, advanced and changed names it. */
function compareSite(before: PlanSite, after: PlanSite): Omit<ComparedLine, 'isTaken'> {
  const [was, is] = [plannedOnOf(before), plannedOnOf(after)];
  const movedM = distanceM(before.position, after.position);
  const shiftedDays = was === null || is === null ? null : daysBetween(was, is);
  const kind = kindOf(before, after, movedM, shiftedDays);
  return { kind, before, after, movedM: Math.round(movedM), shiftedDays };
}

/** Of a site that could be read only in part the cells that are missing stay as they were. */
function keepMissingCells(before: PlanSite, after: PlanSite): PlanSite {
  const named = new Set(after.cells.map(({ ref }) => ref));
  const missing = before.cells.filter(({ ref }) => !named.has(ref));
  return missing.length === 0 ? after : { ...after, cells: [...after.cells, ...missing] };
}

/** What could not be read of a file: how many rows, and the ids that they name, as far as they do. */
export type Unread = { rows: number; refs: readonly string[] };

export const nothingUnread: Unread = { rows: 0, refs: [] };

const refOf = ({ before, after }: Pick<ComparedLine, 'before' | 'after'>): string =>
  (after ?? before)?.siteRef ?? '';

/**
 * Compares an operator's plans with the sites of a file, by site id. A site that only a row names which
 * could not be read is not taken for removed, and where there is any such row, no removal is taken
 * before a person says so.
 */
export function compareSites(
  base: readonly PlanSite[],
  file: readonly PlanSite[],
  unread: Unread = nothingUnread,
): ComparedLine[] {
  const unreadRefs = new Set(unread.refs.map(foldRef));
  const isUnread = ({ siteRef }: PlanSite) => unreadRefs.has(foldRef(siteRef));
  const inFile = new Set(file.map(({ siteRef }) => foldRef(siteRef)));
  const known = base.filter((site) => !isUnread(site) || inFile.has(foldRef(site.siteRef)));
  const lines = pairSites(known, file).map(({ before, after }): ComparedLine => {
    const alone = { before, after, movedM: null, shiftedDays: null };
    if (before === null) return { ...alone, kind: 'new', isTaken: true };
    if (after === null) return { ...alone, kind: 'removed', isTaken: unread.rows === 0 };
    const read = isUnread(after) ? keepMissingCells(before, after) : after;
    return { ...compareSite(before, read), isTaken: true };
  });
  return lines.toSorted((a, b) => (refOf(a) < refOf(b) ? -1 : 1));
}

/** The plans once the lines that are taken hold: what is left stays as it was. */
export function applyLines(
  base: readonly PlanSite[],
  lines: readonly Pick<ComparedLine, 'before' | 'after' | 'isTaken'>[],
): PlanSite[] {
  const sites = new Map(base.map((site) => [site.siteRef, site]));
  for (const { before, after, isTaken } of lines) {
    if (!isTaken) continue;
    if (before !== null) sites.delete(before.siteRef);
    if (after !== null) sites.set(after.siteRef, after);
  }
  return [...sites.values()].toSorted((a, b) => (a.siteRef < b.siteRef ? -1 : 1));
}

/** What a line says of an open commitment about its site. */
export type FollowUp =
  | { do: 'move'; to: 'built' | 'on_air'; on: string }
  | { do: 'reschedule'; promisedOn: string };

const movesTo: Partial<Record<CommitmentState, readonly string[]>> = {
  agreed: ['built', 'on_air'],
  in_progress: ['built', 'on_air'],
  built: ['on_air'],
};

/**
 * How a commitment follows a line that is taken; null: it stays. It is built or on air since the day of
 * the file, else since `today`; one that nobody agreed to yet only changes its date. A date moves it only
 * in the direction in which the filing moved, and only from where it stands.
 */
export function followUpOf(
  line: { after: FiledSite | null; shiftedDays: number | null },
  commitment: { state: CommitmentState; promisedOn: string },
  today: string,
): FollowUp | null {
  const { after, shiftedDays } = line;
  if (after === null) return null;
  const { state, onAirOn, plannedOn } = after;
  if ((state === 'built' || state === 'on_air') && movesTo[commitment.state]?.includes(state))
    return { do: 'move', to: state, on: (state === 'on_air' ? onAirOn : null) ?? today };
  if (commitment.state === 'on_air' || plannedOn === null || shiftedDays === null) return null;
  const isLater = shiftedDays > 0 && plannedOn > commitment.promisedOn;
  const isEarlier = shiftedDays < 0 && plannedOn < commitment.promisedOn;
  return isLater || isEarlier ? { do: 'reschedule', promisedOn: plannedOn } : null;
}

/** A promise is put off only with a reason. */
export function needsReason(
  followUp: FollowUp | null,
  commitment: { promisedOn: string },
  reason: Reason | null,
): boolean {
  return (
    reason === null && followUp?.do === 'reschedule' && followUp.promisedOn > commitment.promisedOn
  );
}
