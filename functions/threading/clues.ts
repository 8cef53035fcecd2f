import { findReferences } from '../requests/reference.ts';
import { closeReferences } from './close-references.ts';

/**
 * What shows that somebody holds something of a request, together one proof: they answered a signed address, a mail that is
 * its own, wrote its reference with the right letter, or returned its signed code.
 */
export const holdings = ['reply-token', 'thread', 'code', 'reference'] as const;
export type Holding = (typeof holdings)[number];
/** Less than a proof, whoever wrote it. */
export const hints = ['reference-without-letter', 'reference-close'] as const;
export type Hint = (typeof hints)[number];
export type Clues = { reference: string; holdings: Holding[]; hints: Hint[] };

export type Told = {
  /** Subject and text, quotations included. */
  text: string;
  prefix: string;
  /** References of the signed addresses it was sent to. */
  tokens: readonly string[];
  /** References of the requests whose mails it answers. */
  threads: readonly string[];
  /** References of the requests whose short codes it cites. */
  codes?: readonly string[];
};
/** Somebody who lists a hundred requests speaks of none of them. */
const mostRequests = 10;

/** Requests that a contact speaks of, those it proves to hold first. */
export const cluesOf = ({ text, prefix, tokens, threads, codes = [] }: Told): Clues[] => {
  const found = new Map<string, Clues>();
  const at = (reference: string): Clues => {
    const clues = found.get(reference) ?? { reference, holdings: [], hints: [] };
    found.set(reference, clues);
    return clues;
  };
  const hold = (reference: string, holding: Holding) => {
    const clues = at(reference);
    if (!clues.holdings.includes(holding)) clues.holdings.push(holding);
  };
  for (const reference of tokens) hold(reference, 'reply-token');
  for (const reference of threads) hold(reference, 'thread');
  for (const reference of codes) hold(reference, 'code');
  const cited = findReferences(text, prefix);
  for (const { reference, checked } of cited) if (checked) hold(reference, 'reference');
  const hint = (reference: string, one: Hint) => {
    const clues = at(reference);
    if (clues.holdings.length === 0 && !clues.hints.includes(one)) clues.hints.push(one);
  };
  for (const { reference, checked } of cited) if (!checked) hint(reference, 'reference-without-letter');
  for (const reference of closeReferences(text, prefix)) hint(reference, 'reference-close');
  const all = [...found.values()];
  return [
    ...all.filter((one) => one.holdings.length > 0).slice(0, mostRequests),
    ...all.filter((one) => one.holdings.length === 0).slice(0, mostRequests),
  ];
};
