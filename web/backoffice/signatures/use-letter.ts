import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'preact/hooks';
import { lastNow } from '../../ui/api.ts';
import { type BookLetter, bookApi, type LetterName, nameKey } from './book-api.ts';
import { keepLetter, keptLetter } from './device.ts';
import { isOffline } from './waiting-decisions.ts';

export type Opened = { letter: BookLetter; pages: string[]; keptAt: string | null };
type Read = { letter: BookLetter; blobs: Blob[]; keptAt: string | null };

/** Letter and pages from the network, kept on the device; from the device when the network does not answer. */
async function read(name: LetterName): Promise<Read> {
  try {
    const letter = await bookApi.letter(name);
    const numbers = Array.from({ length: letter.pages }, (_, index) => index + 1);
    const blobs = await Promise.all(numbers.map((page) => bookApi.page(name, page)));
    void keepLetter(name, { letter, pages: blobs, at: lastNow() });
    return { letter, blobs, keptAt: null };
  } catch (error) {
    const kept = isOffline(error) ? await keptLetter(name) : undefined;
    if (!kept) throw error;
    return { letter: kept.letter, blobs: kept.pages, keptAt: kept.at };
  }
}

/** A letter of the book with addresses of its pages, freed when another is opened. */
export function useLetter(name: LetterName) {
  const query = useQuery({
    queryKey: ['book-letter', nameKey(name)],
    queryFn: () => read(name),
    networkMode: 'always',
  });
  const blobs = query.data?.blobs;
  const pages = useMemo(() => (blobs ?? []).map((blob) => URL.createObjectURL(blob)), [blobs]);
  useEffect(
    () => () => {
      for (const page of pages) URL.revokeObjectURL(page);
    },
    [pages],
  );
  const opened: Opened | null = query.data
    ? { letter: query.data.letter, keptAt: query.data.keptAt, pages }
    : null;
  return { ...query, opened };
}
