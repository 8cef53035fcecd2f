/** One document of the safe: put there by its owner, or sent by the authority. Its bytes lie under `safe/<account>/` of the documents bucket. */
export type SafeDocument = {
  id: string;
  account: string;
  /** Code of a kind of document (procedures/required-document.ts), `other`, or `from-authority`. */
  type: string;
  name: string;
  contentType: string;
  size: number;
  objectKey: string;
  storedAt: string;
  /** Last day it is good for, YYYY-MM-DD; null: always. */
  validUntil: string | null;
  /** Whose it is when not the account's own. */
  member: string | null;
  /** What was read from it (tax year, address, name…), shown to its owner and correctable. */
  read: { code: string; value: string }[];
  from: 'citizen' | 'authority';
  /** Request it came with or from. */
  reference: string | null;
};
