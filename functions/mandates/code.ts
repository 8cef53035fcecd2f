/** HMAC under the authority's key for mandates (letters/pepper-key.adapter.ts), hexadecimal. */
export type Sign = (text: string) => string;

/** Letters and digits that nobody takes for one another, read from paper or heard on the telephone. */
const signs = 'ABCDEFGHJKLMNPRSTUVWXYZ2346789';
const length = 10;

/** The one word that ends a mandate, `KXWM4-7RTPA`: it stands in every letter and mail about it, and is kept only as a hash. */
export const endCode = (id: string, sign: Sign): string => {
  const bytes = sign(`mandate-end:${id}`).match(/../g) ?? [];
  const word = bytes
    .slice(0, length)
    .map((byte) => signs[Number.parseInt(byte, 16) % signs.length])
    .join('');
  return `${word.slice(0, 5)}-${word.slice(5)}`;
};
/** What somebody typed, as the code is hashed; null for what cannot be one. */
export const readEndCode = (typed: string): string | null => {
  const word = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return word.length === length ? `${word.slice(0, 5)}-${word.slice(5)}` : null;
};
/** Under what a code lies. */
export const codeHash = (code: string, sign: Sign): string => sign(`mandate-code:${code}`);
/** Under what lies where somebody was told: no address is written out in a key. */
export const wayHash = (to: string, sign: Sign): string => sign(`mandate-way:${to}`);

/** What stands after `#` in the helper's mail: who holds it may say yes once signed in, and is kept nowhere. */
export const offerSecret = (id: string, sign: Sign): string =>
  `${id}.${sign(`mandate-offer:${id}`).slice(0, 32)}`;
export const offeredBy = (secret: string, sign: Sign): string | null => {
  const [id = ''] = secret.split('.');
  return id && isSame(offerSecret(id, sign), secret) ? id : null;
};
/** Takes the same time wherever two texts differ. */
const isSame = (one: string, other: string): boolean => {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
};

const word = /^(?:revoquer|revocation|revoque|revoke|stop mandat)$/;
/** Whether an answer says nothing but the word: its first line, without accents, quotes below it left aside. */
export const saysEnd = (text: string): boolean => {
  const [first = ''] = text.trim().split(/\r?\n/);
  const plain = first.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return word.test(plain.replace(/[^a-z ]/g, '').trim());
};
