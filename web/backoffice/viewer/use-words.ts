import { useEffect, useState } from 'preact/hooks';
import { type Laid, layWords } from '../../../functions/documents/reading/lay-words.ts';
import { decodeWords } from '../../../functions/documents/reading/words-file.ts';
import type { ViewedPage } from './viewer.tsx';

const kept = new Map<string, Laid | null>();
const mostKept = 20;

/** The address changes with each answer of the server, the object behind it does not. */
export const nameOf = (address: string) => address.replace(/\?.*/, '');

/** The words of a page, laid over it; null until they are there, and for good where there are none. */
export function useWords({ words, width, height }: ViewedPage): Laid | null {
  const [read, setRead] = useState<{ name: string; laid: Laid | null } | null>(null);
  const name = words ? nameOf(words) : '';
  useEffect(() => {
    if (!words || read?.name === name) return;
    let isLeft = false;
    const show = (laid: Laid | null) => isLeft || setRead({ name, laid });
    const known = kept.get(name);
    if (known !== undefined) show(known);
    else
      void fetchWords(words).then((file) => {
        if (!file) return;
        const laid = layWords(file, { width, height });
        kept.set(name, laid);
        if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '');
        show(laid);
      });
    return () => {
      isLeft = true;
    };
  }, [words, width, height]);
  return read?.name === name ? read.laid : null;
}

/** A page whose words cannot be had is looked at without them; its text is there all the same. */
async function fetchWords(url: string) {
  try {
    const reply = await fetch(url, { credentials: 'omit' });
    return reply.ok ? decodeWords(await reply.text()) : null;
  } catch {
    return null;
  }
}
