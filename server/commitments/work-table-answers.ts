// The rows of a workbook's sheet of declarations, saved window by window; what is refused is written down
// by row. In the caller's transaction, which takes it all back when anything is refused.
import { isoDay } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { ProblemError } from '../platform/problem.ts';
import { foldName } from '../regions/names.ts';
import type { Doer } from './actions.ts';
import { saveAnswers } from './answer-actions.ts';
import { fieldsOf, isPastClosing, refuseAnswer, type AnswerFields } from './answer-rules.ts';
import { readAnswersOf, type StoredAnswer } from './answer-store.ts';
import { kindWords, reasonWords } from './words.ts';
import type { AnswerInput } from './declaration-contract.ts';
import { readOperatorNames } from './store.ts';
import { readAnswer } from './work-sheet-read.ts';
import { readNumber, type SheetRow } from './work-sheet-rows.ts';
import {
  answerHeaders,
  answerWords,
  fingerprint,
  placeText,
  type AnswerColumn,
} from './work-sheets.ts';
import { listAskedWindows, type AskedWindow } from './work-table-store.ts';
import { noteChange, refuseRow, type Tally } from './work-tally.ts';
import { shortDay } from './window-matrix.ts';
import { listWindowPlaces } from './window-place-store.ts';

type Row = SheetRow<AnswerColumn>;
type Wanted = { row: Row; number: number; answer: AnswerInput | null; before: AnswerFields | null };
type Refuse = (row: Row, column: AnswerColumn, code: string) => void;

/** A window with its stored answers and what the workbook says of it. */
type Part = {
  window: AskedWindow;
  places: ReadonlyMap<number, string>;
  stored: ReadonlyMap<number, StoredAnswer>;
  wanted: Map<number, Wanted>;
};

/** What an answer says, in the words of the sheet. */
export function answerText(fields: AnswerFields | null): string {
  if (fields === null) return 'Belum dijawab';
  const { answer, on, kind, siteRef, reason, note } = fields;
  const parts = [
    answer === 'build' ? `${answerWords.build} s.d. ${shortDay(on ?? '')}` : answerWords[answer],
    ...(answer === 'served' ? [`sejak ${shortDay(on ?? '')}`] : []),
    ...(kind ? [kindWords[kind]] : []),
    ...(siteRef === '' ? [] : [siteRef]),
    ...(reason ? [reasonWords[reason]] : []),
    ...(note === '' ? [] : [`“${note}”`]),
  ];
  return parts.join(' · ');
}

/** What a place's stored answer says; silence says nothing. */
export function toFields(stored: StoredAnswer | undefined): AnswerFields | null {
  if (!stored || stored.answer === 'silent') return null;
  const { answer, on, kind, siteRef, reason, note } = stored;
  return { answer, on, kind, siteRef, reason, note };
}

/** Finds the window that a row is about, or says why it cannot be. */
function createFinder(db: Db, operatorId: string, doer: Doer) {
  const asked = listAskedWindows(db, operatorId);
  const names = [...readOperatorNames(db)];
  const parts = new Map<string, Part>();
  const mine = new Set(asked.map((window) => window.operatorId)).add(operatorId);

  function operatorIn(cell: string): string | null | undefined {
    if (cell === '') return null;
    const wanted = foldName(cell);
    return names.find(([id, name]) => [id, name].some((word) => foldName(word) === wanted))?.[0];
  }

  function partOf(window: AskedWindow): Part {
    const key = `${window.id}/${window.operatorId}`;
    const viewer = { operatorId, today: isoDay(doer.at) };
    const known = parts.get(key) ?? {
      window,
      places: new Map(
        listWindowPlaces(db, window.id, viewer).map((place) => [place.number, placeText(place)]),
      ),
      stored: readAnswersOf(db, window.id, window.operatorId),
      wanted: new Map<number, Wanted>(),
    };
    parts.set(key, known);
    return known;
  }

  function find(row: Row, refuse: Refuse): Part | null {
    const named = operatorIn(row.cells.operator);
    if (named === undefined) refuse(row, 'operator', 'operator_unknown');
    else if (named !== null && !mine.has(named)) refuse(row, 'operator', 'foreign_operator');
    else {
      const number = readNumber(row.cells.window);
      const own = asked.filter(
        (window) => window.number === number && (named === null || window.operatorId === named),
      );
      const [window] = own;
      if (!window) refuse(row, 'window', 'window_unknown');
      else if (own.length > 1) refuse(row, 'operator', 'required');
      else return partOf(window);
    }
    return null;
  }

  return { find, list: () => [...parts.values()] };
}

