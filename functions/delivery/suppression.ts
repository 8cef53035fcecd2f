/** An address that is written to no more: it gave a mail back for good, or its owner called one unwanted. */
export type Suppression = {
  address: string;
  reason: 'bounced' | 'complained';
  /** Code of the mail server, never a sentence. */
  detail: string;
  at: string;
  /** Where it was noticed. */
  reference: string;
  /** Taken off the list by an agent, with the reason given; it stays to be seen. */
  lifted?: { by: string; at: string; reason: string };
};
/** Anything that is not lifted forbids sending. */
export const isSuppressed = (found: Pick<Suppression, 'lifted'> | null): boolean =>
  found !== null && found.lifted === undefined;
