import type { Change } from '../requests/append.ts';
import { messageItem, type RecordItem } from '../requests/items.ts';
import type { MessageTable } from '../requests/message-table.adapter.ts';
import {
  type Attempt,
  addresseeOf,
  type MessageRecord,
  type SenderRecord,
  trackingCodePlace,
} from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import { sesMessageId } from '../threading/mail-id.ts';
import { nextStop, roundOf } from './channel.ts';
import { leaves, noted, queuedAgain } from './left.ts';
import { isNews, type MailEvent, type Meaning, meaningOf } from './mail-event.ts';
import { newsOf, repaired, whyFailed } from './send.ts';
import type { Suppression } from './suppression.ts';

type Only = NonNullable<Parameters<RequestTable['append']>[1]['only']>[number];
export type MailEventDeps = {
  messages: Pick<MessageTable, 'find' | 'sender'>;
  requests: Pick<RequestTable, 'append'>;
  /** To be written with the journal: the address is written to no more. */
  suppress(suppression: Suppression): Only;
  now(): string;
  newTrackingCode(): string;
  hashTrackingCode(code: string): string;
};
type Told = {
  reference: string;
  providerId: string;
  mailId: string;
  meaning: Meaning;
  reason: string;
  address: string | undefined;
  availableOn: string | undefined;
  at: string;
};
type Known = { message: MessageRecord; person: SenderRecord };

/** The address that gave a mail back is written to no more, unless it was mended since. */
const frozenMail = ({ person }: Known, address: string | undefined): RecordItem[] => {
  const { email } = person;
  if (!email || (address && address.toLowerCase() !== email.toLowerCase())) return [];
  return [{ sk: 'RECORD#SENDER', sender: { ...person, frozen: { ...person.frozen, email } } }];
};
const senderIn = (records: readonly RecordItem[], person: SenderRecord): SenderRecord =>
  records.flatMap((record) => (record.sk === 'RECORD#SENDER' ? [record.sender] : []))[0] ?? person;

const arrived: readonly Meaning[] = ['sent', 'delivered'];

/** The sender was killed before it could say that it sent: SES says so. */
const marked = ({ message }: Known, { providerId, mailId, at, availableOn }: Told) =>
  message.delivery === 'sending'
    ? {
        ...leaves(message, { channel: 'email', providerId, at, availableOn }),
        mails: [{ id: mailId, messageId: message.id }],
      }
    : { message, commands: [], mails: [] };

/** The mail will never arrive: the next channel takes over, or a person does. A tracking code lost with it is made anew. */
const lost = (deps: MailEventDeps, known: Known, told: Told): Change => {
  const { person } = known;
  const { reference, providerId, reason, at } = told;
  const { message, commands, mails } = marked(known, told);
  const failed: Attempt = { channel: 'email', at, state: 'failed', providerId, reason };
  const code = message.text.includes(trackingCodePlace) ? deps.newTrackingCode() : undefined;
  const after = { ...queuedAgain(message, failed), availableOn: undefined, trackingCode: code };
  const frozen = told.meaning === 'dead' ? frozenMail(known, told.address) : [];
  const isOver = nextStop(after, addresseeOf(after, senderIn(frozen, person))) === 'nobody';
  const tracking = code
    ? [{ sk: 'RECORD#TRACKING', tracking: { hash: deps.hashTrackingCode(code) } } as const]
    : [];
  return {
    commands: [...commands, { command: 'message-delivery-failed', messageId: message.id, reason }],
    records: [messageItem(isOver ? { ...after, delivery: 'failed' } : after), ...frozen, ...tracking],
    mails,
    announce: isOver ? [] : [{ type: 'message-queued', detail: { reference, messageId: message.id } }],
    repair: isOver ? { reason: whyFailed(after), at } : undefined,
  };
};

const change = (deps: MailEventDeps, known: Known, told: Told): Change => {
  const { meaning, providerId, at, reason, reference } = told;
  if (meaning === 'lost' || meaning === 'dead') return lost(deps, known, told);
  const left = marked(known, told);
  const messageId = left.message.id;
  const { mails } = left;
  const news = left.commands.length > 0 ? newsOf(left.message, reference) : [];
  const attempt = (state: Attempt['state']): Attempt => ({ channel: 'email', at, state, providerId });
  switch (meaning) {
    case 'sent':
      return { commands: left.commands, records: [messageItem(left.message)], announce: news, mails };
    case 'delivered':
      return {
        commands: [...left.commands, { command: 'message-delivered', messageId, providerId }],
        records: [messageItem(noted(left.message, attempt('delivered')))],
        announce: news,
        mails,
      };
    case 'delayed':
      return {
        commands: [...left.commands, { command: 'message-delayed', messageId, providerId }],
        records: [messageItem(noted(left.message, { ...attempt('delayed'), reason }))],
        announce: news,
        mails,
      };
    case 'unwanted':
      return {
        commands: [{ command: 'message-complained', messageId, providerId }],
        records: [
          messageItem(noted(known.message, { ...attempt('complained'), reason })),
          ...frozenMail(known, told.address),
        ],
      };
  }
};

/** An address that will never take a mail, or whose owner calls ours unwanted, is spared by every request. */
const suppressionOf = (deps: MailEventDeps, { meaning, address, reference, reason, at }: Told): Only[] => {
  if (!address || (meaning !== 'dead' && meaning !== 'unwanted')) return [];
  const why = meaning === 'dead' ? 'bounced' : 'complained';
  return [deps.suppress({ address, reason: why, detail: reason, at, reference })];
};

/**
 * What SES says becomes proof in the journal, or the next channel's work. A mail that is not ours, or was erased since, is
 * nobody's; the message never goes back to an earlier state by a late word.
 */
export const takeMailEvent =
  (deps: MailEventDeps) =>
  async (event: MailEvent): Promise<void> => {
    const { messages, requests } = deps;
    const { messageId: providerId, tags, destination } = event.detail.mail;
    const [reference] = tags.reference;
    const [messageId] = tags.message;
    if (!reference || !messageId) return;
    const { meaning, reason } = meaningOf(event);
    const look = async (): Promise<Known | null> => {
      const message = await messages.find(reference, messageId);
      if (!message) return null;
      const round = roundOf(message);
      const isOf = (attempts: readonly Attempt[] = []) =>
        attempts.some((attempt) => attempt.providerId === providerId);
      const isMine = isOf(round) || (message.delivery === 'sending' && !isOf(message.history));
      if (!isMine || !isNews(meaning, providerId, round)) return null;
      if (meaning === 'sent' && message.delivery !== 'sending') return null;
      return { message, person: await messages.sender(reference) };
    };
    if (!(await look())) return;
    const at = deps.now();
    const told = {
      ...{ reference, providerId, meaning, reason, at },
      mailId: sesMessageId(providerId, event.region),
      address: destination[0],
      availableOn: tags.available[0],
    };
    const only = suppressionOf(deps, told);
    await requests.append(reference, { key: `mail-${meaning}-${providerId}`, only }, async (current) => {
      const known = await look();
      if (!known) return { commands: [] };
      const made = change(deps, known, told);
      return { ...made, repair: arrived.includes(meaning) ? repaired(current) : made.repair };
    });
  };
