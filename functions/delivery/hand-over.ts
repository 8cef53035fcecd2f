import type { ObjectRef } from '../intake/contact.ts';
import { messageItem } from '../requests/items.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import type { Attempt, MessageRecord } from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import { noted } from './left.ts';
import type { MailingService } from './mailing-service.ts';
import type { Listed, PostTable } from './post-table.adapter.ts';
import { markPosted } from './posted.ts';
import { comesBack } from './returned.ts';

type Deps = {
  post: Pick<PostTable, 'waiting' | 'handedOver'>;
  messages: Pick<MessageTable, 'read' | 'sender'>;
  requests: Pick<RequestTable, 'append'>;
  service: MailingService;
  bytes(file: ObjectRef): Promise<Uint8Array>;
  now(): string;
};
/** Reserved letters never leave the house before they are posted. */
const reserved = 'cabinet';
/** What the service refused is printed in house: it is not handed over a second time. */
const mayLeave = ({ recipient, letterKey, department, history = [] }: MessageRecord): boolean =>
  Boolean(recipient && letterKey) && department !== reserved && history.at(-1)?.state === 'to-print';

const change = async (
  { messages, requests }: Deps,
  { reference, message }: Listed,
  key: string,
  after: (current: MessageRecord) => { message: MessageRecord; commands: Parameters<typeof commandsOf>[0] },
) => {
  await requests.append(reference, { key }, async () => {
    const current = await messages.read(reference, message.id);
    if (current.delivery !== 'to-print') return { commands: [] };
    const made = after(current);
    return { commands: commandsOf(made.commands), records: [messageItem(made.message)] };
  });
};
type Said =
  | { command: 'letter-handed-over'; messageId: string; providerId: string }
  | { command: 'message-delivery-failed'; messageId: string; reason: string };
const commandsOf = (said: Said[]): Said[] => said;

const handOne = async (deps: Deps, listed: Listed): Promise<void> => {
  const { reference, message } = listed;
  const { id: messageId, letterKey = '', recipient = '', registered = false } = message;
  const round = message.history?.length ?? 0;
  const pdf = await deps.bytes({ bucket: 'documents', key: letterKey });
  const sending = {
    id: `${messageId}-${round}`,
    reference,
    recipient: recipient.split('\n'),
    registered,
    pdf,
  };
  const handed = await deps.service.submit(sending);
  const at = deps.now();
  const isRefused = 'refused' in handed;
  const attempt: Attempt = isRefused
    ? { channel: 'letter', at, state: 'delayed', providerId: null, reason: handed.refused }
    : { channel: 'letter', at, state: 'handed-over', providerId: handed.providerId };
  await change(deps, listed, `handed-${sending.id}`, (current) => ({
    message: noted(isRefused ? current : { ...current, handedOver: handed.providerId }, attempt),
    commands: [
      isRefused
        ? { command: 'message-delivery-failed', messageId, reason: handed.refused }
        : { command: 'letter-handed-over', messageId, providerId: handed.providerId },
    ],
  }));
};

const follow = async (deps: Deps, listed: Listed): Promise<void> => {
  const { reference, message } = listed;
  const { id: messageId, handedOver = '', registered = false } = message;
  const state = await deps.service.state(handedOver, registered);
  const at = deps.now();
  if (state === 'posted') await markPosted(deps)({ reference, messageId }, 'auto');
  if (state === 'rejected')
    await change(deps, listed, `rejected-${handedOver}`, ({ handedOver: _gone, ...current }) => ({
      message: noted(current, {
        ...{ channel: 'letter', at, providerId: handedOver, reason: 'mailing-rejected' },
        state: 'delayed',
      }),
      commands: [{ command: 'message-delivery-failed', messageId, reason: 'mailing-rejected' }],
    }));
  if (state === 'returned')
    await deps.requests.append(reference, { key: `returned-${handedOver}` }, async () => {
      const [{ handedOver: _gone, ...current }, person] = await Promise.all([
        deps.messages.read(reference, messageId),
        deps.messages.sender(reference),
      ]);
      const given = { reference, message: current, person, by: 'auto', at };
      return comesBack({ ...given, reason: 'unknown-address' });
    });
};

/**
 * Hands the waiting letters to the mailing service and asks what became of those it has. One letter that fails holds up no
 * other: it is tried again the next time. Answers how many could not be dealt with.
 */
export const handOver =
  (deps: Deps) => async (): Promise<{ handed: number; followed: number; failed: number }> => {
    const count = { handed: 0, followed: 0, failed: 0 };
    const each = async (list: AsyncIterable<Listed>, use: typeof handOne, name: 'handed' | 'followed') => {
      const all: Listed[] = [];
      for await (const listed of list) all.push(listed);
      for (const listed of all)
        await use(deps, listed).then(
          () => {
            count[name] += 1;
          },
          () => {
            count.failed += 1;
          },
        );
    };
    await each(deps.post.handedOver(), follow, 'followed');
    const leaving = async function* () {
      for await (const listed of deps.post.waiting()) if (mayLeave(listed.message)) yield listed;
    };
    await each(leaving(), handOne, 'handed');
    return count;
  };
