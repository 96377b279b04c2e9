// The facilities of a village by kind, each with what connects it, and a form for a new one.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { facilityKinds } from '#contract/facilities';
import type { Position } from '#contract/regions';
import { facilitiesQuery } from '../../api/facilities.ts';
import { useText } from '../../i18n/text.tsx';
import type { PointPicker } from '../../lib/point-picker.ts';
import { problemText } from '../../lib/problems.ts';
import { entryCss as css } from '../../ui/entry.tsx';
import { Note } from '../../ui/note.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { FacilityForm } from './facility-form.tsx';
import { FacilityItem } from './facility-item.tsx';

type Props = {
  villageCode: string;
  selectedId: string | null;
  onSelect: (id: string | null) => void;
  mayAdd: boolean;
  picker: PointPicker;
  /** Null where the account may not report. */
  onReport: ((id: string) => void) | null;
  onShow: (position: Position) => void;
};

export function FacilitiesSection(props: Props) {
  const { villageCode, selectedId, onSelect, picker, onReport } = props;
  const t = useText();
  const words = t.places.facilities;
  const query = useQuery(facilitiesQuery(villageCode));
  const [isAdding, setIsAdding] = useState(false);
  const [isOutside, setIsOutside] = useState(false);
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
  const { facilities } = query.data;
  const sorted = facilityKinds.flatMap((kind) => facilities.filter((one) => one.kind === kind));
  return (
    <>
      {sorted.length === 0 && !isAdding && <p className={css.quiet}>{words.empty}</p>}
      <ul className={css.list}>
        {sorted.map((facility) => {
          const { id } = facility;
          return (
            <FacilityItem
              key={id}
              facility={facility}
              isOpen={id === selectedId}
              onToggle={() => onSelect(id === selectedId ? null : id)}
              picker={picker}
              onReport={onReport && (() => onReport(id))}
              onShow={props.onShow}
            />
          );
        })}
      </ul>
      {isOutside && <Note tone="warning">{t.places.outsideVillage}</Note>}
      {isAdding && (
        <FacilityForm
          villageCode={villageCode}
          facility={null}
          picker={picker}
          onDone={(id, outside) => {
            setIsAdding(false);
            setIsOutside(outside);
            if (id !== null) onSelect(id);
          }}
        />
      )}
      {props.mayAdd && !isAdding && (
        <div className={css.actions}>
          <button
            type="button"
            className={css.link}
            onClick={() => {
              onSelect(null);
              setIsOutside(false);
              setIsAdding(true);
            }}
          >
            {words.add}
          </button>
        </div>
      )}
    </>
  );
}
