import * as z from 'zod';
import type { Attempt } from '../requests/records.ts';

const kinds = ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject', 'DeliveryDelay'] as const;
/** What SES says of a mail it was given; tags are those it was sent with. */
export const MailEvent = z.object({
  region: z.string().default('eu-west-3'),
  detail: z.object({
    eventType: z.enum(kinds),
    bounce: z
      .object({ bounceType: z.string(), bounceSubType: z.string().default(''), feedbackId: z.string() })
      .optional(),
    mail: z.object({
      messageId: z.string(),
      destination: z.array(z.string()).default([]),
      tags: z.object({
        reference: z.array(z.string()).default([]),
        message: z.array(z.string()).default([]),
        available: z.array(z.string()).default([]),
      }),
    }),
  }),
});
export type MailEvent = z.infer<typeof MailEvent>;

/**
 * What a mail event means: it arrived, it is late, it will never arrive (`lost`: this time; `dead`: the address takes
 * nothing any more), or it is unwanted.
 */
export type Meaning = 'sent' | 'delivered' | 'delayed' | 'lost' | 'dead' | 'unwanted';

/** A mailbox that was only full for a while was tried again by SES for hours before it says `Transient`: this mail is lost all the same. */
export const meaningOf = ({ detail }: MailEvent): { meaning: Meaning; reason: string } => {
  const { eventType, bounce } = detail;
  switch (eventType) {
    case 'Send':
      return { meaning: 'sent', reason: '' };
    case 'Delivery':
      return { meaning: 'delivered', reason: '' };
    case 'DeliveryDelay':
      return { meaning: 'delayed', reason: 'delayed' };
    case 'Complaint':
      return { meaning: 'unwanted', reason: 'complaint' };
    case 'Reject':
      return { meaning: 'lost', reason: 'rejected' };
    case 'Bounce': {
      const reason = `${bounce?.bounceType ?? ''}-${bounce?.bounceSubType ?? ''}`;
      return { meaning: bounce?.bounceType === 'Permanent' ? 'dead' : 'lost', reason };
    }
  }
};

/**
 * Whether the event is news of the mail that the message last left by. Said twice it counts once; an answering machine's
 * word (a passing bounce after delivery) and what concerns an earlier mail count for nothing.
 */
export const isNews = (meaning: Meaning, providerId: string, round: readonly Attempt[]): boolean => {
  const mine = round.filter((attempt) => attempt.providerId === providerId);
  const has = (...states: Attempt['state'][]) => mine.some(({ state }) => states.includes(state));
  const isOver =
    has('failed') || round.some(({ channel, state }) => channel === 'email' && state === 'failed');
  switch (meaning) {
    case 'sent':
      return mine.length === 0;
    case 'delivered':
      return !has('delivered') && !isOver;
    case 'delayed':
      return !has('delayed', 'delivered') && !isOver;
    case 'lost':
      return !has('delivered') && !isOver;
    case 'dead':
      return !isOver;
    case 'unwanted':
      return !has('complained');
  }
};
