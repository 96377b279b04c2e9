// The state of the batch screen: cells, what is wrong with them, undo, keeping them on the device,
// and sending them. What keys do to cells is in cells.ts and grid.ts.
import { useEffect, useMemo, useState } from 'react';
import { maxReportsOfBatch, type Blangko } from '#contract/batch';
import type { Operator } from '#contract/evidence';
import { useSaveBatch } from '../../api/batch.ts';
import { useText } from '../../i18n/text.tsx';
import { isRefusal } from '../../lib/problems.ts';
import { emptyDraft, findDraft, keepDraft, type Draft } from './draft.ts';
import { listColumns, listRows, type Cells, type Grid, type GridRow } from './grid.ts';
import {
  listFilled,
  placeRefusal,
  readReports,
  type CellErrors,
  type Outgoing,
} from './reports.ts';

/** Steps that can be undone. */
const maxSteps = 200;

/** Today on this device, as an ISO date; Swedish writes dates so. */
const localDay = () => new Date().toLocaleDateString('sv-SE');

/** What became of the last saving; nothing was filled when neither anything was saved nor failed. */
export type Outcome = { saved: number; failure: unknown };

type Step = Pick<Draft, 'cells' | 'addedLines'>;

/** Only the ids of rows that still have cells: an emptied row is another report when it is filled anew. */
function withCells(draft: Draft, step: Partial<Step>): Draft {
  const next = { ...draft, ...step };
  const ids = Object.entries(next.ids).filter(([key]) => key in next.cells);
  return { ...next, ids: Object.fromEntries(ids) };
}

export function useBatch(accountId: string, blangko: Blangko, operators: readonly Operator[]) {
  const t = useText();
  const district = blangko.district.code;
  const [draft, setDraft] = useState<Draft>(
    () => findDraft(accountId, district) ?? emptyDraft(localDay().slice(0, 7)),
  );
  const [past, setPast] = useState<Step[]>([]);
  const [errors, setErrors] = useState<CellErrors>({});
  /** Counts the savings that were refused at cells. */
  const [refusals, setRefusals] = useState(0);
  const [isKept, setIsKept] = useState(true);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isSending, setIsSending] = useState(false);
  const saveBatch = useSaveBatch();

  const grid = useMemo<Grid>(
    () => ({ rows: listRows(blangko, draft.addedLines), columns: listColumns(operators) }),
    [blangko, draft.addedLines, operators],
  );
  const filledCount = listFilled(grid, draft.cells).length;

  useEffect(() => setIsKept(keepDraft(accountId, district, draft)), [accountId, district, draft]);

  /** Rows that changed are judged anew at the next saving. While rows are sent, none changes. */
  const apply = (step: Partial<Step>): boolean => {
    if (isSending) return false;
    const next = withCells(draft, step);
    const isSame = ([key]: [string, unknown]) => next.cells[key] === draft.cells[key];
    setDraft(next);
    setErrors(Object.fromEntries(Object.entries(errors).filter(isSame)));
    setOutcome(null);
    return true;
  };

  const change = (step: Partial<Step>) => {
    const { cells, addedLines } = draft;
    if (apply(step)) setPast([...past.slice(1 - maxSteps), { cells, addedLines }]);
  };

  const undo = () => {
    const last = past.at(-1);
    if (last && apply(last)) setPast(past.slice(0, -1));
  };

  /** Adds an empty line in a village. */
  const addLine = (villageCode: string) => {
    const count = draft.addedLines[villageCode] ?? 0;
    if (count < 200) change({ addedLines: { ...draft.addedLines, [villageCode]: count + 1 } });
  };

  const refuse = (found: CellErrors) => {
    setErrors(found);
    if (Object.keys(found).length > 0) setRefusals((count) => count + 1);
  };

  /** Sends in parts that the server takes; what is stored leaves the screen at once. */
  const send = async (outgoing: Outgoing[]): Promise<Outcome> => {
    let saved = 0;
    for (let at = 0; at < outgoing.length; at += maxReportsOfBatch) {
      const part = outgoing.slice(at, at + maxReportsOfBatch);
      try {
        await saveBatch.mutateAsync({ reports: part.map(({ report }) => report) });
      } catch (error) {
        if (isRefusal(error)) refuse(placeRefusal(error, part, grid, t.problem));
        return { saved, failure: error };
      }
      saved += part.length;
      const gone = new Set(part.map(({ row }) => row.key));
      setPast([]);
      setDraft((before) => {
        const left = Object.entries(before.cells).filter(([key]) => !gone.has(key));
        return withCells(before, { cells: Object.fromEntries(left) });
      });
    }
    setDraft(({ month }) => emptyDraft(month));
    return { saved, failure: null };
  };

  /** Checks everything; sends only when nothing is wrong. */
  const save = async () => {
    if (isSending || !blangko.mayReport) return;
    const ids = { ...draft.ids };
    const idOf = ({ key }: GridRow) => (ids[key] ??= crypto.randomUUID());
    const { outgoing, errors: found } = readReports(grid, draft.cells, idOf, localDay(), t.problem);
    refuse(found);
    setOutcome(null);
    if (Object.keys(found).length > 0) return;
    if (outgoing.length === 0) return setOutcome({ saved: 0, failure: null });
    // Kept before they go, so that a try after a reload is the same one.
    setDraft({ ...draft, ids });
    setIsSending(true);
    setOutcome(await send(outgoing));
    setIsSending(false);
  };

  return {
    grid,
    cells: draft.cells as Cells,
    month: draft.month,
    setMonth: (month: string) => setDraft({ ...draft, month }),
    today: localDay(),
    errors,
    refusals,
    filledCount,
    isKept,
    outcome,
    isSending,
    setCells: (cells: Cells) => {
      if (cells !== draft.cells) change({ cells });
    },
    addLine,
    undo,
    save,
    clear: () => change({ cells: {}, addedLines: {} }),
  };
}

export type Batch = ReturnType<typeof useBatch>;
