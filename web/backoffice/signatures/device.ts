import { clear, createStore, del, entries, get, set } from 'idb-keyval';
import type { Session } from '../data/agent-api.ts';
import type { Book, BookLetter, LetterName } from './book-api.ts';
import { nameKey } from './book-api.ts';

/** What this device keeps of the book so that it can be read and acted on without a network; forgotten at sign-out. */
export type KeptLetter = { letter: BookLetter; pages: Blob[]; at: string };
export type Decision = LetterName & {
  id: string;
  subject: string;
  step: number;
  sha256: string;
  at: string;
  /** Null approves; a reason sends back. */
  reason: string | null;
  comment: string | null;
  /** Why it could not be done, once it was tried; null while it waits. */
  refused: string | null;
};

const letters = createStore('parvis-book-letters', 'letters');
const decisions = createStore('parvis-book-decisions', 'decisions');
const lists = createStore('parvis-book-lists', 'lists');
const keptForMs = 7 * 86_400_000;
const isOld = (at: string): boolean => Date.now() - Date.parse(at) > keptForMs;

/** A device without storage works as before, with the network alone. */
const orNothing = <T>(work: Promise<T>): Promise<T | undefined> => work.catch(() => undefined);

export const keepLetter = (name: LetterName, kept: KeptLetter) =>
  orNothing(set(nameKey(name), kept, letters));
export const keptLetter = async (name: LetterName): Promise<KeptLetter | undefined> => {
  const kept = await orNothing(get<KeptLetter>(nameKey(name), letters));
  return kept && !isOld(kept.at) ? kept : undefined;
};
export const forgetLetter = (name: LetterName) => orNothing(del(nameKey(name), letters));

export const keepBook = (book: Book) => orNothing(set('waiting', book, lists));
export const keptBook = () => orNothing(get<Book>('waiting', lists));

/** Who reads the book: without a network nobody else can say. */
export const keepSession = (session: Session) => orNothing(set('me', session, lists));
export const keptSession = () => orNothing(get<Session>('me', lists));

export const addDecision = (decision: Decision) => set(decision.id, decision, decisions);
export const dropDecision = (id: string) => orNothing(del(id, decisions));
export const allDecisions = async (): Promise<Decision[]> => {
  const all = (await orNothing(entries<string, Decision>(decisions))) ?? [];
  return all.map(([, one]) => one).sort((a, b) => (a.at < b.at ? -1 : 1));
};

/** Nothing of the book stays on a device whose agent signed out. */
export const forgetBook = () =>
  Promise.all([letters, decisions, lists].map((store) => orNothing(clear(store))));
