import { followList } from '../../requests/followers.ts';
import type { Part } from '../part.ts';
import { keyOf } from '../store.ts';

const partition = (account: string) => `SAFE#${account}`;

/** Documents of the safe and of its bin, links that were given of it, and every version of their files. */
export const safe: Part = {
  code: 'safe',
  async held({ store }, { accountId }) {
    if (!accountId) return [];
    const items = await store.items('safe', partition(accountId));
    return items.flatMap(({ document, share }) => document ?? share ?? []);
  },
  async erase({ store }, { accountId }) {
    if (!accountId) return;
    await store.removeObjects({ bucket: 'documents', prefix: `safe/${accountId}/` });
    await store.removeObjects({ bucket: 'documents', prefix: `archives/${accountId}/` });
    await store.removeObjects({ bucket: 'documents', prefix: `archives/asked/${accountId}/` });
    const items = await store.items('safe', partition(accountId));
    const links = items.flatMap(({ share }) => {
      const { hash } = (share ?? {}) as { hash?: string };
      return hash ? [{ pk: `SHARE#${hash}`, sk: 'SHARE' }] : [];
    });
    const followed = await store.listed('requests', followList(accountId));
    const lodged = followed.map(({ pk }) => ({
      pk: `REQUEST#${pk.slice('REQ#'.length)}`,
      sk: `ACCOUNT#${accountId}`,
    }));
    await store.remove('safe', [...links, ...lodged, ...items.map(keyOf)]);
  },
};
