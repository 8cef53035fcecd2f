import { type Entry, entriesOf, isSingle, type Kind, valueIn } from './entries.ts';
import type { IndexTable } from './index-table.adapter.ts';
import { bounded, isSame, nameOf } from './index-writes.ts';
import { bucketsOf, ownBucket, vocabularyOf } from './vocabulary.ts';

type Index = Pick<IndexTable, 'document' | 'rests' | 'write' | 'buckets' | 'learn' | 'forget' | 'isBorne'>;
const mostRounds = 5;

/**
 * Writes what the transaction left, as the document stands now; learns its words, and forgets those it was the last to bear.
 * Done again it changes nothing.
 */
export const complete =
  (index: Index) =>
  async (kind: Kind, id: string): Promise<void> => {
    let document = await index.document(kind, id);
    const rests = await index.rests(kind, id);
    const entries = rests.flatMap((rest) => rest.entries ?? []);
    let gone: Entry[] = [];
    for (let round = 0; rests.length > 0; round += 1) {
      if (round === mostRounds) throw new Error('document-keeps-changing');
      const wanted = new Set(document ? entriesOf(bounded(document)).map(nameOf) : []);
      const isWanted = (entry: Entry) => wanted.has(nameOf(entry));
      gone = entries.filter((entry) => !isWanted(entry));
      await index.write(entries.filter(isWanted), gone);
      const after = await index.document(kind, id);
      if (isSame(after, document)) break;
      document = after;
    }
    await forget(index, gone.filter(isSingle).map(valueIn));
    await index.write(
      [],
      rests.map(({ pk, sk }) => ({ pk, sk })),
    );
    if (document) await learn(index, vocabularyOf(document));
  };

async function learn(index: Index, words: readonly string[]): Promise<void> {
  const known = await index.buckets(words.map(ownBucket));
  const news = words.filter((word) => !known.some((bucket) => bucket.words.includes(word)));
  for (const word of news) await Promise.all(bucketsOf(word).map((bucket) => index.learn(bucket, word)));
}

/** A word that nobody bears any more is nobody's business: a rare name must not outlive the person. */
async function forget(index: Index, words: readonly string[]): Promise<void> {
  for (const word of words)
    if (!(await index.isBorne(word)))
      await Promise.all(bucketsOf(word).map((bucket) => index.forget(bucket, word)));
}
