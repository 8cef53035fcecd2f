/** A code sent to an address or a number: what it is for, and what was tried. The code itself is nowhere: only a hash with the ticket. */
export type SentCode = {
  purpose: 'sign-in' | 'email' | 'phone';
  /** Address or number, normalised. */
  to: string;
  codeHash: string;
  /** Account that asked, for an address or a number of its own. */
  account: string | null;
  tries: number;
  expiresAt: number;
};
export const codeSeconds = 600;
export const mostTries = 5;
/**
 * Codes sent an hour: to one address, so that nobody's mailbox is filled; from one network address, which a library or a
 * town hall shares; by text for one account, since each costs. Wrong codes an hour from one network address: one in ten thousand chances a day with all of them.
 */
export const mostAnHour = { 'code-to': 5, 'code-from': 30, 'text-of': 4, 'wrong-from': 60 } as const;
export type Counted = keyof typeof mostAnHour;

/** Six digits from a random number below 2^32, each as likely. Throws away what would make some likelier: null. */
export const digitsOf = (random: number): string | null =>
  random >= 4_294_000_000 ? null : String(random % 1_000_000).padStart(6, '0');
/** What somebody typed or pasted: spaces do not count. */
export const readCode = (typed: string): string => typed.replace(/\D/g, '');
