import type { Head } from '../requests/journal.ts';
import type { Anchor } from './verify-journal.ts';

/** One object for each head: all it says is in its key, so that a journal is proved without reading a single body. */
export const anchorsUnder = 'heads/';
export const anchorKey = (reference: string, { seq, hash }: Head): string =>
  `${anchorsUnder}${reference}/${String(seq).padStart(6, '0')}-${hash}`;

const shape = /^heads\/([A-Z]{2,4}-\d{4}-\d{6}-[A-Z])\/(\d{6,})-([0-9a-f]{64})$/;
/** What a key says; null for anything else that lies there. */
export const anchorOf = (key: string): ({ reference: string } & Anchor) | null => {
  const [, reference, seq, hash] = shape.exec(key) ?? [];
  return reference && seq && hash ? { reference, seq: Number(seq), hash } : null;
};

/** The newest head of each request among those that came together. */
export const newestHeads = (
  changed: readonly { reference: string; head: Head }[],
): { reference: string; head: Head }[] => {
  const newest = new Map<string, Head>();
  for (const { reference, head } of changed)
    if ((newest.get(reference)?.seq ?? 0) < head.seq) newest.set(reference, head);
  return [...newest].map(([reference, head]) => ({ reference, head }));
};
