// What of a site a person may save, beyond what the contract can say. Pure.
import type { Role } from '../auth/contract.ts';
import type { CellInput, SiteInput, SiteState } from './contract.ts';

/** The field that is refused, with its code and value. */
export type SiteProblem = { field: string; code: string; value: unknown };

/** A liaison reports what is planned, built and on air; that a cell is off is for the province to say. */
const liaisonStates: readonly SiteState[] = ['planned', 'built', 'on_air'];

function cellProblem(
  cell: CellInput,
  before: CellInput | undefined,
  role: Role,
  today: string,
): [keyof CellInput, string] | null {
  const { state, onAirOn } = cell;
  const isNews = state !== before?.state;
  if (role === 'liaison' && isNews && !liaisonStates.includes(state))
    return ['state', 'state_not_yours'];
  if (state !== 'on_air') return null;
  if (onAirOn !== null && onAirOn > today) return ['onAirOn', 'on_air_too_early'];
  if (role === 'liaison' && isNews && onAirOn === null) return ['onAirOn', 'on_air_date_missing'];
  return null;
}

/**
 * The first thing that is wrong with a site; null when nothing is. `before` are the cells as they are
 * stored, `today` is an ISO date: nothing is on air before its day, and a liaison names that day.
 */
export function findSiteProblem(
  { cells }: SiteInput,
  before: readonly CellInput[],
  role: Role,
  today: string,
): SiteProblem | null {
  const refs = cells.map(({ ref }) => ref);
  for (const [index, cell] of cells.entries()) {
    if (refs.indexOf(cell.ref) < index)
      return { field: `cells.${index}.ref`, code: 'cell_ref_twice', value: cell.ref };
    const known = before.find(({ ref }) => ref === cell.ref);
    const problem = cellProblem(cell, known, role, today);
    if (problem) {
      const [field, code] = problem;
      return { field: `cells.${index}.${field}`, code, value: cell[field] };
    }
  }
  return null;
}
