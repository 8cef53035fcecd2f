/** What the code of a letter says: which request, which letter, slip or receipt; signed, so that nobody makes one. */
export type LetterQr = {
  kind: 'letter' | 'slip' | 'receipt';
  reference: string /** First signs of the message's or ask's id. */;
  id: string;
};
/** Hexadecimal HMAC of a text under the authority's key (pepper-key.adapter.ts). */
export type Sign = (text: string) => string;

const idLength = 8;
const codeLength = 12;
const form =
  /^PARVIS:REQ:v1:(letter|slip|receipt):([A-Z]{2,4}-\d{4}-\d{6}-[A-Y]):([0-9a-z-]{1,8}):([0-9a-f]{12})$/;
const body = ({ kind, reference, id }: LetterQr) => `PARVIS:REQ:v1:${kind}:${reference}:${id}`;

/** Text of the code: nothing but a reference, the start of an id and twelve signs of proof. */
export const qrText = (qr: LetterQr, sign: Sign): string => {
  const said = body({ ...qr, id: qr.id.toLowerCase().slice(0, idLength) });
  return `${said}:${sign(said).slice(0, codeLength)}`;
};

/** What a code says; null when it is none of ours or its proof is wrong. */
export const readQr = (text: string, sign: Sign): LetterQr | null => {
  const found = form.exec(text.trim());
  if (!found) return null;
  const [, kind, reference = '', id = '', code] = found;
  const qr: LetterQr = { kind: kind as LetterQr['kind'], reference, id };
  return sign(body(qr)).slice(0, codeLength) === code ? qr : null;
};

/** Whether the code names this id, whole or cut. */
export const isOf = (qr: LetterQr, id: string): boolean => id.toLowerCase().slice(0, idLength) === qr.id;
