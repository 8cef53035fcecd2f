import { isLive, type Mandate, over } from '../../mandates/mandate.ts';
import type { Part, ReadDeps } from '../part.ts';
import type { Item } from '../store.ts';
import type { Whoever } from '../whoever.ts';

type Found = Item & { mandate: Mandate };
const found = async ({ store }: ReadDeps, { accountId }: Whoever): Promise<Found[]> => {
  if (!accountId) return [];
  const given = await store.listed('mandates', `REPRESENTED#${accountId}`);
  const lines = await store.items('mandates', `HELPER#${accountId}`);
  const held = await Promise.all(
    lines.map(({ mandateId }) => store.find('mandates', { pk: `MANDATE#${mandateId}`, sk: 'MANDATE' })),
  );
  return [...given, ...held].filter((item): item is Found => item?.mandate !== undefined);
};

/** That somebody was allowed something stays provable by its ids (Code civil 2224); nobody is named by it any more. */
const blank = (mandate: Mandate, accountId: string, now: string): Mandate => {
  const isHelper = mandate.helper.account === accountId;
  const ended = isLive(mandate, now)
    ? over(mandate, isHelper ? 'renounced' : 'revoked', 'auto', now)
    : mandate;
  if (isHelper)
    return {
      ...ended,
      helper: { ...ended.helper, name: '', organisation: null, email: null },
      version: ended.version + 1,
    };
  return {
    ...ended,
    represented: { ...ended.represented, name: '' },
    consent: { ...ended.consent, note: null },
    way: { ...ended.way, to: '' },
    letters: [],
    version: ended.version + 1,
  };
};

/** Who may act for them, and for whom they may. */
export const mandates: Part = {
  code: 'mandates',
  held: async (deps, who) => (await found(deps, who)).map(({ mandate }) => mandate),
  async erase(deps, who) {
    const { store, now } = deps;
    for (const item of await found(deps, who)) {
      const { mandate } = item;
      await store.remove('sessions', [{ pk: `ACTING#${mandate.id}`, sk: 'ACTING' }]);
      if (mandate.represented.account === who.accountId) {
        for (const { key } of mandate.letters)
          await store.removeObjects({ bucket: 'documents', prefix: key, isWhole: true });
        await store.remove('mandates', [{ pk: 'LETTERS', sk: `${mandate.createdAt}#${mandate.id}` }]);
      }
      await store.put('mandates', { ...item, mandate: blank(mandate, who.accountId ?? '', now()) });
    }
  },
};
