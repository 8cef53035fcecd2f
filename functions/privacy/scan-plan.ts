import { bucketOf } from '../documents/batches/search-words.ts';
import { archiveKey } from '../documents/object-keys.ts';
import type { ScannedIn } from './contact-plan.ts';
import type { Item, Key, ObjectPrefix, Plan } from './store.ts';

const five = (number: number) => String(number).padStart(5, '0');
const four = (number: number) => String(number).padStart(4, '0');
/** What stays of a page: that it was scanned, and to which contact it went. */
const kept = ['pk', 'sk', 'fileId', 'page', 'state', 'contactId', 'isCounted'] as const;
const blank = { image: null, words: null, text: '', confidence: 0, source: 'none', reason: 'erased' };
const shape = { width: 0, height: 0, turned: 0, skew: 0 };

const blankPage = (item: Item): Item => ({
  ...(Object.fromEntries(kept.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]]))) as Item),
  ...blank,
  ...shape,
});

type Indexed = { words?: string[]; receivedAt?: string; fileId?: string; firstPage?: number };
/** Where the words of a letter are found, with the list of them. */
const wordsOf = (item: Item): Key[] => {
  const { words = [], receivedAt, fileId, firstPage = 0 } = item as Item & Indexed;
  return [
    ...words.map((word) => ({
      pk: bucketOf(word),
      sk: `${word}#${receivedAt}#${fileId}#${five(firstPage)}`,
    })),
    { pk: item.pk, sk: item.sk },
  ];
};

/**
 * What becomes of the pages of one letter in the file it was scanned with: pictures, words and text go; that so many pages were
 * scanned and filed stays, so that the count of the batch holds. A page that was filed into another letter since is that one's.
 * @param items the partition of the file
 */
export const scanPlan = ({ contactId, fileId, pages }: ScannedIn, items: readonly Item[]): Plan => {
  const own = items.filter(
    (item) =>
      item.sk.startsWith('PAGE#') &&
      (item.contactId ? item.contactId === contactId : pages.includes(Number(item.page))),
  );
  const listed = items.filter((item) => item.sk.startsWith('WORDS#') && item.contactId === contactId);
  const numbers = own.map(({ page }) => Number(page));
  const objects: ObjectPrefix[] = [
    ...numbers.map((page) => ({ bucket: 'documents' as const, prefix: `pages/${fileId}/${four(page)}` })),
    ...numbers.map((page) => ({ bucket: 'evidence' as const, prefix: `scans/${fileId}/page-${page}/` })),
    { bucket: 'documents', prefix: archiveKey(fileId, pages[0] ?? 0) },
    { bucket: 'documents', prefix: `packs/${fileId}/` },
  ];
  return { gone: listed.flatMap(wordsOf), left: own.map(blankPage), objects };
};
