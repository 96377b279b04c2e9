// Answering for one operator: the rows, what is chosen among them, and below them what is being written.
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { DeclarationWindow } from '#contract/declarations';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { AnswerDock } from './answer-dock.tsx';
import { startDraft, type AnswerDraft, type DraftKind, type LastSaid } from './answer-draft.ts';
import { AnswerRows } from './answer-rows.tsx';
import { rowAfter, type GridAction } from './grid-keys.ts';
import { refusalText } from './refusal-text.ts';
import { useAnswers, type AnswerRow } from './use-answers.ts';
import css from './grid.module.css';
import page from './declarations.module.css';

type Props = {
  window: DeclarationWindow;
  operatorId: string;
  /** Whether the rows take the focus at once. */
  takesFocus?: boolean;
  onOpenPlace: (villageCode: string) => void;
  /** Stands at the end of the tools. */
  extra?: ReactNode;
};

/** The row at which answering begins: the first that is not answered. */
function firstOpen({ matrix }: DeclarationWindow, operatorId: string): number {
  const isMissing = (place: DeclarationWindow['matrix'][number]) =>
    !place.answers.some((answer) => answer.operatorId === operatorId);
  return Math.max(0, matrix.findIndex(isMissing));
}

export function AnswerDesk(props: Props) {
  const { window, operatorId, takesFocus = false, onOpenPlace, extra } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.declarations.grid;
  const mayAnswer = window.mayAnswerFor.includes(operatorId);
  const [active, setActive] = useState(() => firstOpen(window, operatorId));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  // The numbers that were not answered when that was asked for: a row stays while it is being answered.
  const [open, setOpen] = useState<ReadonlySet<number> | null>(null);
  const [draft, setDraft] = useState<AnswerDraft | null>(null);
  const [last, setLast] = useState<LastSaid>({});
  const hasFocus = useRef(takesFocus);
  const { savings, error, save } = useAnswers(window.id, operatorId);

  const rows = useMemo(
    () =>
      window.matrix
        .map((place): AnswerRow => ({
          place,
          answer: place.answers.find((one) => one.operatorId === operatorId),
          saving: savings.get(place.number),
        }))
        .filter(({ place }) => open === null || open.has(place.number)),
    [window.matrix, operatorId, savings, open],
  );
  const at = Math.min(active, rows.length - 1);
  const current = rows[at];
  const isFree = ({ answer }: AnswerRow) => !answer?.commitmentId;
  const targets = rows.filter(
    (row, index) => isFree(row) && (chosen.size > 0 ? chosen.has(row.place.number) : index === at),
  );

  const begin = (kind: DraftKind) => {
    if (mayAnswer && targets.length > 0)
      setDraft(startDraft(kind, targets.length === 1 ? targets[0]?.answer : undefined, last));
  };
  const leave = () => {
    hasFocus.current = true;
    setDraft(null);
  };
  const goOn = () => {
    leave();
    if (chosen.size > 0) setChosen(new Set());
    else setActive(Math.min(at + 1, rows.length - 1));
  };
  const toggle = (number: number) => {
    const next = new Set(chosen);
    if (!next.delete(number)) next.add(number);
    setChosen(next);
  };
  const chooseAll = () =>
    setChosen(
      chosen.size > 0 ? new Set() : new Set(rows.filter(isFree).map(({ place }) => place.number)),
    );
  const takeBack = () => {
    const answered = targets.filter(({ answer }) => answer !== undefined);
    if (answered.length > 0)
      void save(
        answered.map(({ place }) => place.number),
        null,
      );
    goOn();
  };

  const act = (action: GridAction) => {
    switch (action.do) {
      case 'move':
      case 'go':
        return setActive(rowAfter(action, at, rows.length));
      case 'choose':
        return mayAnswer && current && isFree(current) && toggle(current.place.number);
      case 'choose-all':
        return mayAnswer && chooseAll();
      case 'answer':
        return begin(action.kind);
      case 'edit': {
        const kind = current?.answer?.answer;
        return begin(kind === undefined || kind === 'silent' ? 'build' : kind);
      }
      case 'take-back':
        return mayAnswer && takeBack();
      case 'leave':
        return setChosen(new Set());
    }
  };

  const answered = window.operators.find(({ id }) => id === operatorId)?.answered ?? 0;
  const number = (value: number) => formatNumber(value, language);
  return (
    <div className={css.desk}>
      <div className={css.tools}>
        <strong role="status">{words.progress(number(answered), number(window.places))}</strong>
        {mayAnswer && (
          <label className={page.check}>
            <input
              type="checkbox"
              checked={open !== null}
              onChange={() => {
                const missing = rows.filter(({ answer }) => answer === undefined);
                setOpen(open === null ? new Set(missing.map(({ place }) => place.number)) : null);
                setActive(0);
              }}
            />
            {words.onlyUnanswered}
          </label>
        )}
        {mayAnswer && rows.length > 0 && (
          <button type="button" className={page.link} onClick={chooseAll}>
            {chosen.size > 0 ? words.chooseNone : words.chooseAll}
          </button>
        )}
        {!window.isOpen && (
          <span className={css.settled}>
            {t.declarations.window.closedNote(formatDate(window.closesOn, language))}
          </span>
        )}
        {extra}
      </div>
      {rows.length === 0 ? (
        <p className={css.empty}>{words.allAnswered}</p>
      ) : (
        <AnswerRows
          label={words.labelOf(window.operators.find(({ id }) => id === operatorId)?.name ?? '')}
          rows={rows}
          isOpen={window.isOpen}
          active={at}
          chosen={mayAnswer ? chosen : null}
          hasFocus={hasFocus}
          isWriting={draft !== null}
          onActive={setActive}
          onToggle={toggle}
          onAction={act}
          onOpenPlace={onOpenPlace}
        />
      )}
      {error !== null && (
        <Note tone="error" title={words.failed}>
          {refusalText(error, t.problem) ?? problemText(error, t.problem)}
        </Note>
      )}
      {mayAnswer && targets.length === 0 && <p className={css.settled}>{words.agreed}</p>}
      {mayAnswer && targets.length > 0 && (
        <AnswerDock
          targets={targets}
          draft={draft}
          onBegin={begin}
          onDraft={setDraft}
          onTakeBack={targets.some(({ answer }) => answer !== undefined) ? takeBack : null}
          onCancel={leave}
          onSave={(input) => {
            if (draft) setLast({ ...last, [draft.answer]: draft });
            void save(
              targets.map(({ place }) => place.number),
              input,
            );
            goOn();
          }}
        />
      )}
    </div>
  );
}
