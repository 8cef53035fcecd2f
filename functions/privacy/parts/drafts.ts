import type { Cosignature } from '../../drafts/cosign.ts';
import type { DraftFiles, ServerDraft } from '../../drafts/draft.ts';
import type { Part } from '../part.ts';
import { type Item, keyOf, type ObjectPrefix, type Reads } from '../store.ts';
import type { Whoever } from '../whoever.ts';

const filesOf = (ids: readonly string[]): ObjectPrefix[] =>
  ids.flatMap((id) =>
    (['drafts', 'uploads'] as const).map((folder) => ({
      bucket: 'uploads' as const,
      prefix: `${folder}/${id}`,
      isWhole: true as const,
    })),
  );
const uploadsIn = (files: DraftFiles = {}): string[] =>
  Object.values(files).flatMap((list) => list.map(({ uploadId }) => uploadId));

/** Forms that wait for a second signature: theirs, and those that they were to sign. */
const cosigned = async (store: Reads, { accountId, emails }: Whoever): Promise<Item[]> => {
  const lists = ['COSIGN#OPEN', 'COSIGN#OF#-', ...(accountId ? [`COSIGN#OF#${accountId}`] : [])];
  const all = (await Promise.all(lists.map((list) => store.listed('drafts', list)))).flat();
  return all.filter(({ cosignature }) => {
    const { first, second } = cosignature as Cosignature;
    const addresses = [first.email, second.email].map((one) => one?.trim().toLowerCase() ?? '');
    return (accountId && first.account === accountId) || addresses.some((one) => emails.includes(one));
  });
};

/** Forms begun on one device and kept for the others. */
export const drafts: Part = {
  code: 'drafts',
  async held({ store }, who) {
    const items = who.accountId ? await store.items('drafts', `ACCOUNT#${who.accountId}`) : [];
    const waiting = (await cosigned(store, who)).map(({ cosignature }) => {
      const { id, title, state, pending, until } = cosignature as Cosignature;
      return { id, title, state, answers: pending.answers, until };
    });
    return [...items.flatMap(({ draft }) => draft ?? []), ...waiting];
  },
  async erase({ store }, who) {
    const items = who.accountId ? await store.items('drafts', `ACCOUNT#${who.accountId}`) : [];
    const waiting = await cosigned(store, who);
    const uploads = [
      ...items.flatMap(({ draft }) => uploadsIn((draft as ServerDraft | undefined)?.files)),
      ...waiting.flatMap(({ cosignature }) =>
        (cosignature as Cosignature).pending.uploads.map(({ uploadId }) => uploadId),
      ),
    ];
    for (const place of filesOf(uploads)) await store.removeObjects(place);
    await store.remove('drafts', [...items, ...waiting].map(keyOf));
  },
};
