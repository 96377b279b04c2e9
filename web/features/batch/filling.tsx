// Typing in a form: the head with month and saving, the grid, the keys of the cell at hand.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button, Select } from '@mantine/core';
import type { Account } from '#contract/auth';
import type { Blangko } from '#contract/batch';
import type { Operator } from '#contract/evidence';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { placeName, placePath } from '../../lib/place-name.ts';
import { BatchGrid } from './batch-grid.tsx';
import { readDay } from './cells.ts';
import { cellId } from './grid-cell.tsx';
import { readKey, type Pressed } from './grid-keys.ts';
import { withCell, type Position } from './grid.ts';
import { HelpDialog } from './help-dialog.tsx';
import { KeyBar } from './key-bar.tsx';
import { listMonths } from './months.ts';
import { Notices } from './notices.tsx';
import { useBatch } from './use-batch.ts';
import { listWrong } from './wrong-cells.tsx';
import css from './batch.module.css';

type Props = {
  account: Account;
  blangko: Blangko;
  operators: Operator[];
  onOwnReports: () => void;
};

export function Filling({ account, blangko, operators, onOwnReports }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.batch;
  const batch = useBatch(account.id, blangko, operators);
  const { grid, cells } = batch;
  // The first cell that takes something.
  const [active, setActive] = useState<Position>({ row: 0, column: 1 });
  const [writing, setWriting] = useState<string | null>(null);
  const [isSaveWanted, setIsSaveWanted] = useState(false);
  const [showsHelp, setShowsHelp] = useState(false);
  const [restored] = useState(batch.filledCount);
  // Typing can begin at once.
  const hasFocus = useRef(true);
  const saveButton = useRef<HTMLButtonElement>(null);
  const place = placeName(blangko.district);
  const current = { ...active, row: Math.min(active.row, grid.rows.length - 1) };

  const goTo = (at: Position) => {
    hasFocus.current = true;
    setActive(at);
    // One that is not drawn yet takes the cursor when it is.
    document.getElementById(cellId(at))?.focus({ preventScroll: true });
  };

  const write = (at: Position, text: string) => {
    setWriting(null);
    const [row, column] = [grid.rows[at.row], grid.columns[at.column]];
    if (!row || !column) return;
    const plain = text.trim();
    const day = column.kind === 'day' ? readDay(plain, batch.month, batch.today) : null;
    batch.setCells(withCell(cells, row, column, day ?? plain));
  };

  /** Adds a line below a village's rows and goes to its name. */
  const addLine = (villageCode: string) => {
    const last = grid.rows.findLastIndex(({ village }) => village.code === villageCode);
    batch.addLine(villageCode);
    goTo({ row: last + 1, column: 0 });
  };

  const press = (pressed: Pressed): boolean => {
    const deed = readKey(grid, cells, current, pressed);
    if (deed === null) return false;
    const row = grid.rows[current.row];
    if (deed.do === 'move') setActive(deed.to);
    else if (deed.do === 'cells') batch.setCells(deed.cells);
    else if (deed.do === 'write') setWriting(deed.text);
    else if (deed.do === 'undo') batch.undo();
    else if (deed.do === 'save') setIsSaveWanted(true);
    else if (deed.do === 'leave') saveButton.current?.focus();
    else if (row) addLine(row.village.code);
    return true;
  };

  // After what was just written has become part of the cells.
  const onSaveWanted = useEffectEvent(() => {
    setIsSaveWanted(false);
    void batch.save();
  });
  useEffect(() => {
    if (isSaveWanted) onSaveWanted();
  }, [isSaveWanted]);

  const onRefused = useEffectEvent(() => {
    const [first] = listWrong(grid, batch.errors);
    if (first) goTo(first.at);
  });
  const { refusals } = batch;
  useEffect(() => {
    if (refusals > 0) onRefused();
  }, [refusals]);

  return (
    <div className={css.screen}>
      <header className={css.bar}>
        <div className={css.place}>
          <h1 className={css.title}>{place}</h1>
          <p className={css.path}>{placePath(blangko.path, true)}</p>
        </div>
        <Select
          className={css.month}
          aria-label={words.month}
          title={words.month}
          data={listMonths(batch.today, language)}
          value={batch.month}
          allowDeselect={false}
          onChange={(month) => month !== null && batch.setMonth(month)}
        />
        <span className={css.count} role="status">
          {words.filled(formatNumber(batch.filledCount, language))}
        </span>
        <Button
          ref={saveButton}
          loading={batch.isSending}
          // Still reached by keyboard: Esc leads here.
          {...(!blangko.mayReport && { 'data-disabled': true, 'aria-disabled': true })}
          title="Ctrl+Enter"
          onClick={() => setIsSaveWanted(true)}
        >
          {words.save}
        </Button>
      </header>
      <Notices
        batch={batch}
        mayReport={blangko.mayReport}
        restored={restored}
        onOpen={goTo}
        onOwnReports={onOwnReports}
      />
      <BatchGrid
        batch={batch}
        place={place}
        active={current}
        writing={writing}
        hasFocus={hasFocus}
        onActive={setActive}
        onWriting={setWriting}
        onPress={press}
        onWritten={write}
        onAddLine={addLine}
      />
      <KeyBar
        kind={grid.columns[current.column]?.kind ?? 'note'}
        onPress={press}
        onHelp={() => setShowsHelp(true)}
      />
      <HelpDialog isOpen={showsHelp} onClose={() => setShowsHelp(false)} />
    </div>
  );
}
