// A site of a filing: put together from the rows of its cells, and told in short so that two filings can
// be compared. Pure; the comparison itself is filing-rules.ts's part.
import { z } from 'zod';
import { CellInput, SitePosition } from '../coverage/contract.ts';
import type { FiledSite } from './filing-contract.ts';

/** A site with all that a filing says of its cells: what is kept, and written where it is accepted. */
export const PlanSite = z.object({
  siteRef: z.string(),
  siteName: z.string(),
  position: SitePosition,
  cells: z.array(CellInput),
});
export type PlanSite = z.infer<typeof PlanSite>;

/**
 * Ids are typed by hand: capitals, spaces and punctuation tell nothing. '' where nothing else is left.
 * An id that was made of a position ("@-1.5, 100.5") stays as it is: there a sign tells everything.
 */
export function foldRef(ref: string): string {
  if (ref.startsWith('@')) return ref;
  return ref
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The sites of a file, each once, by their ids; a cell that is said twice is what was said last. */
export function groupSites(rows: readonly PlanSite[]): PlanSite[] {
  const sites = new Map<string, PlanSite>();
  for (const row of rows) {
    const known = sites.get(row.siteRef);
    sites.set(row.siteRef, known ? { ...known, cells: [...known.cells, ...row.cells] } : row);
  }
  const byRef = (a: { ref: string }, b: { ref: string }) => (a.ref < b.ref ? -1 : 1);
  return [...sites.values()]
    .map((site) => ({
      ...site,
      cells: [...new Map(site.cells.map((cell) => [cell.ref, cell])).values()].toSorted(byRef),
    }))
    .toSorted((a, b) => (a.siteRef < b.siteRef ? -1 : 1));
}

const furthestFirst = ['on_air', 'built', 'planned', 'off'] as const;

/** "4g 1800 120° 42 m planned 2026-12-31": what is not said is left out. */
function describeCell(cell: CellInput): string {
  const { technology, bandMhz, azimuthDeg, beamwidthDeg, heightM, radiusM, state, onAirOn } = cell;
  return [
    technology,
    bandMhz ?? '',
    azimuthDeg === null ? '' : `${azimuthDeg}°${beamwidthDeg === null ? '' : `/${beamwidthDeg}°`}`,
    heightM === null ? '' : `${heightM} m`,
    radiusM === null ? '' : `r ${radiusM} m`,
    state,
    onAirOn ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function daysOf({ cells }: PlanSite, states: readonly CellInput['state'][]): string[] {
  return cells
    .flatMap(({ state, onAirOn }) => (states.includes(state) && onAirOn !== null ? [onAirOn] : []))
    .sort();
}

/** By when what does not stand yet is to be on air, the latest of its cells; null: not said. */
export function plannedOnOf(site: PlanSite): string | null {
  return daysOf(site, ['planned', 'built']).at(-1) ?? null;
}

/** What the cells of a site are, one text each, in no order of the file. */
export function describeCells({ cells }: PlanSite): string[] {
  return cells.map(describeCell).sort();
}

/** A site as it is shown. */
export function describeSite(site: PlanSite): FiledSite {
  const { siteRef, siteName, position, cells } = site;
  return {
    ...{ siteRef, siteName, position },
    state: furthestFirst.find((state) => cells.some((cell) => cell.state === state)) ?? 'planned',
    plannedOn: plannedOnOf(site),
    onAirOn: daysOf(site, ['on_air'])[0] ?? null,
    cells: describeCells(site),
  };
}
