// Keeps what is typed on this device while a form is open: the draft, its photos, and that it is open.
import { useEffect, useRef, useState } from 'react';
import { photosKey, type Draft } from './draft.ts';
import { holdDraft } from './draft-hold.ts';
import { createDraftWriter } from './draft-writer.ts';
import type { FormPhoto } from './photo/form-photo.ts';

type Kept = {
  accountId: string;
  draft: Draft;
  photos: FormPhoto[];
  /** False until something was typed: an untouched form leaves no draft. */
  isTouched: boolean;
};

export function useDraft({ accountId, draft, photos, isTouched }: Kept) {
  const [writer] = useState(() => createDraftWriter(accountId));
  const { id } = draft;
  /** Saved or left: what still changes while the panel closes is no draft. */
  const isOver = useRef(false);
  const text = JSON.stringify(draft);
  const [keptText, setKeptText] = useState<string | null>(null);
  const [keptPhotos, setKeptPhotos] = useState<FormPhoto[] | null>(null);

  useEffect(() => holdDraft(id), [id]);
  useEffect(() => {
    if (isTouched && !isOver.current)
      void writer.keep(id, JSON.parse(text)).then(() => setKeptText(text));
  }, [writer, id, isTouched, text]);
  useEffect(() => {
    if (isTouched && !isOver.current)
      void writer.keep(photosKey(id), { photos }).then(() => setKeptPhotos(photos));
  }, [writer, id, isTouched, photos]);

  /** Resolves when nothing of it is on the device any more. */
  const drop = (draftId: string) =>
    Promise.all([writer.drop(draftId), writer.drop(photosKey(draftId))]);

  return {
    /** All that is typed and chosen is on the device. */
    isKept: keptText === text && keptPhotos === photos,
    drop,
    /** Drops it for good, whatever still changes. */
    end: () => {
      isOver.current = true;
      return drop(id);
    },
  };
}
