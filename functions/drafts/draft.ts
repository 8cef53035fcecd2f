import type { FieldProblem } from '../shared/refusal.ts';
import { Refusal } from '../shared/refusal.ts';

/** A file sent for a draft. `keptAt`: when it was last put where it lives as long as the draft. */
export type DraftFile = { uploadId: string; name: string; size: number; at: string; keptAt?: string };
export type DraftFiles = Record<string, DraftFile[]>;

/** A form begun by somebody signed in, the same on all their devices; one for each procedure. */
export type ServerDraft = {
  procedure: string;
  revision: number;
  title: string;
  /** Counts the savings: whoever saves over another version than the last has not seen it. */
  version: number;
  /** Idempotency-Key of the sending to come, shared by all devices: sending twice is sending once. */
  key: string;
  answers: Record<string, unknown>;
  files: DraftFiles;
  /** Step last seen, and how far it is. */
  step: string;
  at: { index: number; count: number };
  savedAt: string;
  /** Last day on which it can be taken up again, YYYY-MM-DD. */
  until: string;
  /** Once it was sent: from then on it is nothing but this. */
  sent?: { reference: string; at: string };
};
export type Saved = Pick<ServerDraft, 'revision' | 'title' | 'key' | 'answers' | 'files' | 'step' | 'at'> & {
  /** As it was read; 0 when there was none. */
  version: number;
};

export const keptDays = 30;
/** A sent draft says so to the other devices for a week. */
export const sentDays = 7;
/** An item of the table holds 400 KB. */
const largest = 250_000;
export const mostFiles = 40;

const alreadySent = (reference: string): FieldProblem => ({
  field: 'draft',
  code: 'already-sent',
  params: { reference },
});

/**
 * The draft as saved over the one that is there. Refuses `conflict` when another device saved meanwhile, `already-closed`
 * with the reference when this very draft was sent, `too-large`.
 * @param until last day of its life
 */
export function nextDraft(
  procedure: string,
  before: ServerDraft | null,
  saved: Saved,
  { now, until }: { now: string; until: string },
): ServerDraft {
  const { version, ...rest } = saved;
  if (before?.sent && before.key === saved.key)
    throw new Refusal('already-closed', [alreadySent(before.sent.reference)]);
  // What was sent is over: another draft takes its place, whatever its device knew.
  const current = before?.sent ? 0 : (before?.version ?? 0);
  if (!before?.sent && version !== current) throw new Refusal('conflict');
  if (JSON.stringify(rest).length > largest) throw new Refusal('too-large');
  return { ...rest, procedure, version: (before?.version ?? 0) + 1, savedAt: now, until };
}

/** Files of the new draft that have to be put in safety: never kept, or kept so long ago that they would end before it. */
export function filesToKeep(files: DraftFiles, now: string): DraftFile[] {
  const week = 7 * 86_400_000;
  return Object.values(files)
    .flat()
    .filter(({ keptAt }) => !keptAt || Date.parse(now) - Date.parse(keptAt) > week);
}

/** What no draft names any more. */
export function filesDropped(before: DraftFiles | undefined, after: DraftFiles): string[] {
  const named = new Set(Object.values(after).flatMap((list) => list.map(({ uploadId }) => uploadId)));
  return Object.values(before ?? {})
    .flat()
    .map(({ uploadId }) => uploadId)
    .filter((id) => !named.has(id));
}

/** With the instant at which each was kept; a file that is gone leaves the draft. */
export const withKept = (files: DraftFiles, kept: ReadonlyMap<string, boolean>, now: string): DraftFiles =>
  Object.fromEntries(
    Object.entries(files).map(([field, list]) => [
      field,
      list.flatMap((file) => {
        const isThere = kept.get(file.uploadId);
        if (isThere === undefined) return [file];
        return isThere ? [{ ...file, keptAt: now }] : [];
      }),
    ]),
  );
