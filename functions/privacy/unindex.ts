import type { SearchDocument } from '../search/document.ts';
import { indexWrites } from '../search/index-writes.ts';
import { type Item, keyOf, type Store } from './store.ts';

/**
 * Takes a person or a request out of the index of the search; the words that it was the last to bear go when `search-due` or
 * `person-changed` is heard.
 */
export const unindex = async (store: Store, document: SearchDocument): Promise<void> => {
  // What completes the work is written first, and the document goes last: cut in between, it is known what to take out.
  const writes = indexWrites(document, null, Number.POSITIVE_INFINITY).reverse();
  for (const write of writes) if ('put' in write) await store.put('search', write.put as Item);
  await store.remove(
    'search',
    writes.flatMap((write) => ('gone' in write ? [keyOf(write.gone)] : [])),
  );
};
