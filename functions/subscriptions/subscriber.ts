import { mobileOf } from '../delivery/phone.ts';

export const channels = ['mail', 'sms'] as const;
export type Channel = (typeof channels)[number];
/** What somebody wants to hear of. No commune: the whole territory. */
export type Choice = { themes: string[]; communes: string[] };

/** One mailbox or one mobile that asked to be told; its id is a keyed hash of the address, and says nothing of it. */
export type Subscriber = {
  id: string;
  channel: Channel;
  address: string;
  /** What holds now; null before it was confirmed from the mailbox or the telephone itself, and after it ended. */
  choice: Choice | null;
  /** Asked for on the page by somebody who has not shown yet that the address is theirs. */
  asked: (Choice & { at: string }) | null;
  /** When consent was given, from where it can only be given by whoever reads that address (CPCE L34-5). */
  consentAt: string | null;
  ended: { at: string; why: 'asked' | 'one-click' | 'bounced' } | null;
  revision: number;
};

/** The address as it is kept; null for what nothing can be sent to. */
export const addressOf = (channel: Channel, written: string): string | null => {
  if (channel === 'sms') return mobileOf(written);
  const mail = written.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail) && mail.length <= 254 ? mail : null;
};

export const newSubscriber = (id: string, channel: Channel, address: string): Subscriber => ({
  ...{ id, channel, address },
  ...{ choice: null, asked: null, consentAt: null, ended: null, revision: 0 },
});
const next = (one: Subscriber, change: Partial<Subscriber>): Subscriber => ({
  ...one,
  ...change,
  revision: one.revision + 1,
});

/** Asked for without proof: what held goes on until the address says yes. */
export const ask = (one: Subscriber, choice: Choice, at: string): Subscriber =>
  next(one, { asked: { ...choice, at } });
/** The mailbox or the telephone says yes. Unchanged when there was nothing to confirm: a link may be followed twice. */
export const confirm = (one: Subscriber, at: string): Subscriber => {
  if (!one.asked) return one;
  const { at: _, ...choice } = one.asked;
  return next(one, { choice, asked: null, consentAt: at, ended: null });
};
/** Chosen by whoever has shown that the address is theirs. Nothing chosen is an end. */
export const choose = (one: Subscriber, choice: Choice, at: string): Subscriber =>
  choice.themes.length === 0
    ? end(one, 'asked', at)
    : next(one, { choice, asked: null, consentAt: one.consentAt ?? at, ended: null });
export const end = (one: Subscriber, why: NonNullable<Subscriber['ended']>['why'], at: string): Subscriber =>
  one.choice === null && one.asked === null && one.ended
    ? one
    : next(one, { choice: null, asked: null, consentAt: null, ended: { at, why } });

/** Enough to recognise one's own address, not enough to learn somebody's. */
export const masked = ({ channel, address }: Pick<Subscriber, 'channel' | 'address'>): string => {
  if (channel === 'sms') return `${address.slice(0, 4)} •• •• ${address.slice(-2)}`;
  const [name = '', host = ''] = address.split('@');
  return `${name.slice(0, 1)}•••@${host}`;
};
