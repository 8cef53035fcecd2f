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
};

export const startedBy = ['first', 'separator', 'qr', 'proposal', 'clerk'] as const;
export type StartedBy = (typeof startedBy)[number];

/**
 * What is held of the place between a page and the content page after it. `confidence` (0 to 1) is that of the verdict; a
 * `doubt` waits for a clerk, who sees the reasons.
 */
export type Boundary = {
  /** The page that comes after the place. */
  before: number;
  verdict: 'cut' | 'join' | 'doubt';
  by: StartedBy;
  confidence: number;
  /** Codes; the clerk's words for each are in documents/messages. */
  reasons: string[];
};
