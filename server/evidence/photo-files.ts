// Photos on the disk: parts on their way in DATA_DIR/uploads, finished files in DATA_DIR/photos under
// the SHA-256 of their content. Knows no database: which files are in use is photo-store.ts's business.
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhotoImage } from './photo-store.ts';

export type PhotoFiles = ReturnType<typeof createPhotoFiles>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const contentName = /^([0-9a-f]{64})\.(jpg|webp|thumb\.webp)$/;

async function listNames(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * The photos below `dataDir`. What is synchronous here is so on purpose: moving a file and writing
 * its row, or finding a file unused and removing it, happen without anything in between.
 */
export function createPhotoFiles(dataDir: string) {
  const uploads = join(dataDir, 'uploads');
  const photos = join(dataDir, 'photos');
  const uploadDir = (photoId: string) => join(uploads, photoId);
  const contentPath = (content: string, ending: string) =>
    join(photos, content.slice(0, 2), `${content}.${ending}`);

  return {
    /** The numbers of the parts that are there, ascending. */
    async listParts(photoId: string): Promise<number[]> {
      const names = await listNames(uploadDir(photoId));
      return names
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .toSorted((a, b) => a - b);
    },

    /** Keeps part `n`, replacing an earlier one; a crash leaves either nothing or the whole part. */
    async writePart(photoId: string, n: number, bytes: Uint8Array): Promise<void> {
      const dir = uploadDir(photoId);
      await mkdir(dir, { recursive: true });
      const draft = join(dir, `${n}.${randomUUID()}.part`);
      await writeFile(draft, bytes);
      await rename(draft, join(dir, String(n)));
    },

    readPart(photoId: string, n: number): Promise<Uint8Array> {
      return readFile(join(uploadDir(photoId), String(n)));
    },

    /** Removes all that has come of a photo so far. */
    dropUpload(photoId: string): void {
      rmSync(uploadDir(photoId), { recursive: true, force: true });
    },

    /** Writes the finished files beside the parts, onto the disk for certain. */
    async stage(photoId: string, image: Uint8Array, thumb: Uint8Array): Promise<void> {
      const dir = uploadDir(photoId);
      await mkdir(dir, { recursive: true });
      await writeFile(join(dir, 'image'), image, { flush: true });
      await writeFile(join(dir, 'thumb'), thumb, { flush: true });
    },

    /** Moves the staged files to where they stay. */
    keep(photoId: string, { content, extension }: PhotoImage): void {
      const dir = uploadDir(photoId);
      mkdirSync(join(photos, content.slice(0, 2)), { recursive: true });
      renameSync(join(dir, 'thumb'), contentPath(content, 'thumb.webp'));
      renameSync(join(dir, 'image'), contentPath(content, extension));
    },

    read(image: PhotoImage): Promise<Uint8Array> {
      return readFile(contentPath(image.content, image.extension));
    },

    readThumb({ content }: PhotoImage): Promise<Uint8Array> {
      return readFile(contentPath(content, 'thumb.webp'));
    },

    /** Removes a stored file and its thumbnail. */
    remove(content: string): void {
      for (const ending of ['jpg', 'webp', 'thumb.webp'])
        rmSync(contentPath(content, ending), { force: true });
    },

    /** The photos of which parts or staged files lie about. */
    async listUploads(): Promise<string[]> {
      return (await listNames(uploads)).filter((name) => uuid.test(name));
    },

    /** The contents of all stored files, each once. */
    async listContents(): Promise<string[]> {
      const found = new Set<string>();
      for (const folder of await listNames(photos)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const name of await listNames(join(photos, folder))) {
          const content = contentName.exec(name)?.[1];
          if (content) found.add(content);
        }
      }
      return [...found];
    },
  };
}
