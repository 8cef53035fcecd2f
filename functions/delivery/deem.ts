import type { Day } from '../deadlines/day.ts';
import { deemedAfter } from '../deadlines/portal.ts';
import { messageItem } from '../requests/items.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import { received } from './consult.ts';
import type { PostTable } from './post-table.adapter.ts';
import { newsOf, repaired } from './send.ts';

type Deps = {
  post: Pick<PostTable, 'unread'>;
  messages: Pick<MessageTable, 'read'>;
  requests: Pick<RequestTable, 'append'>;
};

/** Unread fifteen days, a decision in the portal is deemed notified on the day it was made available (CRPA R112-20). */
export const deem =
  ({ post, messages, requests }: Deps) =>
  async ({ today, at }: { today: Day; at: string }): Promise<{ deemed: number }> => {
    let deemed = 0;
    for await (const { reference, message } of post.unread()) {
      const messageId = message.id;
      if (!message.availableOn || today <= deemedAfter(message.availableOn)) break;
      await requests.append(reference, { key: `deemed-${messageId}-${today}` }, async (current) => {
        const message = await messages.read(reference, messageId);
        const { delivery, availableOn } = message;
        const isOver = delivery === 'available' && availableOn && today > deemedAfter(availableOn);
        if (!isOver) return { commands: [] };
        deemed += 1;
        return {
          commands: [{ command: 'message-deemed-notified', messageId, on: availableOn }],
          records: [messageItem(received(message, 'deemed', at))],
          announce: newsOf(message, reference),
          repair: repaired(current),
        };
      });
    }
    return { deemed };
  };
