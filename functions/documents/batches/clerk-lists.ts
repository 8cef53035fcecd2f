import type { AgentCaller } from '../../agents/caller.ts';
import { maySee } from '../../agents/rights.ts';
import { destinationOf } from '../../intake/contact.ts';
import type { ContactHeader } from '../../intake/contact-items.ts';
import type { InputOf, ReplyOf } from '../../shared/api.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Found, readScanning, searchBatches } from './clerk-api.ts';
import { type DoubtDeps, doubtsOf } from './doubts.ts';
import type { FoundPage, IndexedLetter } from './search-table.adapter.ts';
import { typedWords } from './search-words.ts';

export type ListDeps = DoubtDeps & {
  /** Contacts that wait for a qualification agent, the newest so many. */
  inQualification(limit: number): Promise<ContactHeader[]>;
  find(words: { under: string; others: string[] }, after?: string): Promise<FoundPage>;
  header(contactId: string): Promise<ContactHeader>;
  now(): string;
};
const mostCounted = 100;
/** A second word may be rare: so many pages of the first are gone through before a search says "further". */
const rounds = 4;
/** When all that was read is reserved to others, no place of it may be said: so many more pages, then the list ends. */
const roundsUnsaid = 20;

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
    let from: string | null = body.after ?? null;
    let next: string | null = null;
    for (let round = 0; round < (next ? rounds : roundsUnsaid) && letters.length === 0; round++) {
      const page = await deps.find(words, from ?? undefined);
      letters.push(...(await Promise.all(page.letters.map((letter) => shown(letter, agent, deps)))).flat());
      from = page.next;
      next = from && (await placeToSay(page, agent, deps));
      if (!from) break;
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

/** The last place that says no word of a letter reserved to others; what follows it is gone through again. */
async function placeToSay(
  { places }: FoundPage,
  agent: AgentCaller['agent'],
  { header }: Pick<ListDeps, 'header'>,
): Promise<string | null> {
  for (const { contactId, place } of places.toReversed()) {
    const contact = await header(contactId).catch(missing);
    if (contact && maySee(agent, destinationOf(contact))) return place;
  }
  return null;
}

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
