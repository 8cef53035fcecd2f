import type { Part } from '../part.ts';
import { type Item, keyOf } from '../store.ts';

const partition = (account: string) => `ACCOUNT#${account}`;
const idsIn = (items: readonly Item[], prefix: string): string[] =>
  items.flatMap(({ sk }) => (sk.startsWith(prefix) ? [sk.slice(prefix.length)] : []));

/** The account, what opens it, and where it is open. */
export const account: Part = {
  code: 'account',
  async held({ store }, { accountId }) {
    if (!accountId) return [];
    const items = await store.items('accounts', partition(accountId));
    return items.flatMap(({ account: own, device, session }) => own ?? device ?? session ?? []);
  },
  /** Its sessions first: nobody acts in the name of somebody who is being forgotten. The account itself last. */
  async erase({ store }, { account: own, accountId }) {
    if (!accountId) return;
    const items = await store.items('accounts', partition(accountId));
    await store.remove(
      'sessions',
      idsIn(items, 'SESSION#').map((id) => ({ pk: `SESSION#${id}`, sk: 'SESSION' })),
    );
    await store.remove(
      'accounts',
      idsIn(items, 'PASSKEY#').map((id) => ({ pk: `PASSKEY#${id}`, sk: 'PASSKEY' })),
    );
    const proofs = [
      ...(own?.email ? [`EMAIL#${own.email}`] : []),
      ...(own?.franceConnect ? [`FRANCECONNECT#${own.franceConnect.sub}`] : []),
    ];
    for (const pk of proofs) {
      const found = await store.find('accounts', { pk, sk: 'OWNER' });
      if (found?.owner === accountId) await store.remove('accounts', [{ pk, sk: 'OWNER' }]);
    }
    const rest = items.filter(({ sk }) => sk !== 'ACCOUNT' && !sk.startsWith('OUTBOX#'));
    await store.remove('accounts', rest.map(keyOf));
    await store.remove('accounts', [{ pk: partition(accountId), sk: 'ACCOUNT' }]);
  },
};
