import { phoneOf } from '../citizens/normalise.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Said } from './recorded.ts';

export type CheckDeps = {
  hasArticle(id: string): Promise<boolean>;
  /** Whether that ticket was handed today. */
  hasTicket(id: string): Promise<boolean>;
};
export const wrong = (field: string, code = 'invalid') => new Refusal('invalid-input', [{ field, code }]);

/** Refuses what contradicts itself, and a contact that says nothing of anybody. */
export const checkSense = (said: Said): void => {
  const { personId, traits, topic, outcome, note, articles, number, callId, about, request } = said;
  if ((request !== null) !== (outcome === 'request'))
    throw wrong('request', request ? 'not-expected' : 'required');
  if (request && about) throw wrong('about', 'not-expected');
  if (personId && traits) throw wrong('traits', 'not-expected');
  const saysSomething = personId || traits || topic || note || number?.trim() || callId || about || request;
  if (!saysSomething && articles.length === 0) throw wrong('note', 'required');
};

/** Refuses articles that are not there, and a ticket that nobody was handed today. */
export const checkCodes = async (
  { hasArticle, hasTicket }: CheckDeps,
  { articles, ticket }: Said,
): Promise<void> => {
  const [found, isTicket] = await Promise.all([
    Promise.all(articles.map(hasArticle)),
    ticket === null || hasTicket(ticket),
  ]);
  const unknown = found.indexOf(false);
  if (unknown >= 0) throw wrong(`articles.${unknown}`, 'unknown');
  if (!isTicket) throw wrong('ticket', 'unknown');
};

/** The number as it is kept; refuses one that cannot be read. */
export const numberOf = ({ number }: Said): string | null => {
  const read = phoneOf(number);
  if (number?.trim() && !read) throw wrong('number');
  return read;
};
