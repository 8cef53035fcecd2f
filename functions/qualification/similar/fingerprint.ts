import type { Contact } from '../../intake/contact.ts';
import { normalise } from '../routing/features.ts';
import { type Fingerprint, scale, shapeSize } from './compare.ts';
import { finish, hash32, pack } from './hash.ts';
import { ownWords } from './own-words.ts';
import { telling } from './terms.ts';

const pieceLength = 5;
const most = 100_000;

/** A text under this says too little for two of them to be the same letter. */
export const leastText = 40;

type Message = Pick<Contact, 'id' | 'subject' | 'text' | 'sender' | 'proposal' | 'form'>;

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
  const text = ownWords(contact);
  const flat = normalise(text).slice(0, most);
  const name = [contact.sender.name, contact.proposal?.sender.name].filter((one) => one != null);
  const terms = telling({ subject, text: text.slice(0, most) }, { without: name });
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
