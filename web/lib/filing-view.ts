// A comparison of plans as it is looked at: what stands in its address, which lines that shows, and what a
// decision makes of them before the server has answered. Pure.
import {
  lineKinds,
  type FilingCounts,
  type FilingLine,
  type LineDecision,
  type LineKind,
} from '#contract/filings';

/** The kinds that change something, in the order in which they are shown. */
export const changeKinds = lineKinds.filter((kind) => kind !== 'unchanged');

export type FilingSearch = {
  /** Absent: all changes. */
  kind?: LineKind;
  /** The line that is looked at. */
  line?: number;
};

export function parseFilingSearch(search: Record<string, unknown>): FilingSearch {
  const kind = lineKinds.find((one) => one === search['kind']);
  const line = Number(search['line']);
  return {
    ...(kind && { kind }),
    ...(Number.isInteger(line) && line > 0 && line < 1e6 && { line }),
  };
}

/** The lines of a kind; without one, all that change something. */
export function linesShown(
  lines: readonly FilingLine[],
  kind: LineKind | undefined,
): readonly FilingLine[] {
  return lines.filter((line) =>
    kind === undefined ? line.kind !== 'unchanged' : line.kind === kind,
  );
}

/** How many changes there are, and how many of them are taken. */
export function sumChanges(counts: FilingCounts): { lines: number; taken: number } {
  return changeKinds.reduce(
    (sum, kind) => ({
      lines: sum.lines + counts[kind].lines,
      taken: sum.taken + counts[kind].taken,
    }),
    { lines: 0, taken: 0 },
  );
}

/** The lines once the decision holds. */
export function decideLines(
  lines: readonly FilingLine[],
  { lines: which, isTaken, reason }: LineDecision,
): FilingLine[] {
  const numbers = typeof which === 'string' ? null : new Set(which);
  const isMeant = ({ number, kind }: FilingLine) =>
    kind !== 'unchanged' && (numbers === null ? kind === which : numbers.has(number));
  return lines.map((line) =>
    isMeant(line)
      ? {
          ...line,
          ...(isTaken !== undefined && { isTaken }),
          ...(reason !== undefined && { reason }),
        }
      : line,
  );
}

export const isSlipped = ({ shiftedDays }: FilingLine): boolean => (shiftedDays ?? 0) > 0;

/** Taken lines about an open commitment, and taken new sites of which one may be proposed. */
export function countConsequences(lines: readonly FilingLine[]): {
  following: number;
  proposable: number;
} {
  const taken = lines.filter(({ kind, isTaken }) => isTaken && kind !== 'unchanged');
  const isProposable = ({ kind, after, commitment }: FilingLine) =>
    kind === 'new' &&
    commitment === null &&
    after !== null &&
    after.plannedOn !== null &&
    (after.state === 'planned' || after.state === 'built');
  return {
    following: taken.filter(({ commitment }) => commitment !== null).length,
    proposable: taken.filter(isProposable).length,
  };
}
