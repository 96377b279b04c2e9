// A button that opens the camera or the gallery: a real file input under its words.
import { useText } from '../../../i18n/text.tsx';
import { Icon } from '../../../ui/icons.tsx';
import css from '../field-form.module.css';

type Props = {
  label: string;
  onPick: (files: File[]) => void;
  /** Straight to the camera; only shown on what is held in the hand. */
  isCamera?: boolean;
  isDisabled?: boolean;
};

export function PhotoPick({ label, onPick, isCamera = false, isDisabled = false }: Props) {
  const text = useText().fieldForm.photos;
  return (
    <label className={`${css.pick} ${isCamera ? css.camera : ''}`}>
      <Icon name={isCamera || label !== text.choose ? 'photo' : 'plus'} size={18} />
      {label}
      <input
        type="file"
        accept="image/*"
        multiple={!isCamera}
        disabled={isDisabled}
        {...(isCamera && { capture: 'environment' as const })}
        onChange={({ currentTarget }) => {
          onPick([...(currentTarget.files ?? [])]);
          // The same file may be chosen again after it was removed.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
