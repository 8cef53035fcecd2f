/** HMAC under the authority's key for links of subscriptions (letters/pepper-key.adapter.ts). */
export type Sign = (text: string) => string;

/** Hexadecimal signs of a proof: 128 bits. */
const length = 32;
/** `manage` opens the choices, `stop` only ends them: it stands in a header that other programs read. */
type Power = 'manage' | 'stop';

/** The same address gives the same id, which nobody can compute without the key. */
export const subscriberId = (channel: string, address: string, sign: Sign): string =>
  `s${sign(`id:${channel}:${address}`).slice(0, 24)}`;
export const secretOf = (id: string, power: Power, sign: Sign): string =>
  `${id}.${sign(`${power}:${id}`).slice(0, length)}`;

/** Takes the same time wherever two texts differ. */
const isSame = (one: string, other: string): boolean => {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
};
/** The id that a secret opens; null when it was not made here, or for something else. */
export const openedBy = (secret: string, power: Power, sign: Sign): string | null => {
  const [id = ''] = secret.split('.');
  return /^s[0-9a-f]{24}$/.test(id) && isSame(secret, secretOf(id, power, sign)) ? id : null;
};

export const managePage = (publicUrl: string, secret: string): string => `${publicUrl}/abonnements#${secret}`;
/** What a mailbox calls by itself when somebody presses its own button (RFC 8058). */
export const oneClickUrl = (publicUrl: string, secret: string): string =>
  `${publicUrl}/api/public/subscriptions/stop/${secret}`;
