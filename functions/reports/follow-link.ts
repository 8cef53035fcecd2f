/** HMAC under the authority's key for links of reports (letters/pepper-key.adapter.ts). */
export type Sign = (text: string) => string;
const proofLength = 32;
const proofOf = (reference: string, follower: string, sign: Sign): string =>
  sign(`report-follower:${reference}:${follower}`).slice(0, proofLength);

/** One address is one follower of a report, however its capitals are written. */
export const followerId = (reference: string, email: string, sign: Sign): string =>
  sign(`report-address:${reference}:${email.trim().toLowerCase()}`).slice(0, proofLength);

/** The same for all reports that one address follows: by it they are found when somebody is erased. */
export const followsKey = (email: string, sign: Sign): string =>
  sign(`report-follows:${email.trim().toLowerCase()}`).slice(0, proofLength);

/** What stands after `#` in the link that ends the news; it is kept nowhere. */
export const followSecret = (reference: string, follower: string, sign: Sign): string =>
  `${reference}.${follower}.${proofOf(reference, follower, sign)}`;

/** Whose news a secret ends; null when it was not made here. */
export function followerOf(secret: string, sign: Sign): { reference: string; follower: string } | null {
  const [reference = '', follower = '', proof = ''] = secret.split('.');
  const expected = proofOf(reference, follower, sign);
  let difference = proof.length ^ expected.length;
  for (let at = 0; at < expected.length; at += 1)
    difference |= expected.charCodeAt(at) ^ (proof.charCodeAt(at) || 0);
  return reference && follower && difference === 0 ? { reference, follower } : null;
}
