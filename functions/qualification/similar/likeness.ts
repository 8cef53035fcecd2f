import { alikeness, type Fingerprint, sameText, vectorOf } from './compare.ts';

/** Judged on invented letters, as waves are. */
const sameTextLeast = 0.7;
const sameSubjectLeast = 0.3;

/** `score`: 3 for the same words, 1 to 2 for nearly the same, below 1 for the same subject. */
export type Likeness<Entry extends Fingerprint> = {
  entry: Entry;
  kind: 'same' | 'nearly' | 'subject';
  score: number;
};

/** How a message of before is like this one: the same words, nearly the same, or about the same; null when it is not. */
export const likenessOf = <Entry extends Fingerprint>(
  one: Fingerprint,
  entry: Entry,
): Likeness<Entry> | null => {
  if (one.exact !== '' && one.exact === entry.exact) return { entry, kind: 'same', score: 3 };
  const text = one.exact === '' || entry.exact === '' ? 0 : sameText(one, entry);
  if (text >= sameTextLeast) return { entry, kind: 'nearly', score: 1 + text };
  const subject = alikeness(vectorOf(one), vectorOf(entry));
  return subject >= sameSubjectLeast ? { entry, kind: 'subject', score: subject } : null;
};
