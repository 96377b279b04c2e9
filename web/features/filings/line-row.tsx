// One change: taken or left, which site, what changed, and why where it is put off.
import type { Reason } from '#contract/commitments';
import type { FilingLine } from '#contract/filings';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { isSlipped } from '../../lib/filing-view.ts';
import { KindMark } from './kind-mark.tsx';
import { lineWords, siteTitle } from './line-words.ts';
import { ReasonSelect } from './reason-select.tsx';
import css from './lines.module.css';

/** What one may do to a line; null: only look. */
export type LineActions = {
  take: (line: FilingLine, isTaken: boolean) => void;
  explain: (line: FilingLine, reason: Reason | null) => void;
} | null;

type Props = {
  line: FilingLine;
  isActive: boolean;
  actions: LineActions;
  onActive: (line: FilingLine) => void;
  onHover: (line: FilingLine | null) => void;
  onOpenCommitment: (id: string) => void;
};

export function LineRow({ line, isActive, actions, onActive, onHover, onOpenCommitment }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.filings;
  const { kind, siteRef, isTaken, reason, commitment } = line;
  const title = siteTitle(line);
  const said = lineWords(line, words, language);
  const mayTake = actions !== null && kind !== 'unchanged';
  return (
    <div
      className={css.row}
      data-line={line.number}
      data-active={isActive || undefined}
      data-left={!isTaken || undefined}
      onPointerEnter={() => onHover(line)}
      onPointerLeave={() => onHover(null)}
    >
      <label className={css.take}>
        <input
          type="checkbox"
          checked={isTaken}
          disabled={!mayTake}
          aria-label={words.lines.take(title)}
          onChange={(event) => actions?.take(line, event.currentTarget.checked)}
        />
      </label>
      <button
        type="button"
        className={css.site}
        aria-current={isActive || undefined}
        title={[`${title} (${siteRef})`, said].join('\n')}
        onClick={() => onActive(line)}
      >
        <KindMark kind={kind} />
        <span className={css.name}>
          <span className="visually-hidden">{words.kinds[kind]}: </span>
          <strong>{title}</strong>
          {title !== siteRef && <span className={css.ref}>{siteRef}</span>}
        </span>
        <span className={css.what}>{said}</span>
      </button>
      <span className={css.end}>
        {commitment && (
          <button
            type="button"
            className={css.commitment}
            onClick={() => onOpenCommitment(commitment.id)}
          >
            {words.lines.commitment(commitment.number)}
          </button>
        )}
        {isSlipped(line) &&
          (actions ? (
            <ReasonSelect
              label={words.lines.reasonOf(title)}
              value={reason}
              placeholder={words.lines.noReason}
              isMissing={isTaken && reason === null && commitment !== null}
              onChange={(chosen) => actions.explain(line, chosen)}
            />
          ) : (
            reason !== null && <span className={css.quiet}>{t.commitments.reasons[reason]}</span>
          ))}
      </span>
    </div>
  );
}
