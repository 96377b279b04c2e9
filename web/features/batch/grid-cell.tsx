// One cell: its words, what is wrong with it, and the field while text is written into it.
import { useEffect, useRef } from 'react';
import { noteMaxLength } from '#contract/evidence';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import { answerSymbol, cellWords, columnWords } from './cell-words.ts';
import { isTextCell } from './cells.ts';
import { cellAt, isEditable, type GridColumn, type GridRow, type Position } from './grid.ts';
import type { Batch } from './use-batch.ts';
import css from './batch.module.css';

export const cellId = ({ row, column }: Position) => `cell-${row}-${column}`;

/** As many letters as the contract takes. */
const mostLetters = { day: 12, name: 120, note: noteMaxLength } as const;
const locales = { id: 'id-ID', en: 'en-GB' } as const;

type Props = {
  batch: Batch;
  row: GridRow;
  column: GridColumn;
  at: Position;
  isActive: boolean;
  writing: string | null;
  onActive: (at: Position) => void;
  onWriting: (text: string | null) => void;
  onWritten: (at: Position, text: string) => void;
};

export function GridCell(props: Props) {
  const { batch, row, column, at, isActive, writing, onActive, onWriting, onWritten } = props;
  const t = useText();
  const { language } = useLanguage();
  const { kind } = column;
  const text = cellAt(batch.cells, row, column);
  const error = batch.errors[row.key]?.[column.key];
  const canWrite = isTextCell(kind) && isEditable(row, column);
  const symbol = kind === 'answer' ? answerSymbol(text) : null;
  const format = { today: batch.today, locale: locales[language] };
  return (
    <div
      id={cellId(at)}
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      data-kind={kind}
      data-active={isActive || undefined}
      data-wrong={error !== undefined || undefined}
      aria-readonly={!isEditable(row, column) || undefined}
      aria-invalid={error !== undefined || undefined}
      className={css.cell}
      onClick={() => {
        onActive(at);
        if (isActive && canWrite && writing === null) onWriting(text);
      }}
    >
      {writing !== null && (kind === 'day' || kind === 'name' || kind === 'note') ? (
        <Field
          label={`${row.number}, ${columnWords(column, t)}`}
          inputMode={kind === 'day' ? 'numeric' : 'text'}
          maxLength={mostLetters[kind]}
          text={writing}
          onText={onWriting}
          onLeave={(left) => onWritten(at, left)}
        />
      ) : (
        <>
          {symbol && <StatusSymbol status={symbol} size={15} />}
          <span className={css.words}>
            {kind === 'name' && row.about !== 'line' ? (
              row.about === 'village' ? (
                t.batch.wholeVillage(row.village.kind)
              ) : (
                row.name
              )
            ) : text === '' && kind === 'name' ? (
              <span className={css.hint}>{t.batch.newName}</span>
            ) : (
              cellWords(kind, text, t, format)
            )}
          </span>
        </>
      )}
      {error !== undefined && (
        <span className={isActive ? css.error : 'visually-hidden'}>{error}</span>
      )}
    </div>
  );
}

type FieldProps = {
  label: string;
  inputMode: 'numeric' | 'text';
  maxLength: number;
  text: string;
  onText: (text: string) => void;
  onLeave: (text: string) => void;
};

function Field({ label, inputMode, maxLength, text, onText, onLeave }: FieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  return (
    <input
      ref={input}
      className={css.field}
      aria-label={label}
      inputMode={inputMode}
      maxLength={maxLength}
      autoComplete="off"
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onBlur={() => onLeave(text)}
    />
  );
}
