import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the content with this hash lies: two levels of folders keep each of them small. */
export const placeOf = (filesFolder: string, sha256: string): string =>
  join(filesFolder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Keeps the bytes under their hash, durably and all at once: a crash leaves either the whole file or none.
 * @returns the SHA-256 in hexadecimal.
 */
export async function keepFile(filesFolder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes);
  const place = placeOf(filesFolder, sha256);
  if (await exists(place)) return sha256;
  const folder = dirname(place);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}`);
  try {
    await writeDurably(draft, bytes);
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
  return sha256;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o640);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** @returns null when nothing lies there. */
export async function findContent(filesFolder: string, sha256: string): Promise<Uint8Array | null> {
  try {
    return await readFile(placeOf(filesFolder, sha256));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
