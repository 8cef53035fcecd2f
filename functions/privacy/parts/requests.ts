import { assemble, requestKey } from '../../requests/items.ts';
import { isSettled } from '../../requests/request.ts';
import { ownRequests } from '../own-requests.ts';
import type { Part } from '../part.ts';
import { keyOf } from '../store.ts';

/** Requests with everything said and sent; notes of agents once it is decided (CRPA L311-2), without who wrote them. */
export const requests: Part = {
  code: 'requests',
  async held({ store }, who) {
    const own = (await ownRequests(store, who)).filter(({ isTheirs }) => isTheirs);
    const found = await Promise.all(
      own.map(async ({ reference }) => {
        const whole = assemble(await store.items('requests', requestKey(reference)));
        if (!whole) return [];
        const { request, events, content, sender, documents, messages, notes, asks, rating } = whole;
        const { salt: _, ...said } = content;
        return [
          {
            ...{ reference, request, sender, content: said, documents, asks, rating },
            messages: messages.map(({ salt: _salt, trackingCode: _code, ...message }) => message),
            notes: isSettled(request.state) ? notes.map(({ id, at, text }) => ({ id, at, text })) : [],
            journal: events.map(({ previous: _p, hash: _h, ...event }) => event),
          },
        ];
      }),
    );
    return found.flat();
  },
  /** What is only in their list leaves it; what stays until its end is nobody's in the register from now on. */
  async erase(deps, who) {
    const { store, append, isKept } = deps;
    for (const { reference, request, isTheirs } of await ownRequests(store, who)) {
      const isGone = isTheirs && !isKept(reference);
      if (isGone) await deps.eraseRequest(reference);
      const follows = request.followers?.some(({ account }) => account === who.accountId);
      const isOfSheet = request.person !== null && who.personIds.includes(request.person);
      await append(reference, { key: `forgotten-${who.accountId ?? who.personIds[0]}` }, () => ({
        commands: [
          ...(follows && who.accountId
            ? [{ command: 'follower-left', account: who.accountId, by: 'auto' } as const]
            : []),
          ...(isOfSheet && request.person
            ? [{ command: 'person-unlinked', personId: request.person, by: 'auto' } as const]
            : []),
        ],
      }));
      if (follows && who.accountId)
        await store.remove('requests', [
          { pk: requestKey(reference), sk: `RECORD#FOLLOWER#${who.accountId}` },
        ]);
      const lodged = [
        { pk: `LODGED#${reference}`, sk: 'LODGED' },
        ...(isGone ? await store.items('requests', `LODGED#${reference}`) : []),
      ];
      await store.remove('requests', lodged.map(keyOf));
    }
    if (who.accountId) {
      const list = await store.items('requests', `FOLLOW#${who.accountId}`);
      await store.remove('requests', list.map(keyOf));
    }
  },
};
