import { Refusal } from '../shared/refusal.ts';

/** Seconds in which forms, and places for files, of one address are counted, and how many a town hall may well send in them. */
export const floodWindow = 60;
export const mostInWindow = 400;
/** Addresses that one running function remembers: with more, the store is asked again. */
const mostRemembered = 1_000;

type Deps = { count(address: string): Promise<number>; epochSeconds(): number };

/**
 * Refuses `too-many-requests`, with when to come back, whoever sends more than a whole town hall would. Who was refused once is
 * not counted again before then: a flood costs one write for each call of the window, and nothing after.
 */
export const refuseFlood = ({ count, epochSeconds }: Deps): ((address: string) => Promise<void>) => {
  const refused = new Map<string, number>();
  return async (address) => {
    const now = epochSeconds();
    const again = (Math.floor(now / floodWindow) + 1) * floodWindow;
    const isKnown = (refused.get(address) ?? 0) > now;
    if (!isKnown && (await count(address)) <= mostInWindow) return;
    if (refused.size >= mostRemembered) refused.clear();
    refused.set(address, again);
    throw new Refusal('too-many-requests', [], Math.max(1, again - now));
  };
};
