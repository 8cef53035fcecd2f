import { lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** A file waiting in the scan folder: `path` is relative to it, with `/` between a batch's folder and its files. */
export type Found = { path: string; size: number; modified: number; inode: number };
export type Batch = { name: string; files: Found[] };

const OURS = new Set(['done', 'failed']);
/** Left alone: hidden files and what a copy under way is often named. */
const UNFINISHED = /^\.|~$|\.(part|tmp|crdownload)$/i;

/** The batches that lie in the folder, complete or not: one file, or one sub-folder with its files. */
export function batchesIn(folder: string): Batch[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !OURS.has(entry.name) && !UNFINISHED.test(entry.name))
    .map((entry) => ({ name: entry.name, files: filesAt(folder, entry.name) }))
    .filter((batch) => batch.files.length > 0);
}

/** Links are left alone: one could name any file of this machine, or the folder it lies in. */
function filesAt(folder: string, path: string): Found[] {
  try {
    const stat = lstatSync(join(folder, path));
    if (stat.isFile()) return [{ path, size: stat.size, modified: stat.mtimeMs, inode: stat.ino }];
    if (!stat.isDirectory()) return [];
    return readdirSync(join(folder, path))
      .filter((name) => !UNFINISHED.test(name))
      .sort()
      .flatMap((name) => filesAt(folder, `${path}/${name}`));
  } catch (error) {
    // Taken away between the listing and the look.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Moves a file, making folders; a name already taken gets a number, so that nothing is overwritten. `first` is done once
 * the place is known and nobody sees the file there yet. Gives the place.
 */
export function moveTo(from: string, wanted: string, first?: (place: string) => void): string {
  mkdirSync(dirname(wanted), { recursive: true });
  const place = freePlace(wanted);
  first?.(place);
  renameSync(from, place);
  return place;
}

function freePlace(wanted: string): string {
  const extension = extname(wanted);
  const stem = wanted.slice(0, wanted.length - extension.length);
  for (let copy = 1; ; copy++) {
    const place = copy === 1 ? wanted : `${stem} (${copy})${extension}`;
    if (!statSync(place, { throwIfNoEntry: false })) return place;
  }
}

/** Removes the folders a batch leaves empty. */
export function tidy(folder: string, path: string): void {
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    try {
      rmdirSync(join(folder, parent));
    } catch {
      return;
    }
  }
}

export const writeReason = (place: string, reason: string) =>
  writeFileSync(`${place}.txt`, `${reason.trim()}\n`);

const TYPES: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
};
export const contentTypeOf = (path: string) =>
  TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
