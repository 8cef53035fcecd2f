import type { Contact, SmsPart } from '../intake/contact.ts';
import type { Whole } from '../requests/items.ts';
import { decideText, pointedTo, type TextFound } from './decide-text.ts';
import type { NumberTexts } from './text.ts';

export type TextDeps = {
  /** What a number is known for. */
  texts(number: string): Promise<NumberTexts>;
  /** The latest requests of the people who have it. */
  requestsOfNumber(number: string): Promise<string[]>;
  /** The request; null when there is none. */
  request(reference: string): Promise<Whole | null>;
};
/** Of a number that is written to about everything the latest requests are enough. */
const mostRead = 10;

/** Looks up what a text points to, and says where it belongs. */
export const findText = async (
  deps: TextDeps,
  { text, receivedAt }: Contact,
  { from }: SmsPart,
  prefix: string,
): Promise<TextFound> => {
  const received = { from, text, at: receivedAt, prefix };
  const [held, theirs] = await Promise.all([deps.texts(from), deps.requestsOfNumber(from)]);
  const texts = { ...held, requests: [...held.requests, ...theirs] };
  const { coded, cited, known } = pointedTo(received, texts);
  const references = [...new Set([...coded, ...cited, ...known])].slice(0, mostRead);
  const found = await Promise.all(references.map((reference) => deps.request(reference)));
  const candidates = found.flatMap((one) =>
    one ? [{ reference: one.request.reference, state: one.request.state, phone: one.sender.phone }] : [],
  );
  return decideText(received, texts, candidates);
};
