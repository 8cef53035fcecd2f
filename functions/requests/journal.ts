import type { JournalBody, JournalEvent } from './event.ts';

/** SHA-256 in hexadecimal of a text in UTF-8; given by an adapter. */
export type Hash = (text: string) => string;

/** What stands before the first event. */
export const beginning = '0'.repeat(64);

/** The same value always gives the same text: keys in order, no spaces, `undefined` left out. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${entries.join(',')}}`;
};

/** Hash of personal content, salted so that it says nothing once the salt is erased with the content. */
export const contentHash = (salt: string, content: unknown, hash: Hash): string =>
  hash(`${salt}.${canonical(content)}`);

/** The last line of a journal: where the next one is chained. */
export type Head = { seq: number; hash: string };
export const emptyHead: Head = { seq: 0, hash: beginning };

/** Chains bodies to the journal, in order, all at the same instant. */
export const seal = (bodies: readonly JournalBody[], head: Head, at: string, hash: Hash): JournalEvent[] => {
  let { seq, hash: previous } = head;
  return bodies.map((body) => {
    seq += 1;
    const event = { ...body, seq, at, previous };
    previous = hash(canonical(event));
    return { ...event, hash: previous };
  });
};

/** Sequence number of the first event that was altered, removed or moved; `null` when the whole chain holds. */
export const firstBroken = (events: readonly JournalEvent[], hash: Hash): number | null => {
  let previous = beginning;
  for (const [index, event] of events.entries()) {
    const { hash: said, ...rest } = event;
    if (event.seq !== index + 1 || event.previous !== previous || hash(canonical(rest)) !== said)
      return index + 1;
    previous = said;
  }
  return null;
};
