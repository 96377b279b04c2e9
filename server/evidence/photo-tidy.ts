// Removes what no photo needs any more: rows that were given up, and the files of removed rows, also
// those that a crash left behind.
import { recordAudit } from '../audit/store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { PhotoFiles } from './photo-files.ts';
import { givenUpBefore } from './photo-rules.ts';
import * as store from './photo-store.ts';

type Deps = { db: Db; clock: Clock; files: PhotoFiles };

const dayMs = 86_400_000;

/** Removes the files of `traces`, unless a row stands (again) that needs them; after the commit. */
export function removeTraces(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  traces: readonly store.PhotoTrace[],
): void {
  for (const { id, content } of traces) {
    if (!store.isReceiving(db, id)) files.dropUpload(id);
    if (content !== null && !store.isContentInUse(db, content)) files.remove(content);
  }
}

function giveUp({ db, clock }: Deps): void {
  const at = clock();
  db.transaction(() => {
    for (const photo of store.listGivenUp(db, givenUpBefore(at))) {
      const before = store.findPhoto(db, photo.id);
      store.deletePhoto(db, photo.id);
      recordAudit(db, {
        at,
        accountId: null,
        action: 'photo.give-up',
        subject: `photo:${photo.id}`,
        before,
      });
    }
  })();
}

/** Gives up what waits for too long, and removes every file that belongs to no photo. */
export async function tidyPhotos(deps: Deps): Promise<void> {
  const { files } = deps;
  giveUp(deps);
  const uploads = await files.listUploads();
  const contents = await files.listContents();
  removeTraces(
    deps,
    uploads.map((id) => ({ id, content: null })),
  );
  for (const content of contents)
    if (!store.isContentInUse(deps.db, content)) files.remove(content);
}

/** Tidies now and once a day until the function it gives back is called. */
export function startTidyingPhotos(deps: Deps, log: (error: Error) => void): () => void {
  const tidy = () => void tidyPhotos(deps).catch((error: unknown) => log(error as Error));
  tidy();
  const timer = setInterval(tidy, dayMs);
  timer.unref();
  return () => clearInterval(timer);
}
