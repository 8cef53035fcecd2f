import type { Part } from '../part.ts';
import { type Item, keyOf, type PersonalTable, type Reads } from '../store.ts';
import type { Whoever } from '../whoever.ts';

/** Where something is kept of an address or a number itself. */
const placesOf = ({ emails, phones }: Whoever): { table: PersonalTable; pk: string }[] => [
  ...emails.flatMap((email) => [
    { table: 'requests' as const, pk: `ANSWERED#${email}` },
    { table: 'requests' as const, pk: `SUPPRESSED#${email}` },
  ]),
  ...phones.flatMap((phone) => [
    { table: 'contacts' as const, pk: `SMS#${phone}` },
    { table: 'contacts' as const, pk: `CALLBACK#${phone}` },
  ]),
];
const kept = async (store: Reads, who: Whoever): Promise<{ table: PersonalTable; items: Item[] }[]> =>
  Promise.all(placesOf(who).map(async ({ table, pk }) => ({ table, items: await store.items(table, pk) })));

/** Addresses that give mails back, no more texts, calls to return, how often they were written to. */
export const reachability: Part = {
  code: 'reachability',
  held: async ({ store }, who) =>
    (await kept(store, who)).flatMap(({ items }) =>
      items.map(({ pk, sk, gsi1pk: _pk, gsi1sk: _sk, expiresAt: _gone, ...rest }) => ({
        of: pk,
        what: sk,
        ...rest,
      })),
    ),
  async erase({ store }, who) {
    for (const { table, items } of await kept(store, who)) await store.remove(table, items.map(keyOf));
  },
};
