import type { Snapshot } from '../../requests/items.ts';
import { undecided } from './due.ts';

export type OfferDeps = {
  snapshot(reference: string): Promise<Pick<Snapshot, 'request'>>;
  /** References in the common basket of a department, those due first. */
  basket(department: string, atMost: number): Promise<string[]>;
  /** Wakes the machine of a request, which asks the rules again where they found nobody for a reason that passes. */
  wake(reference: string): Promise<unknown>;
};

/** One person has room for one more: a few are asked, in case the first are wanted by nobody. */
const atMost = 8;

/**
 * A request was answered or is over, and whoever had it has room again: what waits in the basket of its department is offered at
 * once and not tomorrow. Says how many were woken; none while the request goes on.
 */
export const offerBasket =
  ({ snapshot, basket, wake }: OfferDeps) =>
  async (reference: string): Promise<number> => {
    const { department, state, agent } = (await snapshot(reference)).request;
    if (!department || !agent || undecided.includes(state)) return 0;
    const waiting = (await basket(department, atMost)).filter((one) => one !== reference);
    // One after the other: two choices at once only look twice.
    for (const one of waiting) await wake(one);
    return waiting.length;
  };
