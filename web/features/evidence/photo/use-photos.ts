// The photos of one form: preparing them one after the other, what was not taken and why, taking back.
import { useRef, useState } from 'react';
import { maxPhotosOfReport, type Photo, type PhotoKind } from '#contract/evidence';
import type { FormPhoto } from './form-photo.ts';
import type { PhotoProblem } from './photo-rules.ts';

export type RefusedFile = { id: string; name: string; problem: PhotoProblem };

export type Photos = ReturnType<typeof usePhotos>;

/**
 * `onServer`: photos of the report that the server has already and that count too. `onTouched` after
 * every change by a person.
 */
export function usePhotos(initial: FormPhoto[], onServer: Photo[], onTouched: () => void) {
  const [photos, setPhotos] = useState(initial);
  const [stored, setStored] = useState(onServer);
  const [refused, setRefused] = useState<RefusedFile[]>([]);
  const [preparingCount, setPreparingCount] = useState(0);
  /** What is there now, for a save that waits until the last one is prepared. */
  const current = useRef(initial);
  const line = useRef<Promise<void>>(Promise.resolve());

  const keep = (next: FormPhoto[]) => {
    current.current = next;
    setPhotos(next);
  };
  const refuse = (name: string, problem: PhotoProblem) =>
    setRefused((before) => [...before, { id: crypto.randomUUID(), name, problem }]);

  const take = async (file: File, kind: PhotoKind, operatorId: string | null) => {
    if (current.current.length + stored.length >= maxPhotosOfReport)
      return refuse(file.name, 'too_many');
    const { preparePhoto, PhotoRefused } = await import('./prepare-photo.ts');
    try {
      keep([...current.current, await preparePhoto(file, kind, operatorId)]);
      onTouched();
    } catch (error) {
      refuse(file.name, error instanceof PhotoRefused ? error.problem : 'unreadable');
    }
  };

  /** One at a time: a phone has memory for one large picture. */
  const add = (files: readonly File[], kind: PhotoKind, operatorId: string | null = null) => {
    setRefused([]);
    setPreparingCount((count) => count + files.length);
    for (const file of files)
      line.current = line.current
        .then(() => take(file, kind, operatorId))
        .catch(() => refuse(file.name, 'unreadable'))
        .finally(() => setPreparingCount((count) => count - 1));
  };

  return {
    photos,
    stored,
    /** The server has removed it. */
    forgetStored: (id: string) => setStored((before) => before.filter((photo) => photo.id !== id)),
    refused,
    preparingCount,
    add,
    remove: (id: string) => {
      keep(current.current.filter((photo) => photo.id !== id));
      onTouched();
    },
    reset: (next: FormPhoto[]) => {
      setRefused([]);
      keep(next);
    },
    /** All of them, once the last one is prepared. */
    settled: async (): Promise<FormPhoto[]> => {
      await line.current;
      return current.current;
    },
  };
}
