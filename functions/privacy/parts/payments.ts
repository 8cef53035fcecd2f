import type { Family } from '../../payments/family.ts';
import { dueKey, ofAccount, ofFamily } from '../../payments/items.ts';
import type { Part } from '../part.ts';
import { anonymise } from '../payment-plan.ts';
import { type Item, keyOf, type Reads } from '../store.ts';

const pointed = async (store: Reads, accountId: string) => {
  const items = await store.items('payments', ofAccount(accountId));
  const ids = items.flatMap(({ sk, of }) =>
    sk.startsWith('DUE#') ? [String(of ?? sk.split('#').at(-1))] : [],
  );
  const families = items.flatMap(({ sk, number }) => (sk.startsWith('FAMILY#') ? [String(number)] : []));
  return { items, ids, families };
};

/** What was owed and paid. The accounts keep the money ten years; who paid it goes, unless the treasury still asks. */
export const payments: Part = {
  code: 'payments',
  async held({ store }, { accountId }) {
    if (!accountId) return [];
    const { ids, families } = await pointed(store, accountId);
    const found = await Promise.all(ids.map((id) => store.find('payments', dueKey(id))));
    return [
      ...found.flatMap((item) => item?.payment ?? []),
      ...families.map((family) => ({ kind: 'family', family })),
    ];
  },
  async erase({ store }, { accountId, emails }) {
    if (!accountId) return;
    const { items, ids, families } = await pointed(store, accountId);
    for (const id of ids) await anonymise(store, id);
    for (const number of families) {
      const key = { pk: ofFamily(number), sk: 'ACCOUNT' };
      const found = (await store.find('payments', key)) as (Item & { family?: Family }) | null;
      if (found?.family?.email && emails.includes(found.family.email.toLowerCase()))
        await store.put('payments', {
          ...found,
          family: { ...found.family, email: null, version: found.family.version + 1 },
        });
    }
    await store.remove('payments', items.map(keyOf));
  },
};
