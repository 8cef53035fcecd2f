import { createStore, del, get, set } from 'idb-keyval';
import { lastNow } from '../../ui/api.ts';
import type { SentFile } from '../../ui/file-upload.tsx';
import type { Outcome } from './writing-hints.ts';

/** What an agent is writing on a request, kept on the device under the agent's own login. */
export type WrittenDraft = {
  kind: 'message' | 'answer' | 'letter';
  /** Template the text was started from, for a letter. */
  template?: string;
  text: string;
  outcome: Outcome | null;
  awaitsReply: boolean;
  files: SentFile[];
  savedAt: string;
};
export const emptyDraft: WrittenDraft = {
  kind: 'message',
  text: '',
  outcome: null,
  awaitsReply: false,
  files: [],
  savedAt: '',
};

const month = 30 * 86_400_000;
const store = () => createStore('parvis-agents', 'drafts');
const keyOf = (login: string, reference: string) => `${login} ${reference}`;

/** The draft, unless it is older than a month. Uploads expire after a day and are then left out. */
export async function readDraft(login: string, reference: string): Promise<WrittenDraft | undefined> {
  const draft = await get<WrittenDraft>(keyOf(login, reference), store());
  if (!draft) return undefined;
  const age = Date.parse(lastNow()) - Date.parse(draft.savedAt);
  if (age > month) return void (await dropDraft(login, reference));
  return age > 20 * 3_600_000 ? { ...draft, files: [] } : draft;
}
export const saveDraft = (login: string, reference: string, draft: WrittenDraft): Promise<void> =>
  set(keyOf(login, reference), draft, store());
export const dropDraft = (login: string, reference: string): Promise<void> =>
  del(keyOf(login, reference), store());
