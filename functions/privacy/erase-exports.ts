import type { Export } from './export.ts';
import type { Store } from './store.ts';
import type { Whoever } from './whoever.ts';

/** Archives of everything that were made of somebody: they would outlive them by a day. */
export const eraseExports = async (store: Store, { accountId, personIds }: Whoever): Promise<void> => {
  const places = [
    ...(accountId ? [`EXPORT#account#${accountId}`] : []),
    ...personIds.map((id) => `EXPORT#person#${id}`),
  ];
  for (const pk of places) {
    const item = await store.find('privacy', { pk, sk: 'EXPORT' });
    if (!item) continue;
    const { key } = item.export as Export;
    await store.removeObjects({ bucket: 'documents', prefix: key, isWhole: true });
    await store.remove('privacy', [{ pk, sk: 'EXPORT' }]);
  }
};
