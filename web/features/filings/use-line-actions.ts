// Takes and leaves lines, one, or all that are shown, and says why they slipped.
import { useMemo } from 'react';
import type { Reason } from '#contract/commitments';
import type { Filing, FilingLine, LineDecision } from '#contract/filings';
import { useDecideLines } from '../../api/filings.ts';
import { changeKinds, decideLines, isSlipped } from '../../lib/filing-view.ts';
import type { LineActions } from './line-row.tsx';

export function useLineActions(filing: Filing, lines: readonly FilingLine[]) {
  const { mutate, error } = useDecideLines(filing, decideLines);
  const actions = useMemo<LineActions>(
    () =>
      filing.mayDecide
        ? {
            take: ({ number }, isTaken) => mutate({ lines: [number], isTaken }),
            explain: ({ number }, reason) => mutate({ lines: [number], reason }),
          }
        : null,
    [filing.mayDecide, mutate],
  );

  /** Kind by kind: the numbers of thousands of lines would be a long letter. */
  const takeAll = (shown: readonly FilingLine[], isTaken: boolean) => {
    const kinds = changeKinds.filter((kind) => shown.some((line) => line.kind === kind));
    for (const kind of kinds) mutate({ lines: kind, isTaken });
  };

  const explainAll = (reason: Reason | null) => {
    const others = lines.filter((line) => isSlipped(line) && line.kind !== 'slipped');
    const decisions: LineDecision[] = [
      ...(lines.some(({ kind }) => kind === 'slipped')
        ? [{ lines: 'slipped' as const, reason }]
        : []),
      ...(others.length > 0 ? [{ lines: others.map(({ number }) => number), reason }] : []),
    ];
    for (const decision of decisions) mutate(decision);
  };

  return { actions, takeAll, explainAll, error };
}
