// One locality in the list: its status and households; opened, its people, its point, what can be done.
import { useState, type ReactNode } from 'react';
import type { Locality } from '#contract/locality';
import type { Position } from '#contract/regions';
import { useRemoveLocality } from '../../api/localities.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { localityName } from '../../lib/locality-name.ts';
import type { PointPicker } from '../../lib/point-picker.ts';
import { problemText } from '../../lib/problems.ts';
import { EntryItem, entryCss as css, RemoveLink } from '../../ui/entry.tsx';
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
  const { id, status, confirmed, stale, position, source, version } = locality;
  const name = localityName(locality);
  const isUnconfirmed = !confirmed && status !== 'unknown';
  const households = locality.people.households?.value;
  const notes = [
    t.status.names[status],
    ...(isUnconfirmed ? [t.status.unconfirmed] : []),
    ...(stale ? [t.status.stale] : []),
    ...(households === undefined
      ? []
      : [t.places.people.householdsOf(formatNumber(households, language))]),
  ];
  const uses = usesOf(remove.error);
  return (
    <EntryItem
      symbol={<StatusSymbol status={status} size={20} faded={isUnconfirmed} />}
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
          <div className={css.actions}>
            {onReport && (
              <button
                type="button"
                className={css.link}
                aria-label={t.places.reportOf(name)}
                onClick={onReport}
              >
                {t.places.report}
              </button>
            )}
            {position && (
              <button type="button" className={css.link} onClick={() => onShow(position)}>
                {t.places.showOnMap}
              </button>
            )}
            {locality.mayEdit && (
              <>
                <button
                  type="button"
                  className={css.link}
                  aria-label={t.places.editOf(name)}
                  onClick={() => setIsEditing(true)}
                >
                  {t.places.edit}
                </button>
                <RemoveLink
                  label={t.places.remove}
                  ariaLabel={t.places.removeOf(name)}
                  question={t.places.removeSure(name)}
                  yes={t.places.removeYes}
                  no={t.common.cancel}
                  isBusy={remove.isPending}
                  onRemove={() => remove.mutate({ id, version })}
                />
              </>
            )}
          </div>
        </>
      )}
    </EntryItem>
  );
}
