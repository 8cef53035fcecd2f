/** A file in the drop, by its key: its path under `scans/` and the sub-folder that makes it part of one batch. */
export type Dropped = { path: string; name: string; folder: string | null };

/** `null` for what is not an incoming file: what was moved to `done/` and `failed/`, and the marks of folders. */
export function droppedFile(key: string): Dropped | null {
  if (!key.startsWith('scans/') || key.endsWith('/')) return null;
  const path = key.slice('scans/'.length);
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (name === '') return null;
  return { path, name, folder: parts.length > 1 ? (parts[0] ?? null) : null };
}
