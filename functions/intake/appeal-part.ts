import type { Proof } from '../requests/follow-events.ts';

/** It contests the decision on another request: what it opens keeps that reference, and is followed by the same accounts. */
export type AppealPart = {
  of: string;
  reference: string;
  trackingHash: string;
  followers: { account: string; proof: Proof }[];
};
