// How many changes of each kind there are, and how many are taken; a click shows only these.
import { lineKinds, type FilingCounts, type LineKind } from '#contract/filings';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { sumChanges } from '../../lib/filing-view.ts';
import { KindMark } from './kind-mark.tsx';
import css from './filing.module.css';

type Props = {
  counts: FilingCounts;
  kind: LineKind | undefined;
  onKind: (kind: LineKind | undefined) => void;
};

export function KindChips({ counts, kind, onKind }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.filings;
  const number = (value: number) => formatNumber(value, language);
  const all = sumChanges(counts);
  return (
    <div className={css.chips} role="group" aria-label={words.filter.label}>
      <button
        type="button"
        className={css.chip}
        aria-pressed={kind === undefined}
        title={words.filter.taken(number(all.taken), number(all.lines))}
        onClick={() => onKind(undefined)}
      >
        {words.filter.all}
        <strong>{number(all.lines)}</strong>
      </button>
      {lineKinds
        .filter((one) => counts[one].lines > 0)
        .map((one) => {
          const { lines, taken } = counts[one];
          const isPartly = one !== 'unchanged' && taken < lines;
          return (
            <button
              key={one}
              type="button"
              className={css.chip}
              data-kind={one}
              aria-pressed={kind === one}
              title={
                one === 'unchanged' ? undefined : words.filter.taken(number(taken), number(lines))
              }
              onClick={() => onKind(kind === one ? undefined : one)}
            >
              <KindMark kind={one} />
              {words.kinds[one]}
              <strong>{isPartly ? `${number(taken)}/${number(lines)}` : number(lines)}</strong>
            </button>
          );
        })}
    </div>
  );
}
