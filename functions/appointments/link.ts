/** HMAC under the authority's key for links of appointments (letters/pepper-key.adapter.ts). */
export type Sign = (text: string) => string;

/** Hexadecimal signs of the proof: 128 bits. */
const proofLength = 32;
const proofOf = (id: string, sign: Sign): string => sign(`appointment-link:${id}`).slice(0, proofLength);

/** What stands after `#` in the link of a mail: it opens one appointment, or one place in a waiting list, and is kept nowhere. */
export const secretOf = (id: string, sign: Sign): string => `${id}.${proofOf(id, sign)}`;

/** Takes the same time wherever two texts differ. */
const isSame = (one: string, other: string): boolean => {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
};
/** The id that a secret opens; null when it was not made here. */
export const openedBy = (secret: string, sign: Sign): string | null => {
  const [id = '', proof = ''] = secret.split('.');
  return /^[aw][a-z0-9]{8,40}$/.test(id) && isSame(proofOf(id, sign), proof) ? id : null;
};
export const isWaiterId = (id: string): boolean => id.startsWith('w');

export const pageOf = (publicUrl: string, secret?: string): string =>
  `${publicUrl}/rendez-vous${secret ? `#${secret}` : ''}`;
