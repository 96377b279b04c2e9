// Photos in backups. A photo's file is named after its content and never changes, so one folder beside
// the backups serves all of them, and each backup copies only what is new.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of a stored photo: the photo's SHA-256, and its path below the folder of photos. */
type PhotoFile = { content: string; path: string };

/** Where the photos of the backup `file` lie: beside it, together with those of other backups. */
export function photoFolderOf(file: string): string {
  return join(dirname(file), 'jangkau-photos');
}

function listPhotoFiles(folder: string): PhotoFile[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.flatMap((path) => {
    const content = /([0-9a-f]{64})\.(jpg|webp|thumb\.webp)$/.exec(path)?.[1];
    return content ? [{ content, path }] : [];
  });
}

/** Copies what is not there yet; a copy that was broken off does not count as one. */
function copyMissing(files: readonly PhotoFile[], from: string, to: string): void {
  for (const { path } of files) {
    const target = join(to, path);
    if (existsSync(target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(from, path), `${target}.copying`);
    renameSync(`${target}.copying`, target);
  }
}

/** Copies the photos in `from` that `to` lacks. */
export function addPhotos(from: string, to: string): void {
  copyMissing(listPhotoFiles(from), from, to);
}

/**
 * Makes the folder `photos` hold the files of `contents` (the SHA-256 of each photo), taken from the
 * first of `folders` that has them; what it held is kept beside it. Gives back how many are nowhere.
 */
export function replacePhotos(
  photos: string,
  contents: readonly string[],
  folders: readonly string[],
): number {
  const draft = `${photos}.restoring`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const wanted = new Set(contents);
  for (const folder of folders) {
    const files = listPhotoFiles(folder).filter(({ content }) => wanted.has(content));
    copyMissing(files, folder, draft);
  }
  rmSync(`${photos}.before-restore`, { recursive: true, force: true });
  if (existsSync(photos)) renameSync(photos, `${photos}.before-restore`);
  renameSync(draft, photos);
  for (const { content } of listPhotoFiles(photos)) wanted.delete(content);
  return wanted.size;
}
