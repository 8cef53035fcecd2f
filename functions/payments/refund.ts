/**
 * Money that goes back. PayFiP has no call for it: the treasury repays by mandate, finance says when it was done.
 * `proposed` by the product itself, `asked` by somebody; then `accepted` (mandate under way), `done` or `refused`.
 */
export type Refund = {
  id: string;
  payment: string;
  /** The try that took the money. */
  attempt: string;
  cents: number;
  reason: 'paid-twice' | 'dropped' | 'asked' | 'doubtful';
  state: 'proposed' | 'asked' | 'accepted' | 'done' | 'refused';
  /** What the person or the agent wrote. */
  text: string;
  askedAt: string;
  /** auto | citizen | agent:<login> */
  by: string;
  decidedBy: string | null;
  decidedAt: string | null;
  /** Calendar day on which the treasury repaid. */
  doneOn: string | null;
  /** Why not, for the person who asked. */
  why: string | null;
};
export const isPending = ({ state }: Pick<Refund, 'state'>): boolean =>
  state === 'proposed' || state === 'asked' || state === 'accepted';
