import { useEffect, useState } from 'preact/hooks';

/** Words typed to look for people stay with the tab, never in an address: addresses are kept in histories and logs. */
export function keptWords(storageKey: string) {
  const changed = `${storageKey}-change`;
  let kept = '';
  const read = (): string => {
    try {
      return sessionStorage.getItem(storageKey) ?? kept;
    } catch {
      return kept;
    }
  };
  return {
    keep(words: string): void {
      kept = words;
      try {
        if (words) sessionStorage.setItem(storageKey, words);
        else sessionStorage.removeItem(storageKey);
      } catch {
        // A browser that keeps nothing: the words hold until the document is left.
      }
      dispatchEvent(new Event(changed));
    },
    use(): string {
      const [words, setWords] = useState(read);
      useEffect(() => {
        const follow = () => setWords(read());
        addEventListener(changed, follow);
        return () => removeEventListener(changed, follow);
      }, []);
      return words;
    },
  };
}
