// The photos of a report: taking and choosing, each with what to beware of, and what was not taken and why.
import { useQuery } from '@tanstack/react-query';
import { maxPhotosOfReport, type Photo } from '#contract/evidence';
import type { Position } from '#contract/regions';
import { operatorsQuery, useRemovePhoto } from '../../../api/evidence.ts';
import { useLanguage, useText } from '../../../i18n/text.tsx';
import { formatDistance } from '../../../lib/format.ts';
import { fieldText, problemText } from '../../../lib/problems.ts';
import evidence from '../evidence.module.css';
import css from '../field-form.module.css';
import { distanceOf, type FormPhoto } from './form-photo.ts';
import { PhotoPick } from './photo-pick.tsx';
import { PhotoRow, RemoveButton, useBlobAddress } from './photo-row.tsx';
import { isFar } from './photo-rules.ts';
import type { Photos } from './use-photos.ts';

type Props = {
  photos: Photos;
  /** The report's point as it stands now. */
  position: Position | null;
};

export function PhotoField({ photos, position }: Props) {
  const words = useText().fieldForm.photos;
  const { stored } = photos;
  const count = stored.length + photos.photos.length;
  const isFull = count >= maxPhotosOfReport;
  return (
    <div className={evidence.section} role="group" aria-label={words.title}>
      <div className={css.photoHead}>
        <span className={evidence.label}>{words.title}</span>
        {count > 0 && <span className={css.hint}>{words.count(count, maxPhotosOfReport)}</span>}
      </div>
      {count > 0 && (
        <ul className={css.photoList}>
          {stored.map((photo, index) => (
            <StoredRow
              key={photo.id}
              photo={photo}
              number={index + 1}
              onRemoved={() => photos.forgetStored(photo.id)}
            />
          ))}
          {photos.photos.map((photo, index) => (
            <OwnRow
              key={photo.id}
              photo={photo}
              number={stored.length + index + 1}
              position={position}
              onRemove={() => photos.remove(photo.id)}
            />
          ))}
        </ul>
      )}
      <div className={css.photoButtons}>
        <PhotoPick
          label={words.take}
          isCamera
          isDisabled={isFull}
          onPick={(files) => photos.add(files, 'photo')}
        />
        <PhotoPick
          label={words.choose}
          isDisabled={isFull}
          onPick={(files) => photos.add(files, 'photo')}
        />
      </div>
      <div aria-live="polite">
        {photos.preparingCount > 0 && (
          <p className={css.hint}>{words.preparing(photos.preparingCount)}</p>
        )}
        {photos.refused.length > 0 && (
          <ul className={css.refused}>
            {photos.refused.map(({ id, name, problem }) => (
              <li key={id}>
                {name}: {words.problems[problem]}
              </li>
            ))}
          </ul>
        )}
      </div>
      {photos.photos.length > 0 && <p className={css.hint}>{words.rest}</p>}
    </div>
  );
}

/** "Foto 3", "Tangkapan layar Telkomsel". */
function useName({ kind, operatorId }: Pick<Photo, 'kind' | 'operatorId'>, number: number): string {
  const words = useText().fieldForm;
  const { data: operators = [] } = useQuery(operatorsQuery);
  if (kind === 'photo') return words.photos.photo(number);
  const operator = operators.find(({ id }) => id === operatorId);
  return operator ? words.photos.ofOperator(operator.name) : words.screenshot;
}

function useWarning(distanceM: number | null): string | null {
  const words = useText().fieldForm.photos;
  const { language } = useLanguage();
  return distanceM !== null && isFar(distanceM)
    ? words.far(formatDistance(Math.round(distanceM), language))
    : null;
}

type OwnProps = {
  photo: FormPhoto;
  number: number;
  position: Position | null;
  onRemove: () => void;
};

function OwnRow({ photo, number, position, onRemove }: OwnProps) {
  const t = useText();
  const name = useName(photo, number);
  const own = useBlobAddress(photo.blob);
  const { refusalCode } = photo;
  return (
    <PhotoRow
      name={name}
      src={photo.blob ? own : `/api/photos/${photo.id}/thumb`}
      note={photo.blob ? '' : t.fieldForm.photos.onServer}
      warning={useWarning(distanceOf(photo, position))}
      error={refusalCode === null ? null : fieldText('', refusalCode, t.problem)}
      action={photo.blob && <RemoveButton name={name} isSure={false} onRemove={onRemove} />}
    />
  );
}

type StoredProps = { photo: Photo; number: number; onRemoved: () => void };

function StoredRow({ photo, number, onRemoved }: StoredProps) {
  const t = useText();
  const name = useName(photo, number);
  const remove = useRemovePhoto();
  return (
    <PhotoRow
      name={name}
      src={`/api/photos/${photo.id}/thumb`}
      note={t.fieldForm.photos.onServer}
      warning={useWarning(photo.exifDistanceM)}
      error={remove.isError ? problemText(remove.error, t.problem) : null}
      action={
        <RemoveButton
          name={name}
          isSure
          isBusy={remove.isPending}
          onRemove={() => remove.mutate(photo.id, { onSuccess: onRemoved })}
        />
      }
    />
  );
}