/** What speaks against a changed row before it is tried. */
function refusalOf(
  { window, stored, places }: Part,
  { row, number, answer, before }: Wanted,
  today: string,
): [AnswerColumn, string] | null {
  const { version } = row.cells;
  if (!places.has(number)) return ['number', 'number_unknown'];
  if (version === '') return ['version', 'version_missing'];
  if (version !== fingerprint(before)) return ['version', 'row_outdated'];
  if (window.isClosed || isPastClosing(window.closesOn, today)) return ['window', 'window_closed'];
  if (stored.get(number)?.commitmentId) return ['answer', 'answer_agreed'];
  const refusal = answer && refuseAnswer(answer, today);
  return refusal ? ['on', refusal.code] : null;
}

function readRow(part: Part, row: Row, today: string, tally: Tally, refuse: Refuse): void {
  const number = readNumber(row.cells.number);
  if (number === null) return refuse(row, 'number', 'number_unknown');
  const { said: answer, errors } = readAnswer(row.cells);
  if (errors) return refuseRow(tally, row, answerHeaders, errors);
  const fields = answer && fieldsOf(answer);
  const before = toFields(part.stored.get(number));
  // As it was downloaded, or as it stands: whatever happened meanwhile, this row wants nothing else.
  const isUntouched = fingerprint(fields) === row.cells.version;
  const isBare = answer === null && row.cells.version === '';
  if (isUntouched || isBare || fingerprint(fields) === fingerprint(before)) {
    tally.unchanged += 1;
    return;
  }
  if (part.wanted.has(number)) return refuse(row, 'number', 'row_twice');
  const wanted = { row, number, answer, before };
  const refusal = refusalOf(part, wanted, today);
  if (refusal) return refuse(row, ...refusal);
  part.wanted.set(number, wanted);
}

function save(db: Db, part: Part, doer: Doer, tally: Tally, refuse: Refuse): void {
  const { window, places, wanted } = part;
  const rows = [...wanted.values()];
  if (rows.length === 0) return;
  const answers = rows.map(({ number, answer }) => ({ number, answer }));
  try {
    saveAnswers(db, window.id, { operatorId: window.operatorId, answers }, doer);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const [first] = error.extra.errors ?? [];
    const index = Number(/^answers\.(\d+)\./.exec(first?.field ?? '')?.[1] ?? 0);
    const row = rows[index]?.row;
    if (row) refuse(row, first ? 'answer' : 'window', first?.code ?? error.code);
    return;
  }
  for (const { row, number, answer, before } of rows)
    noteChange(tally, row, {
      subject: places.get(number) ?? '',
      from: answerText(before),
      to: answerText(answer && fieldsOf(answer)),
    });
}

/** Saves the answers of all rows that are others than those stored. */
export function applyAnswers(
  db: Db,
  rows: readonly Row[],
  operatorId: string,
  doer: Doer,
  tally: Tally,
): void {
  const refuse: Refuse = (row, column, code) =>
    refuseRow(tally, row, answerHeaders, [{ column, code }]);
  const finder = createFinder(db, operatorId, doer);
  const today = isoDay(doer.at);
  for (const row of rows) {
    const part = finder.find(row, refuse);
    if (part) readRow(part, row, today, tally, refuse);
  }
  for (const part of finder.list()) save(db, part, doer, tally, refuse);
}
