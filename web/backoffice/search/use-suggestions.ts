import { useEffect, useState } from 'preact/hooks';
import { type Result, searchApi } from './search-api.ts';

const pause = 180;
const shown = 8;
export const fewest = 2;
export type Suggested = { words: string; results: Result[] } | null;

/** What answers the words, once the typing rests; an answer that comes late to words that changed is left aside. */
export function useSuggestions(typed: string): Suggested {
  const words = typed.trim();
  const [suggested, setSuggested] = useState<Suggested>(null);
  useEffect(() => {
    if (words.length < fewest) {
      setSuggested(null);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      searchApi(words, shown)
        .then(({ results }) => {
          if (isCurrent) setSuggested({ words, results });
        })
        // Enter leads to the page of results, which says what went wrong.
        .catch(() => undefined);
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words]);
  return suggested;
}
