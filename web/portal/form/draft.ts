import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import type { Answers, Procedure } from '../../../functions/procedures/procedure.ts';
import { lastNow } from '../../ui/api.ts';
import type { SentFile } from '../../ui/file-upload.tsx';
import { openedUnder } from '../../ui/whom.ts';
import { emptyShelf } from './file-shelf.ts';

/** `keptAt`: it lives as long as the draft, by the service. */
export type DraftFile = SentFile & { at: string; keptAt?: string };
/** What a person has begun: on this device only, with the form itself so that it opens without a network. */
export type Draft = {
  procedure: Procedure;
  answers: Answers;
  files: Record<string, DraftFile[]>;
  /** Step last seen. */
  step: string;
  savedAt: string;
  /** Idempotency-Key of the sending to come: kept, so that sending twice is sending once. */
  key: string;
  /** Whom of the household it is about. */
  member?: string;
  /** What was filled in from what is known, as it was, with where it comes from. */
  known?: Record<string, Known>;
  /** What the service kept last, for which account: the other devices go on from there. */
  server?: { account: string; version: number; answers: Answers; files: Record<string, DraftFile[]> };
  /** It was to be sent while there was no network: it leaves as soon as there is one. */
  toSend?: boolean;
};
export type Known = { value: unknown; from: 'account' | 'franceconnect' | 'household' | 'safe'; at?: string };

let opened: UseStore | undefined;
const store = (): UseStore => {
  opened ??= createStore('parvis', 'drafts');
  return opened;
};
/** Drafts of whoever one acts for lie apart from one's own: neither is shown, filled in or sent for the other. */
export const placeOf = (procedure: string, mandate = openedUnder): string =>
  mandate ? `${procedure}@${mandate}` : procedure;
const lateKey = (id: string) => `parvis:late:${placeOf(id)}`;
const day = 86_400_000;
/** S3 forgets a file that no form claimed after a day; an hour less leaves the time to send. */
const fileLife = 23 * 3_600_000;

export const emptyDraft = (procedure: Procedure): Draft => ({
  procedure,
  answers: {},
  files: {},
  step: '',
  savedAt: '',
  key: crypto.randomUUID(),
});

export async function loadDraft(id: string): Promise<{ draft?: Draft; filesExpired: boolean }> {
  const drafts = store();
  for (const [key, old] of await entries<string, Draft>(drafts))
    if (age(old.savedAt) > 30 * day) await del(key, drafts);
  const late = readLate(id);
  const draft = latest(await get<Draft>(placeOf(id), drafts), late);
  // Forgotten once it lies in the database: a page may be loaded twice before anything is typed.
  if (late && draft === late) await set(placeOf(id), late, drafts);
  dropLate(id);
  if (!draft) return { filesExpired: false };
  const files = Object.entries(draft.files).map(
    ([field, list]) => [field, list.filter(({ at, keptAt }) => keptAt || age(at) < fileLife)] as const,
  );
  const filesExpired = files.some(([field, kept]) => kept.length < (draft.files[field]?.length ?? 0));
  return { draft: { ...draft, files: Object.fromEntries(files) }, filesExpired };
}
export const saveDraft = async (id: string, draft: Draft): Promise<void> => set(placeOf(id), draft, store());
/** A page that is being left has no time for the database: what was typed last is put aside at once. */
export function saveLate(id: string, draft: Draft): void {
  try {
    localStorage.setItem(lateKey(id), JSON.stringify(draft));
  } catch {
    void saveDraft(id, draft).catch(() => undefined);
  }
}
export async function dropDraft(id: string): Promise<void> {
  dropLate(id);
  await del(placeOf(id), store());
  await emptyShelf(placeOf(id));
}

function readLate(id: string): Draft | undefined {
  try {
    const late = localStorage.getItem(lateKey(id));
    return late ? (JSON.parse(late) as Draft) : undefined;
  } catch {
    return undefined;
  }
}
function dropLate(id: string): void {
  try {
    localStorage.removeItem(lateKey(id));
  } catch {
    // Nothing was put aside.
  }
}
/** At the same instant what was put aside while leaving knows more: that the service has kept it. */
const latest = (one: Draft | undefined, other: Draft | undefined): Draft | undefined =>
  one && other ? (one.savedAt > other.savedAt ? one : other) : (one ?? other);

/** Answers and files as one form. */
export const answersOf = ({ answers, files }: Draft): Answers => ({
  ...answers,
  ...Object.fromEntries(
    Object.entries(files).map(([field, list]) => [field, list.map((file) => file.uploadId)]),
  ),
});
export const fileNamesOf = ({ files }: Draft): Record<string, string> =>
  Object.fromEntries(Object.values(files).flatMap((list) => list.map((file) => [file.uploadId, file.name])));

const age = (at: string): number => Date.parse(lastNow()) - Date.parse(at);
