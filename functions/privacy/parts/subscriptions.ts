import { subscriberId } from '../../subscriptions/link.ts';
import type { Subscriber } from '../../subscriptions/subscriber.ts';
import type { Part, ReadDeps } from '../part.ts';
import type { Item } from '../store.ts';
import type { Whoever } from '../whoever.ts';

const subscribed = async (
  { store, signs }: ReadDeps,
  { emails, phones }: Whoever,
): Promise<(Item & { subscriber: Subscriber })[]> => {
  const sign = await signs.subscription();
  const ids = [
    ...emails.map((email) => subscriberId('mail', email, sign)),
    ...phones.map((phone) => subscriberId('sms', phone, sign)),
  ];
  const items = await Promise.all(
    ids.map((id) => store.find('subscriptions', { pk: `SUBSCRIBER#${id}`, sk: 'SUBSCRIBER' })),
  );
  return items.filter((item): item is Item & { subscriber: Subscriber } => item !== null);
};

/** What they want to be told of. */
export const subscriptions: Part = {
  code: 'subscriptions',
  held: async (deps, who) => (await subscribed(deps, who)).map(({ subscriber }) => subscriber),
  async erase(deps, who) {
    const { store } = deps;
    for (const { pk, sk, subscriber } of await subscribed(deps, who)) {
      const themes = subscriber.choice?.themes ?? [];
      const caps = await store.items('subscriptions', `CAP#${subscriber.id}`);
      const digests = await store.items('subscriptions', 'DIGEST', `${subscriber.id}#`);
      await store.remove('subscriptions', [
        ...themes.map((theme) => ({ pk: `THEME#${theme}`, sk: subscriber.id })),
        ...[...caps, ...digests],
        { pk, sk },
      ]);
    }
  },
};
