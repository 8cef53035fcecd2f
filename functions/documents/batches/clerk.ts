/** What a clerk decided of the pages of a file, in the order it was decided; undone decisions are kept, marked. */
export type ClerkDeed = {
  id: string;
  by: string;
  at: string;
  undone?: { by: string; at: string };
} & (
  | { kind: 'cut' | 'join'; before: number }
  /** A quarter, a half or three quarters clockwise; the page is read again. */
  | { kind: 'rotate'; page: number; degrees: 90 | 180 | 270 }
  /** It is not blank, not a separator, or not to be kept: what it counts as from now on. */
  | { kind: 'count-as'; page: number; as: 'content' | 'blank' | 'separator' | 'rejected' }
  /** A new scan, kept as evidence of its own, takes its place. */
  | {
      kind: 'replace';
      page: number;
      uploadId?: string;
      evidence: { key: string; versionId: string; size: number };
    }
);
