import type { Attempt, MessageRecord, Preference, SenderRecord } from '../requests/records.ts';
import { mobileOf } from './phone.ts';

export type Channel = Attempt['channel'];
/** How it leaves next; `nobody`: every way is spent, a person must find another. */
export type Stop = 'email' | 'sms' | 'letter' | 'nobody';
type Subject = Pick<MessageRecord, 'kind' | 'history'>;

const orders: Record<Preference, readonly Channel[]> = {
  email: ['email', 'sms', 'letter'],
  sms: ['sms', 'email', 'letter'],
  letter: ['letter', 'email', 'sms'],
  portal: ['portal', 'email', 'sms', 'letter'],
};

/** A decision is notified with proof: by mail, letter or portal. A text message only gives word of it. */
export const mustBeProven = ({ kind }: Pick<MessageRecord, 'kind'>): boolean => kind === 'answer';

/** Since an agent last mended an address and had it sent again. */
export const roundOf = ({ history = [] }: Pick<MessageRecord, 'history'>): Attempt[] =>
  history.slice(history.findLastIndex(({ state }) => state === 'resent') + 1);

const over: readonly Attempt['state'][] = ['failed', 'came-back', 'complained'];
const isSpent = (message: Subject, channel: Channel): boolean =>
  roundOf(message).some(
    (attempt) =>
      attempt.channel === channel &&
      (over.includes(attempt.state) || (channel === 'sms' && attempt.state === 'sent')),
  );

export type Reach = { email: string | null; phone: string | null; address: string | null };
/** Where the person can be written to: what is known, without what gave a message back. The phone is a mobile in E.164. */
export const reachOf = (person: SenderRecord): Reach => {
  const phone = mobileOf(person.phone);
  const { frozen = {} } = person;
  return {
    email: person.email && person.email.toLowerCase() !== frozen.email?.toLowerCase() ? person.email : null,
    phone: phone && phone !== frozen.phone ? phone : null,
    address: person.address?.trim() && person.address !== frozen.address ? person.address : null,
  };
};

/**
 * The channels a message may still take, in the order the person chose. The portal takes their consent (CRPA R112-17), is
 * for decisions, and needs a way to say that something is there to be read.
 */
export const channelsFor = (message: Subject, person: SenderRecord): Channel[] => {
  const reach = reachOf(person);
  const isOpen: Record<Channel, boolean> = {
    email: reach.email !== null && !isSpent(message, 'email'),
    sms: reach.phone !== null && !isSpent(message, 'sms'),
    letter: reach.address !== null && !isSpent(message, 'letter'),
    portal: false,
  };
  isOpen.portal = mustBeProven(message) && (isOpen.email || isOpen.sms);
  return orders[person.prefers ?? 'email'].filter((channel) => isOpen[channel]);
};

/**
 * Where a message goes next. Somebody of whom nothing is known gets a letter whose address an agent completes; once
 * something was tried and failed, a person must look.
 */
export const nextStop = (message: Subject, person: SenderRecord): Stop => {
  const channels = channelsFor(message, person);
  const [first] = channels;
  if (first === 'portal') return channels.includes('email') ? 'email' : 'sms';
  if (first) return first;
  const wasTried = roundOf(message).length > 0 || Object.keys(person.frozen ?? {}).length > 0;
  return wasTried ? 'nobody' : 'letter';
};

/** Whether what leaves next is only word of a message that waits in the portal. */
export const isByPortal = (message: Subject, person: SenderRecord): boolean =>
  channelsFor(message, person)[0] === 'portal';
