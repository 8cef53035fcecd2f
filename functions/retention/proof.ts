/** What a daily proof found: counts and codes, with the day it is of. Kept beside the register of erasures, which no restore takes back. */
export const proofKinds = ['journal', 'entries'] as const;
export type ProofKind = (typeof proofKinds)[number];
export type Proof<Found = unknown> = {
  kind: ProofKind;
  at: string;
  checked: number;
  /** What does not add up, a hundred at most; `count` says how many there are. */
  found: Found[];
  count: number;
  /** False when it goes on in the next run. */
  isWhole: boolean;
};
export const mostShown = 100;
export const proofsOf = (kind: ProofKind): string => `PROOFS#${kind}`;
