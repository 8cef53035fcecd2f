import type { Mandate } from './mandate.ts';
import type { MandateTable } from './mandate-table.adapter.ts';

type Joined = { from: string; into: string; personInto: string };
type Deps = { mandates: Pick<MandateTable, 'ofPerson' | 'ofHelper' | 'save'>; now(): string };

/** One whose two sides are now the same person helps nobody. */
const moved = (mandate: Mandate, { from, into, personInto }: Joined, now: string): Mandate => {
  const { represented, helper, version } = mandate;
  const isPerson = represented.account === from;
  const next: Mandate = {
    ...mandate,
    version: version + 1,
    represented: isPerson ? { ...represented, account: into, person: personInto } : represented,
    helper: helper.account === from ? { ...helper, account: into } : helper,
  };
  const isSelf = next.represented.account === next.helper.account && !mandate.over;
  return isSelf ? { ...next, state: 'revoked', over: { at: now, by: 'auto' } } : next;
};

/**
 * Two accounts became one: what was given to or by the one that ends is the other's. Calls under it have to be begun again,
 * since their mark names the account that is gone.
 */
export const moveMandates =
  ({ mandates, now }: Deps) =>
  async (joined: Joined): Promise<void> => {
    const [given, held] = await Promise.all([mandates.ofPerson(joined.from), mandates.ofHelper(joined.from)]);
    const all = new Map([...given, ...held].map((one) => [one.id, one]));
    for (const one of all.values())
      if (one.represented.account === joined.from || one.helper.account === joined.from)
        await mandates.save(one, moved(one, joined, now()));
  };
