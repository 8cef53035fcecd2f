import { eraseExports } from './erase-exports.ts';
import type { Erasure } from './erasure.ts';
import { heldBack, ownRequests } from './own-requests.ts';
import type { Part, PartDeps } from './part.ts';
import type { Whoever } from './whoever.ts';

export type ErasePersonDeps = Omit<PartDeps, 'isKept'> & { parts: readonly Part[] };

/**
 * Erases a person: their account and what is under it, their sheets, their contacts and requests. What waits for a decision
 * stays until its end, and so does what is being contested (RGPD 17(3)(b) and (e)); money that was paid stays in the accounts
 * without them. Answers what stays, for the register: it is erased when its time has come.
 */
export const erasePerson =
  (deps: ErasePersonDeps) =>
  async (who: Whoever): Promise<NonNullable<Erasure['kept']>> => {
    const all = await ownRequests(deps.store, who);
    const kept = all.filter(({ request, isTheirs }) => isTheirs && heldBack(request, all) !== null);
    const isKept = (reference: string) => kept.some((one) => one.reference === reference);
    await eraseExports(deps.store, who);
    for (const part of deps.parts) await part.erase({ ...deps, isKept }, who);
    return kept.map(({ reference }) => ({ what: reference, until: null }));
  };
