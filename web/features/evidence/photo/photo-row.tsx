// One photo in the form: what it shows, what to beware of, taking it out.
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useText } from '../../../i18n/text.tsx';
import css from '../field-form.module.css';

type Props = {
  name: string;
  src: string | null;
  /** Quiet words beside the name. */
  note?: string;
  warning: string | null;
  error?: string | null;
  action: ReactNode;
};

export function PhotoRow({ name, src, note = '', warning, error = null, action }: Props) {
  return (
    <li className={css.photo} data-warned={warning !== null || undefined}>
      {src === null ? <span className={css.blank} /> : <img src={src} alt="" />}
      <div>
        <span className={css.photoName}>{name}</span>
        {note !== '' && <p className={css.hint}>{note}</p>}
        {warning !== null && (
          <p className={css.photoWarning} role="status">
            {warning}
          </p>
        )}
        {error !== null && <p className={css.photoError}>{error}</p>}
      </div>
      {action}
    </li>
  );
}

/** An address under which the bytes can be shown while the row is there. */
export function useBlobAddress(blob: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
}

/** Taking out what cannot be brought back asks once more, in its own place. */
export function RemoveButton({ name, isSure, onRemove, isBusy = false }: RemoveProps) {
  const words = useText().fieldForm.photos;
  const [isAsking, setIsAsking] = useState(false);
  const needsYes = isSure && !isAsking;
  return (
    <Button
      variant={isAsking ? 'light' : 'subtle'}
      color={isAsking ? 'red' : 'gray'}
      size="compact-sm"
      className={css.touch ?? ''}
      aria-label={isAsking ? `${words.removeSure} ${name}` : words.removeOf(name)}
      loading={isBusy}
      onClick={() => (needsYes ? setIsAsking(true) : onRemove())}
      onBlur={() => setIsAsking(false)}
    >
      {isAsking ? words.removeSure : words.remove}
    </Button>
  );
}

type RemoveProps = {
  name: string;
  /** True where it is gone at once for everybody. */
  isSure: boolean;
  onRemove: () => void;
  isBusy?: boolean;
};
