// Above the lines: take or leave all that are shown, and one reason for all that slipped.
import type { Reason } from '#contract/commitments';
import type { FilingLine } from '#contract/filings';
import { useText } from '../../i18n/text.tsx';
import { isSlipped } from '../../lib/filing-view.ts';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { ReasonSelect } from './reason-select.tsx';
import css from './lines.module.css';

type Props = {
  shown: readonly FilingLine[];
  /** Still to be decided by the one who looks. */
  isOpen: boolean;
  error: Error | null;
  onTakeAll: (shown: readonly FilingLine[], isTaken: boolean) => void;
  onExplainAll: (reason: Reason | null) => void;
};

export function LineTools({ shown, isOpen, error, onTakeAll, onExplainAll }: Props) {
  const t = useText();
  const words = t.filings.lines;
  if (!isOpen) return null;
  const changes = shown.filter(({ kind }) => kind !== 'unchanged');
  const taken = changes.filter(({ isTaken }) => isTaken).length;
  const slipped = shown.filter(isSlipped);
  const [common] = slipped;
  const isCommon = common && slipped.every(({ reason }) => reason === common.reason);
  return (
    <div className={css.tools}>
      {error && (
        <Note tone="error" title={words.failed}>
          {problemText(error, t.problem)}
        </Note>
      )}
      <div className={css.toolLine}>
        <label className={css.takeAll}>
          <input
            type="checkbox"
            disabled={changes.length === 0}
            checked={changes.length > 0 && taken === changes.length}
            ref={(box) => {
              if (box) box.indeterminate = taken > 0 && taken < changes.length;
            }}
            onChange={(event) => onTakeAll(shown, event.currentTarget.checked)}
          />
          {words.takeAll}
        </label>
        <span className={css.keys}>{words.keys}</span>
        {slipped.length > 0 && (
          <ReasonSelect
            label={words.reasonAll}
            placeholder={words.reasonAll}
            value={isCommon ? common.reason : null}
            onChange={onExplainAll}
          />
        )}
      </div>
    </div>
  );
}
