import { followsKey } from '../../reports/follow-link.ts';
import type { Part, ReadDeps } from '../part.ts';
import { type Item, keyOf } from '../store.ts';
import type { Whoever } from '../whoever.ts';

const followed = async ({ store, signs }: ReadDeps, { emails }: Whoever): Promise<Item[]> => {
  const sign = await signs.report();
  const lists = emails.map((email) => `BY#${followsKey(email, sign)}`);
  return (await Promise.all(lists.map((list) => store.listed('reports', list)))).flat();
};

/** Reports of others that they want the news of; their own reports are requests. */
export const reports: Part = {
  code: 'reports',
  held: async (deps, who) =>
    (await followed(deps, who)).map(({ pk, follower }) => ({ report: pk, follower })),
  async erase(deps, who) {
    const { store } = deps;
    for (const item of await followed(deps, who)) {
      const report = await store.find('reports', { pk: item.pk, sk: 'REPORT' });
      await store.remove('reports', [keyOf(item)]);
      if (report) await store.put('reports', { ...report, followers: Number(report.followers ?? 1) - 1 });
    }
  },
};
