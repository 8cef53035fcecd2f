import { dayInWords } from '../letters/messages/fr.ts';
import { ownFields } from '../letters/own-fields.ts';
import type { Whole } from '../requests/items.ts';
import type { FieldProblem } from '../shared/refusal.ts';
import { group } from './messages/fr.ts';

type Known = Pick<Whole, 'request' | 'sender' | 'card'>;

/** An answer to many, as this one of them reads it: their own name, reference and date where its letter left room for them. */
export const filledFor = (text: string, { request, sender, card }: Known): string => {
  const own = {
    name: sender.name?.trim() || group.nobody,
    reference: request.reference,
    receivedOn: dayInWords(request.receivedOn),
    subject: card.subject,
  };
  return ownFields.reduce((filled, field) => filled.replaceAll(`{{${field}}}`, () => own[field]), text);
};

const plain = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()} `;
const compact = (text: string): string => plain(text).replaceAll(' ', '');
const digits = (text: string): string => text.replace(/\D/g, '').slice(-9);
const phones = /\+?\d(?:[ .\-/()\u00a0\u202f]{0,2}\d){8,13}/g;
const civility = '(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|bonjour|cher|chere|famille)';
const isCivility = new RegExp(`^${civility}$`);

/** The name as it is written, after a title, or a part of it with its capital within a sentence. */
const saysName = (text: string, name: string): boolean => {
  const words = plain(name).trim().split(' ').filter(Boolean);
  // Who signs "Madame" has given no name: every answer to many would hold it.
  if (words.every((word) => isCivility.test(word))) return false;
  const inText = plain(text);
  const orders = [words, [...words].reverse()].map((order) => ` ${order.join(' ')} `);
  if (orders.some((order) => inText.includes(order))) return true;
  return words
    .filter((word) => word.length > 2 && !/\d/.test(word))
    .some((word) => {
      if (new RegExp(` ${civility} (?:\\p{L}+ ){0,2}${word} `, 'u').test(inText)) return true;
      const within = text.matchAll(/(?:[\p{L}\d,;)’']|(?<!\p{L})\p{Lu}\.) ?(\p{Lu}[\p{L}-]+)/gu);
      return words.length <= 3 && [...within].some(([, said = '']) => plain(said) === ` ${word} `);
    });
};

/** The street of an address, however it is shortened: its number, then its last word. */
const saysAddress = (text: string, address: string): boolean =>
  address
    .split(/[\n,]/)
    .map((line) => plain(line).trim().split(' '))
    .some(([number = '', ...street]) => {
      const last = street.at(-1) ?? '';
      if (!/^\d{1,4}$/.test(number) || last.length < 3) return false;
      return new RegExp(` ${number} (?:[\\p{L}\\d]+ ){0,6}${last} `, 'u').test(plain(text));
    });

/** What in a text says who one person is: an answer to many must not hold it. */
export const tellsOf = (text: string, { request, sender }: Pick<Known, 'request' | 'sender'>): string[] => {
  const { name, email, phone, address } = sender;
  const isPhone = (number: string) => [...text.matchAll(phones)].some(([said]) => digits(said) === number);
  return [
    ...(name && saysName(text, name) ? [name] : []),
    ...(compact(text).includes(compact(request.reference)) ? [request.reference] : []),
    ...(email && text.toLowerCase().includes(email.trim().toLowerCase()) ? [email] : []),
    ...(phone && digits(phone).length === 9 && isPhone(digits(phone)) ? [phone] : []),
    ...(address && saysAddress(text, address) ? [address.replaceAll('\n', ', ')] : []),
  ];
};

/** Words written to one, before others came: whether they may be read by somebody else. */
export const isForOneOnly = (text: string, lead: Known, other: Pick<Known, 'request'>): boolean =>
  tellsOf(text, lead).length > 0 ||
  (lead.request.receivedOn !== other.request.receivedOn &&
    text.includes(dayInWords(lead.request.receivedOn)));

/** Why an answer to many does not leave: the words to take out, each named. */
export const tellingProblems = (text: string, lead: Pick<Known, 'request' | 'sender'>): FieldProblem[] =>
  tellsOf(text, lead).map((place) => ({
    field: 'text',
    code: 'tells-of-one',
    params: { place, message: group.tells(place) },
  }));
