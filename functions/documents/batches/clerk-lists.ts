import type { AgentCaller } from '../../agents/caller.ts';
import { maySee } from '../../agents/rights.ts';
import { destinationOf } from '../../intake/contact.ts';
import type { ContactHeader } from '../../intake/contact-items.ts';
import type { InputOf, ReplyOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Found, readScanning, searchBatches } from './clerk-api.ts';
import { type DoubtDeps, doubtsOf } from './doubts.ts';
import type { IndexedLetter } from './search-table.adapter.ts';
import { typedWords } from './search-words.ts';

export type ListDeps = DoubtDeps & {
  /** Contacts that wait for a qualification agent, the newest so many. */
  inQualification(limit: number): Promise<ContactHeader[]>;
  find(
    words: { under: string; others: string[] },
    after?: string,
  ): Promise<{ letters: IndexedLetter[]; next: string | null }>;
  header(contactId: string): Promise<ContactHeader>;
  now(): string;
};
const mostCounted = 100;
/** A second word may be rare: so many pages of the first are gone through before a search says "further". */
const rounds = 4;

/** What waits for whom, and letters by their words. */
export const clerkLists = (deps: ListDeps) => ({
  async scanning(_input: unknown, { agent }: AgentCaller): Promise<ReplyOf<typeof readScanning>> {
    const [doubts, waiting] = await Promise.all([doubtsOf(deps), deps.inQualification(mostCounted)]);
    const letters = waiting.filter(
      (header) => header.channel === 'scan' && maySee(agent, destinationOf(header)),
    );
    return { doubts, inQualification: letters.length, now: deps.now() };
  },

  /** Letters reserved to others are not found: that one holds a word would tell what it is about. */
  async search(
    { body }: InputOf<typeof searchBatches>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof searchBatches>> {
    const words = typedWords(body.q);
    if (!words) return { letters: [], next: null, now: deps.now() };
    const letters: Found[] = [];
    let next: string | null = body.after ?? null;
    for (let round = 0; round < rounds && letters.length === 0 && (round === 0 || next); round++) {
      const page = await deps.find(words, next ?? undefined);
      letters.push(...(await Promise.all(page.letters.map((letter) => shown(letter, agent, deps)))).flat());
      next = page.next;
    }
    // The same letter stands under each of its words that begin so.
    const once = [...new Map(letters.map((letter) => [letter.contactId, letter])).values()];
    return {
      letters: once.sort((one, other) => other.receivedAt.localeCompare(one.receivedAt)),
      next,
      now: deps.now(),
    };
  },
});

async function shown(
  { words: _words, ...letter }: IndexedLetter,
  agent: AgentCaller['agent'],
  { header }: Pick<ListDeps, 'header'>,
): Promise<Found[]> {
  const contact = await header(letter.contactId).catch(missing);
  if (contact && !maySee(agent, destinationOf(contact))) return [];
  // Its pages are found where they went.
  if (contact?.decision?.kind === 'withdraw') return [];
  const { batchId, batchName, fileId, contactId, receivedAt, firstPage, pages } = letter;
  return [
    {
      ...{ batchId, batchName, fileId, contactId, receivedAt, firstPage, pages },
      contactState: contact?.state ?? null,
      requestReference: contact?.requestReference ?? null,
    },
  ];
}

function missing(error: unknown): undefined {
  if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
}
