export const batchStates = ['reading', 'doubtful', 'done', 'failed'] as const;
export type BatchState = (typeof batchStates)[number];

/** Why a file cannot be taken in; the clerk's sentence for each is in documents/messages. */
export const scanFailures = [
  'empty',
  'damaged',
  'password-protected',
  'executable',
  'unknown-type',
  'too-many-pages',
  'too-large-image',
  'infected',
  'reading-failed',
] as const;
export type ScanFailure = (typeof scanFailures)[number];
/** Why a file that is being read stands still: as many pages as the authority allows were read today. */
export type ScanPause = 'daily-cap';

/** `doubtful`: read, and a clerk says with which pages it goes. */
export const pageStates = [
  'waiting',
  'reading',
  'read',
  'doubtful',
  'separator',
  'blank',
  'rejected',
  'filed',
] as const;
export type PageState = (typeof pageStates)[number];

/** One page of a file of a batch; every page ends filed, separator, blank or rejected, or its batch does not close. */
export type BatchPage = {
  fileId: string;
  page: number;
  state: PageState;
  image: string | null;
  width: number;
  height: number;
  /** Resolution of `image`, where it is known: by it the archive has the size of the sheet. */
  dpi?: number;
  /** Degrees the scan was turned to stand upright: 0, 90, 180, 270; and the small skew corrected, in degrees. */
  turned: number;
  skew: number;
  text: string;
  confidence: number;
  source: 'text-layer' | 'ocr' | 'none';
  /** Object of its words with their boxes (reading/words.ts), null before it was read. */
  words?: string | null;
  /** Assumed unreadable: a person reads it. */
  isHandwritten?: boolean;
  contactId: string | null;
  reason: string | null;
};

export type BatchFile = {
  id: string;
  name: string;
  state: BatchState;
  pages: number;
  reason: ScanFailure | ScanPause | null;
  /** Pages that are nowhere although the file was gone through to its end: somebody has to look. */
  unaccounted?: number[];
  evidence: { key: string; versionId: string; size: number };
};

export type Batch = {
  id: string;
  /** File or folder name as dropped. */
  name: string;
  receivedAt: string;
  state: BatchState;
  files: BatchFile[];
  pages: number;
  filed: number;
  separators: number;
  blanks: number;
  rejected: number;
  reason: ScanFailure | ScanPause | null;
};
