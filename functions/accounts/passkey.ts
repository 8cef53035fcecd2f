/** A passkey of an account: the private half never leaves the person's device. */
export type Passkey = {
  id: string;
  account: string;
  /** Given by the person, to know which is which. */
  name: string;
  /** base64url of the COSE key. */
  publicKey: string;
  /** How often it says it was used; going back means a copy. */
  counter: number;
  transports: string[];
  /** Kept by the maker of the device in several places. */
  isSynced: boolean;
  createdAt: string;
  lastUsedAt: string | null;
};
export const mostPasskeys = 10;

/** A counter that does not go forward is a copied key; those that do not count always say 0. */
export const isCopied = (before: number, after: number): boolean =>
  (before > 0 || after > 0) && after <= before;
