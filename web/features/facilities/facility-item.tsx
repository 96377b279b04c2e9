// One facility in the list: what connects it; opened, everything that was said about that, and what can be done.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ConnectionLine, Facility } from '#contract/facilities';
import type { Position } from '#contract/regions';
import { facilityQuery, useRemoveFacility } from '../../api/facilities.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import { actionWords } from '../../lib/place-actions.ts';
import type { PointPicker } from '../../lib/point-picker.ts';
import { problemText } from '../../lib/problems.ts';
import { EntryActions, EntryItem, entryCss as css } from '../../ui/entry.tsx';
import { FacilitySymbol } from '../../ui/facility-symbol.tsx';
import { Note } from '../../ui/note.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { FacilityForm } from './facility-form.tsx';
import list from './facilities.module.css';

type Props = {
  facility: Facility;
  isOpen: boolean;
  onToggle: () => void;
  picker: PointPicker;
  /** Null where the account may not report. */
  onReport: (() => void) | null;
  onShow: (position: Position) => void;
};

export function FacilityItem(props: Props) {
  const { facility, isOpen, onToggle, picker, onReport, onShow } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.places.facilities;
  const remove = useRemoveFacility();
  const [isEditing, setIsEditing] = useState(false);
  const [isOutside, setIsOutside] = useState(false);
  const { id, name, kind, position, source, version, counted, reported } = facility;
  const day = (iso: string | null) => (iso === null ? '' : formatDate(iso, language));
  const connection = words.connections[counted.connection];
  return (
    <EntryItem
      symbol={<FacilitySymbol kind={kind} connection={counted.connection} />}
      title={name}
      detail={
        <>
          {connection}
          {counted.on !== null && <small className={list.per}>{words.per(day(counted.on))}</small>}
        </>
      }
      isOpen={isOpen}
      onToggle={onToggle}
    >
      {isEditing ? (
        <FacilityForm
          villageCode={facility.villageCode}
          facility={facility}
          picker={picker}
          onDone={(saved, outside) => {
            setIsEditing(false);
            if (saved !== null) setIsOutside(outside);
          }}
        />
      ) : (
        <>
          {reported && (
            <p className={css.figures}>
              {words.reported(words.connections[reported.connection], day(reported.on))}
            </p>
          )}
          <History id={id} />
          <p className={css.quiet}>
            {position === null && `${t.places.noPoint} · `}
            {t.places.source}: {source}
          </p>
          {isOutside && <Note tone="warning">{t.places.outsideVillage}</Note>}
          {remove.error && (
            <Note tone="error" title={t.places.notRemoved}>
              {problemText(remove.error, t.problem)}
            </Note>
          )}
          <EntryActions
            words={actionWords(name, t.places, t.common.cancel)}
            onReport={onReport}
            onShow={position && (() => onShow(position))}
            onEdit={facility.mayEdit ? () => setIsEditing(true) : null}
            onRemove={() => remove.mutate({ id, version })}
            isRemoving={remove.isPending}
          />
        </>
      )}
    </EntryItem>
  );
}

/** Everything that was said about what connects it, newest first. */
function History({ id }: { id: string }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.places.facilities;
  const { data, isError, error } = useQuery(facilityQuery(id));
  if (isError)
    return (
      <p className={css.quiet} role="alert">
        {t.places.loadFailed} {problemText(error, t.problem)}
      </p>
    );
  if (!data) return <LoadingLines count={1} label={t.common.loading} />;
  if (data.history.length === 0) return null;
  const basisOf = ({ basis, verified }: ConnectionLine) => {
    if (basis === 'recorded') return words.recorded;
    return verified ? words.verified : words.unverified;
  };
  return (
    <ul className={list.history} aria-label={words.history}>
      {data.history.map((line) => (
        <li key={line.reportId ?? 'recorded'} data-counts={line.counts || undefined}>
          <span>
            {words.since(words.connections[line.connection], formatDate(line.on, language))}
          </span>
          <small>
            {basisOf(line)}: {t.status.by(line.sourceName, line.officeName)}
            {line.counts && ` · ${words.counts}`}
          </small>
        </li>
      ))}
    </ul>
  );
}
