// One locality in the list: its status and households; opened, its people, its point, what can be done.
import { useState, type ReactNode } from 'react';
import type { Locality } from '#contract/locality';
import type { Position } from '#contract/regions';
import { useRemoveLocality } from '../../api/localities.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { localityName } from '../../lib/locality-name.ts';
import { actionWords } from '../../lib/place-actions.ts';
import type { PointPicker } from '../../lib/point-picker.ts';
import { problemText } from '../../lib/problems.ts';
import { EntryActions, EntryItem, entryCss as css } from '../../ui/entry.tsx';
import { Note } from '../../ui/note.tsx';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import { LocalityForm } from './locality-form.tsx';
import { usesOf, usesText } from './locality-words.ts';

type Props = {
  locality: Locality;
  isOpen: boolean;
  onToggle: () => void;
  picker: PointPicker;
  /** Null where the account may not report. */
  onReport: (() => void) | null;
  onShow: (position: Position) => void;
  /** Who lives there. */
  people: ReactNode;
};

export function LocalityItem(props: Props) {
  const { locality, isOpen, onToggle, picker, onReport, onShow, people } = props;
  const t = useText();
  const { language } = useLanguage();
  const remove = useRemoveLocality();
  const [isEditing, setIsEditing] = useState(false);
  const [isOutside, setIsOutside] = useState(false);
  const { id, status, confirmed, stale, modelled, position, source, version } = locality;
  const name = localityName(locality);
  const isUnconfirmed = !confirmed && status !== 'unknown';
  const households = locality.people.households?.value;
  const notes = [
    t.status.names[status],
    ...(isUnconfirmed ? [t.status.unconfirmed] : []),
    ...(modelled ? [t.status.modelled] : []),
    ...(stale ? [t.status.stale] : []),
    ...(households === undefined
      ? []
      : [t.places.people.householdsOf(formatNumber(households, language))]),
  ];
  const uses = usesOf(remove.error);
  return (
    <EntryItem
      symbol={<StatusSymbol status={status} size={20} faded={isUnconfirmed || modelled} />}
      title={name}
      detail={notes.join(' · ')}
      isOpen={isOpen}
      onToggle={onToggle}
    >
      {isEditing ? (
        <LocalityForm
          villageCode={locality.villageCode}
          locality={locality}
          kind={locality.kind}
          picker={picker}
          onDone={(saved, outside) => {
            setIsEditing(false);
            if (saved !== null) setIsOutside(outside);
          }}
        />
      ) : (
        <>
          {people}
          <p className={css.quiet}>
            {position === null && `${t.places.noPoint} · `}
            {t.places.source}: {source}
          </p>
          {isOutside && <Note tone="warning">{t.places.outsideVillage}</Note>}
          {remove.error && (
            <Note tone="error" title={t.places.notRemoved}>
              {problemText(remove.error, t.problem)}
              {uses && ` ${t.places.stillUsed(usesText(uses, t.places.uses, language))}`}
            </Note>
          )}
          <EntryActions
            words={actionWords(name, t.places, t.common.cancel)}
            onReport={onReport}
            onShow={position && (() => onShow(position))}
            onEdit={locality.mayEdit ? () => setIsEditing(true) : null}
            onRemove={() => remove.mutate({ id, version })}
            isRemoving={remove.isPending}
          />
        </>
      )}
    </EntryItem>
  );
}
