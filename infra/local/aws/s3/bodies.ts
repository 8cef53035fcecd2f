import { randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export type Bodies = ReturnType<typeof openBodies>;

/** Object bodies in files that are whole or absent: written aside, then renamed. Never overwritten. */
export function openBodies(dataDir: string) {
  const root = join(dataDir, 'objects');
  const aside = join(root, 'tmp');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const pathOf = (id: string) => join(root, id.slice(0, 2), id);

  return {
    /** Answers the body's id, which nobody knows yet: the caller's transaction makes it visible. */
    write(...parts: Buffer[]): string {
      const id = randomBytes(16).toString('hex');
      const temporary = join(aside, id);
      for (const part of parts) writeFileSync(temporary, part, { flag: 'a', mode: 0o600 });
      if (parts.length === 0) writeFileSync(temporary, '', { mode: 0o600 });
      mkdirSync(join(root, id.slice(0, 2)), { recursive: true });
      renameSync(temporary, pathOf(id));
      return id;
    },
    /** Bytes `start` to `end`, both included; the whole body by default. */
    read(id: string, start = 0, end = statSync(pathOf(id)).size - 1): Buffer {
      const bytes = Buffer.allocUnsafe(Math.max(0, end - start + 1));
      const file = openSync(pathOf(id), 'r');
      try {
        for (let at = 0, read = 1; at < bytes.length && read > 0; at += read)
          read = readSync(file, bytes, at, bytes.length - at, start + at);
      } finally {
        closeSync(file);
      }
      return bytes;
    },
    remove: (ids: Iterable<string>) => {
      for (const id of ids) rmSync(pathOf(id), { force: true });
    },
    /** Removes what a crash left between writing a body and making it visible. */
    sweep(isKnown: (id: string) => boolean): void {
      for (const folder of readdirSync(root)) {
        if (folder === 'tmp') continue;
        for (const id of readdirSync(join(root, folder)))
          if (!isKnown(id)) rmSync(pathOf(id), { force: true });
      }
    },
  };
}
