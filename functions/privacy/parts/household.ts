import type { Household } from '../../households/household.ts';
import { stopSharing } from '../../households/sharing.ts';
import type { Part } from '../part.ts';
import { type Item, keyOf } from '../store.ts';

const partition = (account: string) => `HOUSEHOLD#${account}`;

/** Who lives with them, as they typed it. A child kept together with another parent stays with that parent. */
export const household: Part = {
  code: 'household',
  async held({ store }, { accountId }) {
    if (!accountId) return [];
    const found = await store.find('households', { pk: partition(accountId), sk: 'HOUSEHOLD' });
    const own = found?.household as Household | undefined;
    return own && (own.members.length > 0 || Object.keys(own.facts).length > 0) ? [own] : [];
  },
  async erase({ store }, { accountId }) {
    if (!accountId) return;
    const items = await store.items('households', partition(accountId));
    const own = items.find(({ sk }) => sk === 'HOUSEHOLD')?.household as Household | undefined;
    for (const { shared } of own?.members ?? []) {
      if (!shared) continue;
      const key = { pk: partition(shared.account), sk: 'HOUSEHOLD' };
      const other = (await store.find('households', key)) as (Item & { household: Household }) | null;
      if (!other) continue;
      const alone = stopSharing(other.household, shared.member);
      await store.put('households', { ...other, household: { ...alone, version: alone.version + 1 } });
    }
    await store.remove('households', items.map(keyOf));
  },
};
