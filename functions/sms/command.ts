import { beside, startWords, stopWords } from './messages/alphabet.ts';

export type SmsCommand = 'stop' | 'start';

/** A short number, or a code of ours, beside the word. */
const isNumber = (word: string): boolean => /^(\d{1,6}|[a-z]\d{3})$/.test(word);

/**
 * Whether a text only asks for no more texts, or for them again; null for anything else. Who writes that a bus stop is
 * broken or that works must stop has something to say, and is read.
 */
export const commandOf = (text: string): SmsCommand | null => {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/opt[\s-]out/g, 'optout');
  const [first = '', ...rest] = folded.split(/[^a-z0-9]+/).filter(Boolean);
  if (!rest.every((word) => beside.has(word) || isNumber(word))) return null;
  if (stopWords.has(first)) return 'stop';
  return startWords.has(first) ? 'start' : null;
};
