// What is worth knowing above the grid: what was saved, what is wrong, what was still on the device.
import { useState } from 'react';
import { Button } from '@mantine/core';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import type { Position } from './grid.ts';
import type { Batch } from './use-batch.ts';
import { WrongCells } from './wrong-cells.tsx';
import css from './batch.module.css';

type Props = {
  batch: Batch;
  mayReport: boolean;
  /** Rows that were on the device when the screen opened. */
  restored: number;
  onOpen: (at: Position) => void;
  onOwnReports: () => void;
};

export function Notices({ batch, mayReport, restored, onOpen, onOwnReports }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.batch;
  const [isRestoredSeen, setIsRestoredSeen] = useState(restored === 0);
  const { outcome, errors } = batch;
  const hasWrong = Object.keys(errors).length > 0;
  const showsRestored = !isRestoredSeen && outcome === null && batch.filledCount > 0;
  return (
    <div className={css.notices}>
      {!mayReport && <Note tone="warning">{words.outside}</Note>}
      {!batch.isKept && <Note tone="warning">{words.notKept}</Note>}
      {outcome !== null && outcome.saved > 0 && (
        <Note
          title={words.saved(formatNumber(outcome.saved, language))}
          actions={
            <Button size="compact-sm" variant="default" onClick={onOwnReports}>
              {words.seeOwn}
            </Button>
          }
        />
      )}
      {outcome?.saved === 0 && outcome.failure === null && <Note>{words.nothing}</Note>}
      {outcome !== null && outcome.failure !== null && !hasWrong && (
        <Note tone="error" title={words.notSaved}>
          {problemText(outcome.failure, t.problem)} {batch.isKept && words.kept}
        </Note>
      )}
      <WrongCells grid={batch.grid} errors={errors} onOpen={onOpen} />
      {showsRestored && !hasWrong && (
        <Note
          actions={
            <>
              <Button size="compact-sm" variant="default" onClick={() => setIsRestoredSeen(true)}>
                {t.common.close}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setIsRestoredSeen(true);
                  batch.clear();
                }}
              >
                {words.startOver}
              </Button>
            </>
          }
        >
          {words.restored(formatNumber(restored, language))}
        </Note>
      )}
    </div>
  );
}
