/** Hexadecimal HMAC of a text under the authority's key for reply addresses (letters/pepper-key.adapter.ts). */
export type Sign = (text: string) => string;

const macLength = 20;
/** RFC 5321 4.5.3.1.1: many relays refuse a longer part before the @. */
const longestLocal = 64;
const label = /^([^+@]+)\+([a-z]{2,4}-\d{4}-\d{6}-[a-y])\.([0-9a-f]{20})@([^@]+)$/;
const macOf = (reference: string, sign: Sign): string =>
  sign(`reply:v1:${reference.toUpperCase()}`).slice(0, macLength);

/**
 * Address that answers to a mail come back to, `contact+VC-2026-000123-W.<proof>@…`: who writes to it holds a mail of that
 * request. Nothing in it depends on upper or lower case, which relays change. An inbound address too long for it is given as it is.
 */
export const replyAddress = (inbound: string, reference: string, sign: Sign): string => {
  const [local = '', domain = ''] = inbound.split('@');
  const signed = `${local.split('+')[0]}+${reference}.${macOf(reference, sign)}`;
  return signed.length <= longestLocal ? `${signed}@${domain}` : inbound;
};

/** Reference that an address of ours was made for; null when it is no such address or its proof is wrong. */
export const readReplyAddress = (address: string, sign: Sign): string | null => {
  const found = label.exec(address.trim().toLowerCase());
  if (!found) return null;
  const reference = (found[2] ?? '').toUpperCase();
  return macOf(reference, sign) === found[3] ? reference : null;
};
