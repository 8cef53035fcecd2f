import { useEffect, useState } from 'preact/hooks';

const storageKey = 'parvis:recherche';
const changed = 'parvis:recherche-change';
let kept = '';

/** What was searched stays with the tab, never in an address: addresses are kept in histories and logs. */
export const readWords = (): string => {
  try {
    return sessionStorage.getItem(storageKey) ?? kept;
  } catch {
    return kept;
  }
};

export function keepWords(words: string): void {
  kept = words;
  try {
    if (words) sessionStorage.setItem(storageKey, words);
    else sessionStorage.removeItem(storageKey);
  } catch {
    // A browser that keeps nothing: the words hold until the document is left.
  }
  dispatchEvent(new Event(changed));
}

export function useWords(): string {
  const [words, setWords] = useState(readWords);
  useEffect(() => {
    const follow = () => setWords(readWords());
    addEventListener(changed, follow);
    return () => removeEventListener(changed, follow);
  }, []);
  return words;
}
