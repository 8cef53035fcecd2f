import type { Contact } from '../../intake/contact.ts';
import { normalise } from '../routing/features.ts';
import { finish, hash32, pack, unpack } from './hash.ts';
import { telling } from './terms.ts';

/**
 * What the index keeps of a message, of a fixed size: keyed hashes only. `exact` is equal for equal words; `shape` tells how
 * many pieces two texts share (MinHash); `terms` what it is about; `who` who writes, '' when nobody knows.
 */
export type Fingerprint = { exact: string; shape: string; terms: string; who: string };
export type Term = { hash: number; weight: number; isMissed: boolean };

const shapeSize = 32;
const rows = 4;
const pieceLength = 5;
const most = 100_000;
/** Weights are kept in 64 steps: the largest is 5.2, something missed named in the subject. */
const scale = 12;

/** A text under this says too little for two of them to be the same letter. */
export const leastText = 40;

type Message = Pick<Contact, 'id' | 'subject' | 'text' | 'sender' | 'proposal'>;

/** Who writes, by the surest that is known of them: a mailbox, a number, else the name with the address. */
const writerOf = ({ sender, proposal }: Message): string => {
  const { email, phone, name, address } = { ...proposal?.sender, ...known(sender) };
  if (email) return `e:${email.trim().toLowerCase()}`;
  if (phone) return `p:${phone.replace(/\D/g, '').slice(-9)}`;
  return name ? `n:${normalise(`${name} ${address ?? ''}`)}` : '';
};
const known = (sender: Message['sender']) =>
  Object.fromEntries(Object.entries(sender).filter(([, value]) => value !== null)) as Partial<typeof sender>;

/** The least hash of all pieces, under as many orders of them as the shape has places. */
const shapeOf = (flat: string, key: number): number[] => {
  const least = new Array<number>(shapeSize).fill(0xffff_ffff);
  for (let at = 0; at + pieceLength <= flat.length; at++) {
    const piece = hash32(flat.slice(at, at + pieceLength), key);
    for (let order = 0; order < shapeSize; order++) {
      const value = finish(piece ^ Math.imul(order + 1, 0x9e3779b1));
      if (value < (least[order] ?? 0)) least[order] = value;
    }
  }
  // Two bytes of each are enough to tell them apart: two texts agree by chance once in 65,536.
  return least.map((value) => value >>> 16);
};

/** The fingerprint of a contact under the authority's key. */
export const fingerprintOf = (contact: Message, key: number): Fingerprint => {
  const subject = contact.proposal?.subject || contact.subject;
  const flat = normalise(contact.text).slice(0, most);
  const name = [contact.sender.name, contact.proposal?.sender.name].filter((one) => one != null);
  const terms = telling({ subject, text: contact.text.slice(0, most) }, { without: name });
  const writer = writerOf(contact);
  return {
    exact: flat.length < leastText ? '' : pack([hash32(flat, key), hash32(flat, finish(key))], 6),
    shape: pack(shapeOf(flat, key), 3),
    terms: terms
      .map(({ term, weight }) => {
        const steps = Math.min(31, Math.round((weight * scale) / 2)) * 2 + (term.startsWith('-') ? 1 : 0);
        return pack([hash32(term, key)], 6) + pack([steps], 1);
      })
      .join(''),
    who: writer && pack([hash32(writer, key), hash32(writer, finish(key))], 6),
  };
};

export const termsIn = ({ terms }: Pick<Fingerprint, 'terms'>): Term[] =>
  (terms.match(/.{7}/g) ?? []).map((one) => {
    const [hash = 0] = unpack(one.slice(0, 6), 6);
    const [steps = 0] = unpack(one.slice(6), 1);
    return { hash, weight: steps / scale, isMissed: steps % 2 === 1 };
  });

/** Share of pieces that two texts have in common, of 1, as far as their shapes say: right within a tenth or so. */
export const sameText = (one: Pick<Fingerprint, 'shape'>, other: Pick<Fingerprint, 'shape'>): number => {
  const [a, b] = [unpack(one.shape, 3), unpack(other.shape, 3)];
  return a.filter((value, at) => value === b[at]).length / shapeSize;
};

/** Keys under which near duplicates meet: one is enough. Nine in ten of those that share 70 % do, hardly any below 30 %. */
export const bandsOf = ({ shape }: Pick<Fingerprint, 'shape'>): string[] =>
  (shape.match(new RegExp(`.{${rows * 3}}`, 'g')) ?? []).map((band, at) => `${at}${band}`);

/** How much two messages are about the same, of 1 (cosine). */
export const alikeness = (one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number => {
  let shared = 0;
  for (const [term, weight] of one) shared += weight * (other.get(term) ?? 0);
  return shared === 0 ? 0 : shared / (length(one) * length(other));
};
const length = (terms: ReadonlyMap<number, number>) =>
  Math.sqrt([...terms.values()].reduce((sum, weight) => sum + weight * weight, 0));

export const vectorOf = (fingerprint: Pick<Fingerprint, 'terms'>): Map<number, number> =>
  new Map(termsIn(fingerprint).map(({ hash, weight }) => [hash, weight]));
