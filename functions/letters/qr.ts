import { asScanned } from './scanned-keys.ts';

/**
 * What the code of a letter says: which request, which letter, slip or receipt; signed, so that nobody makes one. `part`: the
 * slip's own piece that goes on top of one awaited document, by its place in the list from 1.
 */
export type LetterQr = {
  kind: 'letter' | 'slip' | 'receipt';
  reference: string /** First signs of the message's or ask's id. */;
  id: string;
  part?: number;
};
/** Hexadecimal HMAC of a text under the authority's key (pepper-key.adapter.ts). */
export type Sign = (text: string) => string;

const idLength = 8;
const codeLength = 12;
const form =
  /^PARVIS:REQ:v1:(letter|slip|receipt):([A-Z]{2,4}-\d{4}-\d{6}-[A-Y]):([0-9a-z-]{1,8})(?:\.([1-9]\d?))?:([0-9a-f]{12})$/i;

/** The same, its id cut to what a code says of it. */
export const cut = <T extends LetterQr>(qr: T): T => ({ ...qr, id: qr.id.toLowerCase().slice(0, idLength) });
/** What is signed. */
export const said = (qr: LetterQr): string => {
  const { kind, reference, id, part } = cut(qr);
  return `PARVIS:REQ:v1:${kind}:${reference}:${id}${part ? `.${part}` : ''}`;
};

/** Text of the code: nothing but a reference, the start of an id and twelve signs of proof. */
export const qrText = (qr: LetterQr, sign: Sign): string =>
  `${said(qr)}:${sign(said(qr)).slice(0, codeLength)}`;

/** What a code says, in capitals or not (drawn in capitals it is smaller); null when it is none of ours or its proof is wrong. */
export const readQr = (text: string, sign: Sign): LetterQr | null => {
  const found = form.exec(asScanned(text).trim());
  if (!found) return null;
  const [, kind = '', reference = '', id = '', part, code = ''] = found;
  const qr: LetterQr = {
    kind: kind.toLowerCase() as LetterQr['kind'],
    reference: reference.toUpperCase(),
    id: id.toLowerCase(),
    ...(part ? { part: Number(part) } : {}),
  };
  return sign(said(qr)).slice(0, codeLength) === code.toLowerCase() ? qr : null;
};

/** Whether the code names this id, whole or cut. */
export const isOf = (qr: LetterQr, id: string): boolean => id.toLowerCase().slice(0, idLength) === qr.id;

/** The receipt of what a contact sent or said: the same however often it is printed. */
export const receiptOf = (reference: string, contactId: string): LetterQr => ({
  ...{ kind: 'receipt', reference },
  id: contactId.replace(/^call-/, ''),
});
