// The localities of a village, each with its status, and a form for a new one.
import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Position, Region } from '#contract/regions';
import { localitiesQuery } from '../../api/localities.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { commonKind, kindWord, localityName } from '../../lib/locality-name.ts';
import type { PointPicker } from '../../lib/point-picker.ts';
import { problemText } from '../../lib/problems.ts';
import { entryCss as css } from '../../ui/entry.tsx';
import { Note } from '../../ui/note.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { LocalityForm } from './locality-form.tsx';
import { LocalityItem } from './locality-item.tsx';

type Props = {
  village: Region;
  selectedId: string | null;
  onSelect: (id: string | null) => void;
  mayAdd: boolean;
  picker: PointPicker;
  /** Null where the account may not report. */
  onReport: ((id: string) => void) | null;
  onShow: (position: Position) => void;
  /** Who lives in a locality. */
  renderPeople: (id: string) => ReactNode;
};

/** So many are shown before the rest is asked for. */
const shownAtFirst = 12;

/** "Jorong 2" before "Jorong 10". */
const byName = new Intl.Collator('id', { numeric: true, sensitivity: 'base' });

export function LocalitiesSection(props: Props) {
  const { village, selectedId, onSelect, picker, onReport } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.places.localities;
  const query = useQuery(localitiesQuery(village.code));
  const [isAdding, setIsAdding] = useState(false);
  const [isWhole, setIsWhole] = useState(false);
  const [isOutside, setIsOutside] = useState(false);

  const localities = (query.data?.localities ?? []).toSorted((a, b) =>
    byName.compare(localityName(a), localityName(b)),
  );
  const { nagari, kelurahan, other } = words.kindOf;
  const expected = { nagari, kelurahan }[village.kind] ?? other;
  const kind = commonKind(localities) ?? expected;
  const isSelectedFar = localities.findIndex(({ id }) => id === selectedId) >= shownAtFirst;
  const shown = isWhole || isSelectedFar ? localities : localities.slice(0, shownAtFirst);

  if (query.isPending) return <LoadingLines count={3} label={t.common.loading} />;
  if (query.isError)
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(query.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void query.refetch()}
      />
    );
  return (
    <>
      <h3>{kindWord(kind)}</h3>
      {localities.length === 0 && !isAdding && <p className={css.quiet}>{words.empty(kind)}</p>}
      <ul className={css.list}>
        {shown.map((locality) => {
          const { id } = locality;
          return (
            <LocalityItem
              key={id}
              locality={locality}
              isOpen={id === selectedId}
              onToggle={() => onSelect(id === selectedId ? null : id)}
              picker={picker}
              onReport={onReport && (() => onReport(id))}
              onShow={props.onShow}
              people={props.renderPeople(id)}
            />
          );
        })}
      </ul>
      {isOutside && <Note tone="warning">{t.places.outsideVillage}</Note>}
      {isAdding && (
        <LocalityForm
          villageCode={village.code}
          locality={null}
          kind={kind}
          picker={picker}
          onDone={(id, outside) => {
            setIsAdding(false);
            setIsOutside(outside);
            if (id !== null) onSelect(id);
          }}
        />
      )}
      <div className={css.actions}>
        {shown.length < localities.length && (
          <button type="button" className={css.link} onClick={() => setIsWhole(true)}>
            {words.showAll(formatNumber(localities.length, language))}
          </button>
        )}
        {props.mayAdd && !isAdding && (
          <button
            type="button"
            className={css.link}
            onClick={() => {
              onSelect(null);
              setIsOutside(false);
              setIsAdding(true);
            }}
          >
            {words.add(kind)}
          </button>
        )}
      </div>
    </>
  );
}
