import type { Append } from '../requests/append.ts';
import { messageItem, type Whole } from '../requests/items.ts';
import type { MessageRecord } from '../requests/records.ts';
import type { Authority } from '../settings/authority.ts';
import { noted } from './left.ts';
import { newsOf, repaired } from './send.ts';

type Deps = {
  load(reference: string): Promise<Whole>;
  append: Append;
  authority(): Promise<Authority>;
  now(): string;
  dayIn(zone: string, instant: string): string;
};

const waiting = ({ messages }: Pick<Whole, 'messages'>) =>
  messages.filter(({ delivery }) => delivery === 'available');
/** No longer waits in the portal: it was read, or is deemed to have been. */
export const received = (
  message: MessageRecord,
  state: 'consulted' | 'deemed',
  at: string,
): MessageRecord => {
  const { availableOn: _on, ...kept } = message;
  return noted({ ...kept, delivery: 'sent' }, { channel: 'portal', at, state, providerId: null });
};

/** Who opens the request reads what waits in the portal: that is when it is notified (CRPA R112-19). */
export const consult =
  (deps: Deps) =>
  async (whole: Whole): Promise<Whole> => {
    const unread = waiting(whole);
    if (unread.length === 0) return whole;
    const { reference } = whole.request;
    const { timeZone } = await deps.authority();
    for (const { id: messageId } of unread) {
      const at = deps.now();
      await deps.append(reference, { key: `consulted-${messageId}-${at}` }, async (current) => {
        const found = waiting(await deps.load(reference)).find(({ id }) => id === messageId);
        if (!found) return { commands: [] };
        return {
          commands: [{ command: 'message-consulted', messageId, on: deps.dayIn(timeZone, at) }],
          records: [messageItem(received(found, 'consulted', at))],
          announce: newsOf(found, reference),
          repair: repaired(current),
        };
      });
    }
    return deps.load(reference);
  };
