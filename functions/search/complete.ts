import { type Entry, entriesOf, type Kind } from './entries.ts';
import type { IndexTable } from './index-table.adapter.ts';
import { bounded, isSame, nameOf } from './index-writes.ts';
import { bucketsOf, ownBucket, vocabularyOf } from './vocabulary.ts';

export type CompleteDeps = {
  index: Pick<IndexTable, 'document' | 'rests' | 'write' | 'buckets' | 'learn'>;
  /** Epoch seconds. */
  now(): number;
};
const year = 365 * 86_400;
/** A word that nobody new bears is forgotten after three years; seen again, it is kept for three more. */
const keptFor = 3 * year;
const mostRounds = 5;

/** Writes what the transaction left, as the document stands now, and learns its words. Done again it changes nothing. */
export const complete =
  ({ index, now }: CompleteDeps) =>
  async (kind: Kind, id: string): Promise<void> => {
    let document = await index.document(kind, id);
    const rests = await index.rests(kind, id);
    for (let round = 0; rests.length > 0; round += 1) {
      if (round === mostRounds) throw new Error('document-keeps-changing');
      const wanted = new Set(document ? entriesOf(bounded(document)).map(nameOf) : []);
      const entries = rests.flatMap((rest) => rest.entries ?? []);
      const isWanted = (entry: Entry) => wanted.has(nameOf(entry));
      await index.write(
        entries.filter(isWanted),
        entries.filter((entry) => !isWanted(entry)),
      );
      const after = await index.document(kind, id);
      if (isSame(after, document)) break;
      document = after;
    }
    await index.write(
      [],
      rests.map(({ pk, sk }) => ({ pk, sk })),
    );
    if (document) await learn({ index, now }, vocabularyOf(document));
  };

async function learn({ index, now }: CompleteDeps, words: readonly string[]): Promise<void> {
  const known = await index.buckets(words.map(ownBucket));
  const isFresh = (word: string) =>
    known.some(({ words, expiresAt }) => words.includes(word) && expiresAt > now() + keptFor - year);
  for (const word of words.filter((one) => !isFresh(one)))
    await Promise.all(bucketsOf(word).map((bucket) => index.learn(bucket, word, now() + keptFor)));
}
