/** One document of the safe: put there by its owner, or sent by the authority. Its bytes lie under `safe/<account>/` of the documents bucket. */
export type SafeDocument = {
  /** Begins with the instant it was stored: text order is the order of time. */
  id: string;
  /** Counts its corrections. */
  version: number;
  account: string;
  /** Code of a kind of document (kinds.ts, procedures/required-document.ts), `other`, or `from-authority`. */
  type: string;
  name: string;
  contentType: string;
  size: number;
  objectKey: string;
  /** What the authority sent lies where it was sent from: it is not copied. */
  bucket: 'documents' | 'evidence';
  storedAt: string;
  /** Day written on it, YYYY-MM-DD, when it is known: "of less than three months" counts from there. */
  issuedOn: string | null;
  /** Last day it is good for, YYYY-MM-DD; null: always. */
  validUntil: string | null;
  /** Who said until when: the rule of its kind, or its owner, whom no rule corrects. */
  validBy: 'rule' | 'owner';
  /** Whose it is when not the account's own. */
  member: string | null;
  /** What was read from it (tax year, address, name…), shown to its owner and correctable. */
  read: ReadLine[];
  /** Reading takes some seconds after it arrived; `none`: nothing could be read. */
  reading: 'pending' | 'done' | 'none';
  /** What malware protection said; only `clean` is given to anybody. */
  scan: 'clean' | 'pending' | 'unscannable' | 'infected';
  from: 'citizen' | 'authority';
  /** Request it came with or from. */
  reference: string | null;
  /** Put in the bin on that instant, emptied thirty days later. */
  binnedAt: string | null;
};
export type ReadLine = { code: string; value: string };

/** Bytes: the 500 MB that are shown. */
export const quota = 500_000_000;
export const binDays = 30;

/** @param time milliseconds since 1970; @param random unguessable: the id is also the name of an upload */
export const documentId = (time: number, random: string): string =>
  `${time.toString(36).padStart(9, '0')}-${random}`;
export const isDocumentId = (id: string): boolean => /^[a-z0-9]{9}-[\w-]{20,50}$/.test(id);
/** Its bytes are the safe's own; what the authority sent lies elsewhere and is not the safe's to delete. */
export const isKeptHere = ({ bucket, objectKey }: SafeDocument): boolean =>
  bucket === 'documents' && objectKey.startsWith('safe/');
export const safeKey = (account: string, id: string): string => `safe/${account}/${id}`;
/** Only the first pages say what a document is. */
export const mostRead = 12;
