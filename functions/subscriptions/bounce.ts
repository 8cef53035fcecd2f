import * as z from 'zod';
import type { Suppression } from '../delivery/suppression.ts';
import { mailPrefix } from './compose.ts';
import { end } from './subscriber.ts';
import type { SubscriberTable } from './subscriber-table.adapter.ts';

/** What SES says of a mail to a subscriber; its tags name whom. */
export const BounceEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    bounce: z.object({ bounceType: z.string(), bounceSubType: z.string().default('') }).optional(),
    mail: z.object({
      destination: z.array(z.string()).default([]),
      tags: z.object({
        reference: z.array(z.string()).default([]),
        message: z.array(z.string()).default([]),
      }),
    }),
  }),
});
export type BounceEvent = z.infer<typeof BounceEvent>;

type Deps = {
  subscribers: Pick<SubscriberTable, 'read' | 'save'>;
  /** On the list that every sending of the authority looks at. */
  suppress(suppression: Suppression): Promise<void>;
  now(): string;
};

/** A mailbox that is gone for good, or whose owner calls us unwanted, is written to no more, by anything. */
export const takeBounce =
  ({ subscribers, suppress, now }: Deps) =>
  async ({ detail }: BounceEvent): Promise<void> => {
    const { eventType, bounce, mail } = detail;
    const isDead = eventType === 'Bounce' && bounce?.bounceType === 'Permanent';
    if (!isDead && eventType !== 'Complaint') return;
    const [id = ''] = mail.tags.message;
    if (!mail.tags.reference[0]?.startsWith(mailPrefix)) return;
    const one = await subscribers.read(id);
    if (!one) return;
    const at = now();
    await suppress({
      ...{ address: one.address, reason: isDead ? 'bounced' : 'complained', at, reference: 'abonnements' },
      detail: isDead ? `Permanent-${bounce?.bounceSubType ?? ''}` : 'complaint',
    });
    await subscribers.save(one, end(one, 'bounced', at));
  };
