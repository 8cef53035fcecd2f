import type { ContactHeader } from '../intake/contact-items.ts';
import type { Entry } from './call-back.ts';
import type { News } from './call-news.ts';
import { countsOfTyped } from './counts.ts';
import { numberOf } from './read-connect.ts';
import { callBackChange, clockOf, dueOf, type TakeDeps, takeNews, untilWritten } from './take-news.ts';

const unsaid = { direction: 'inbound', number: null, talkSeconds: null } as const;

type Deps = TakeDeps & {
  contact(id: string): Promise<ContactHeader>;
  /** Numbers of the person that a contact is from, once they are known. */
  numbersOf(contact: ContactHeader): Promise<string[]>;
};

/** What a contact says of the call-back of its people: an agent's promise opens one, anything else settles it. */
const entryOf = ({ id, receivedAt, recorded, channel, call }: ContactHeader): Entry => {
  const about = { contactId: id, at: receivedAt, topic: recorded?.topic ?? null };
  if (channel !== 'phone' || recorded?.outcome !== 'call-back') return { ...about, id, kind: 'reached' };
  // Two causes: the call that was taken, and the promise made at its end.
  const taken = call?.endedAt ?? call?.connectedAt ?? receivedAt;
  return { ...about, id: `promise-${id}`, at: justAfter(taken), kind: 'promised' };
};

/** The promise comes after the answer that it was made in. */
const justAfter = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString();

/** What an agent typed of a call of the phone system: its word on the subject counts before the menu's. */
const typedNews = ({ recorded, receivedAt }: ContactHeader): News[] =>
  recorded
    ? [
        {
          ...({ kind: 'typed', disposition: recorded.outcome } as const),
          at: receivedAt,
          ...(recorded.topic ? { topic: recorded.topic } : {}),
        },
      ]
    : [];

/**
 * Somebody was in touch, on whatever channel: whoever waited to be called back waits no more. A call that an agent wrote
 * down is counted with the others, once.
 */
export const takeContact =
  (deps: Deps) =>
  async (contactId: string): Promise<void> => {
    const contact = await deps.contact(contactId);
    const { channel, recorded, call, receivedAt } = contact;
    const authority = await deps.authority();
    const due = dueOf(deps, authority);
    const isOfSystem = call !== undefined && contactId.startsWith('call-');
    if (isOfSystem && recorded) await takeNews(deps)(contactId, typedNews(contact));
    const typed =
      channel === 'phone' && !isOfSystem && recorded ? { topic: recorded.topic, call: call ?? unsaid } : null;
    const entry = entryOf(contact);
    if (contact.mail?.automatic || (isOfSystem && entry.kind !== 'promised')) return;
    const own = numberOf(contact.sender.phone);
    const numbers = [...new Set([...(own ? [own] : []), ...(await deps.numbersOf(contact))])].slice(0, 8);
    if (typed)
      await untilWritten(deps, async () =>
        (await deps.table.has(contactId, 'COUNTED'))
          ? null
          : {
              contactId,
              counted: [countsOfTyped(call?.startedAt ?? receivedAt, typed, clockOf(deps, authority))],
              callBacks: [],
              announce: [],
              once: 'COUNTED',
            },
      );
    for (const number of entry.kind === 'promised' ? numbers.slice(0, 1) : numbers)
      await untilWritten(deps, async () => {
        const callBacks = await callBackChange(deps, number, [{ id: entry.id, entry }], due);
        return callBacks.length ? { contactId, counted: [], callBacks, announce: [] } : null;
      });
  };
