import type { OtherLanguage } from '../procedures/translation.ts';

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
/**
 * The same for whoever acts for the person: it opens nothing outside of that mandate, nor once it is over.
 * @param mandate id of it
 */
export const secretUnder = (id: string, sign: Sign, mandate: string): string =>
  `${id}~${mandate}.${proofOf(`${id}~${mandate}`, sign)}`;
/** The id that a secret opens; null when it was not made here, or for another mandate than the one of the call. */
export const openedBy = (secret: string, sign: Sign, mandate?: string): string | null => {
  const [name = '', proof = ''] = secret.split('.');
  const [id = '', under] = name.split('~');
  const isOurs = /^[aw][a-z0-9]{8,40}$/.test(id) && isSame(proofOf(name, sign), proof);
  return isOurs && (under === undefined || under === mandate) ? id : null;
};
export const isWaiterId = (id: string): boolean => id.startsWith('w');

/** @param language of whoever it is written to, when that is not French */
export const pageOf = (publicUrl: string, secret: string, language?: OtherLanguage): string =>
  `${publicUrl}${language ? `/${language}` : ''}/rendez-vous#${secret}`;
