/** What a page tells of where a letter begins and ends; kept with the page, so that splitting reads no words again. */
export type PageTraits = {
  /** Rough look of the head of the page, to compare with the page before. */
  letterhead: string | null;
  /** "page 2/3": the number of this page and of all, where it says so. */
  numbered: { page: number; of: number | null } | null;
  hasSalutation: boolean;
  hasClosing: boolean;
  hasDate: boolean;
  hasAddressBlock: boolean;
  hasSubject: boolean;
  /** The last line runs on to the next page, or the first line goes on from the one before. */
  endsMidSentence: boolean;
  beginsMidSentence: boolean;
  /** Shares of the page between which it is written on. */
  writtenFrom: number;
  writtenTo: number;
  isHandwritten: boolean;
  /** Width over height and whether the format (A4, A5, card, receipt) is another than usual. */
  ratio: number;
  /** How many words were read. A photograph or an identity card has few. */
  words: number;
  /** Whom the address block is written to: somebody of the authority, or somebody else; neither without such a block. */
  isToAuthority: boolean;
  isToOther: boolean;
  /** Words of the address block in the right half. */
  recipient: string[];
  /** "Ci-joint", "P.J.": the letter says that other papers follow. */
  announcesEnclosures: boolean;
  /** A heading names a paper that is usually enclosed: invoice, certificate, payslip, table of figures. */
  isEnclosureLike: boolean;
  /** Names, numbers of files, of telephones and of contracts, by which two pages know one another; at most a few dozen. */
  names: string[];
  numbers: string[];
  /** Median height of a word and left edge of the lines, as shares of the page. */
  letterHeight: number;
  leftEdge: number;
};

export const startedBy = ['first', 'separator', 'qr', 'proposal', 'clerk'] as const;
export type StartedBy = (typeof startedBy)[number];

/**
 * What is held of the place between a page and the content page after it. `confidence` (0 to 1) is that of the verdict; a
 * `doubt` waits for a clerk, who sees the reasons. `leans` is the verdict that stands until then.
 */
export type Boundary = {
  /** The page that comes after the place. */
  before: number;
  verdict: 'cut' | 'join' | 'doubt';
  leans: 'cut' | 'join';
  by: StartedBy;
  confidence: number;
  /** Codes; the clerk's words for each are in documents/messages. */
  reasons: BoundaryReason[];
};

/** Why a place is thought to part two letters, or not to. */
export const boundaryReasons = [
  'clerk',
  'separator',
  'code-of-request',
  'same-request',
  'other-letterhead',
  'same-letterhead',
  'first-page',
  'next-page',
  'salutation',
  'letter-without-start',
  'closing-before',
  'short-page-before',
  'no-closing-before',
  'date',
  'address',
  'address-of-other',
  'subject',
  'blank-verso',
  'back-of-sheet',
  'sentence-runs-on',
  'other-format',
  'other-type',
  'handwriting',
  'without-text',
  'enclosure-announced',
  'enclosure-like',
  'same-names',
  'no-name-shared',
  'nothing-begins',
  'versos-do-not-match',
] as const;
export type BoundaryReason = (typeof boundaryReasons)[number];
