import { useEffect, useState } from 'preact/hooks';
import { type Result, searchApi } from '../search/search-api.ts';

const pause = 150;
const shown = 8;
const fewest = 2;
type Found = { words: string; results: Result[] | null; isBusy: boolean; isFailed: boolean };
const nothing: Found = { words: '', results: null, isBusy: false, isFailed: false };

/** Whoever answers the words, once the typing rests; people first. */
export function useFound(typed: string): Found {
  const words = typed.trim();
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    if (words.length < fewest) {
      setFound(nothing);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      setFound((before) => ({ ...before, isBusy: true, isFailed: false }));
      searchApi(words, shown)
        .then(({ results }) => {
          const of = (kind: Result['kind']) => results.filter((one) => one.kind === kind);
          if (isCurrent)
            setFound({
              ...nothing,
              words,
              results: [...of('person'), ...of('request')],
            });
        })
        .catch(() => isCurrent && setFound({ ...nothing, words, results: [], isFailed: true }));
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [words]);
  return found;
}
