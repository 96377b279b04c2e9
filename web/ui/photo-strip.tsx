// Photos as a row of thumbnails; one opens large, with arrows to the others. Words come from the caller.
import { useState, type KeyboardEvent } from 'react';
import { Modal } from '@mantine/core';
import { IconButton } from './icon-button.tsx';
import css from './photo-strip.module.css';

export type ShownPhoto = {
  id: string;
  widthPx: number;
  heightPx: number;
  /** Read aloud and shown below the large one. */
  label: string;
  /** Something to beware of, told on the thumbnail too; null for nothing. */
  warning: string | null;
};

type Props = {
  photos: readonly ShownPhoto[];
  words: { close: string; next: string; previous: string };
};

export function PhotoStrip({ photos, words }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const shown = open === null ? undefined : photos[open];
  const step = (by: number) =>
    setOpen((at) => (at === null ? null : (at + by + photos.length) % photos.length));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by !== undefined) step(by);
  };
  return (
    <>
      <ul className={css.strip}>
        {photos.map(({ id, label, warning }, index) => (
          <li key={id}>
            <button
              type="button"
              className={css.thumb}
              data-warned={warning !== null || undefined}
              onClick={() => setOpen(index)}
            >
              <img
                src={`/api/photos/${id}/thumb`}
                alt={warning === null ? label : `${label}. ${warning}`}
                loading="lazy"
                width={72}
                height={72}
              />
            </button>
          </li>
        ))}
      </ul>
      <Modal
        opened={shown !== undefined}
        onClose={() => setOpen(null)}
        size="min(1100px, 94vw)"
        centered
        title={shown?.label}
        closeButtonProps={{ 'aria-label': words.close }}
        onKeyDown={onKeyDown}
      >
        {shown && (
          <figure className={css.large}>
            <img
              src={`/api/photos/${shown.id}`}
              alt={shown.label}
              width={shown.widthPx}
              height={shown.heightPx}
            />
            <figcaption>
              {photos.length > 1 && (
                <IconButton icon="left" label={words.previous} onClick={() => step(-1)} />
              )}
              <span>{shown.warning}</span>
              {photos.length > 1 && (
                <IconButton icon="right" label={words.next} onClick={() => step(1)} />
              )}
            </figcaption>
          </figure>
        )}
      </Modal>
    </>
  );
}
