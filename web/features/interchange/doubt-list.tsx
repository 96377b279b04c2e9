// The doubtful rows, one of them open to be settled; j and k go from one to the next.
import { useEffect, useRef, useState } from 'react';
import type { Account } from '#contract/auth';
import type { ImportDetail, ImportRow, RowDecision } from '#contract/interchange';
import { useDecideRow } from '../../api/imports.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { useKeys } from '../../lib/use-keys.ts';
import { DoubtCard } from './doubt-card.tsx';
import { type RowPlaces, ShowOnMap } from './row-table.tsx';
import doubtCss from './doubt.module.css';

type Props = {
  detail: ImportDetail;
  account: Account;
  rows: readonly ImportRow[];
  /** Null where no map shows the rows. */
  places: RowPlaces | null;
};

/** The row that is open: the chosen one, else the first that still waits. */
function openIndex(rows: readonly ImportRow[], chosen: number | null): number {
  const at = rows.findIndex(({ number }) => number === chosen);
  if (at >= 0) return at;
  // The one after a row that has been settled and left the list.
  const next = rows.findIndex(({ number, isSkipped }) => !isSkipped && number > (chosen ?? 0));
  if (next >= 0) return next;
  return Math.max(
    0,
    rows.findIndex(({ isSkipped }) => !isSkipped),
  );
}

export function DoubtList({ detail, account, rows, places }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.doubt;
  const decide = useDecideRow(detail.id);
  const [chosen, setChosen] = useState<number | null>(null);
  /** The page stays where it is until the person goes from row to row. */
  const [hasMoved, setHasMoved] = useState(false);
  const [alsoAlike, setAlsoAlike] = useState(true);
  const [remember, setRemember] = useState(true);
  const list = useRef<HTMLOListElement>(null);
  const at = openIndex(rows, chosen);
  const row = rows[at];

  const step = (by: number) => {
    setChosen(rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.number ?? null);
    setHasMoved(true);
  };
  const put = (decision: RowDecision, isLast = true) => {
    if (!row || decide.isPending) return;
    setHasMoved(true);
    const next = rows.slice(at + 1).find(({ isSkipped }) => !isSkipped);
    decide.mutate(
      { number: row.number, decision },
      // A skipped row stays in the list, so the next one is opened; a settled one makes room for it.
      { onSuccess: () => isLast && setChosen(next?.number ?? row.number) },
    );
  };
  const choose = (key: string) => {
    const doubt = row?.doubt;
    if (!doubt) return;
    const isNamed = doubt.about === 'village' && doubt.isMemorable;
    put({ about: doubt.about, choose: key, alsoAlike, remember: isNamed && remember }, false);
  };
  const skip = () => put(row?.isSkipped ? { reset: true } : { skip: true, alsoAlike });
  const options = row?.doubt?.options ?? [];
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    s: skip,
    a: () => setAlsoAlike(!alsoAlike),
    i: () => setRemember(!remember),
    ...Object.fromEntries(
      options.map(({ key }, index) => [String(index + 1), () => choose(key)] as const),
    ),
  });
  const number = row?.number;
  useEffect(() => {
    if (number === undefined || !hasMoved) return;
    list.current?.querySelector(`[data-row="${number}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [number, hasMoved]);

  return (
    <>
      <p className={doubtCss.keys}>{words.keys}</p>
      <ol ref={list} className={doubtCss.doubts}>
        {rows.map((one, index) => (
          <li key={one.number} data-row={one.number} data-open={index === at || undefined}>
            <button
              type="button"
              className={doubtCss.doubtLine}
              aria-expanded={index === at}
              onClick={() => setChosen(one.number)}
            >
              <span className={doubtCss.number}>{formatNumber(one.number, language)}</span>
              <span className={doubtCss.doubtSaid}>{one.doubt?.said}</span>
              <span className={doubtCss.doubtWhy} data-skipped={one.isSkipped || undefined}>
                {one.isSkipped
                  ? words.skipped
                  : (words.reasons[one.doubt?.reason ?? ''] ?? one.doubt?.reason)}
              </span>
            </button>
            {index === at && one.doubt && (
              <DoubtCard
                row={one}
                doubt={one.doubt}
                account={account}
                isBusy={decide.isPending}
                error={decide.error}
                alsoAlike={alsoAlike}
                onAlsoAlike={setAlsoAlike}
                remember={remember}
                onRemember={setRemember}
                onChoose={choose}
                onSkip={skip}
                showOnMap={<ShowOnMap number={one.number} places={places} />}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
