import type { Mail } from '../delivery/mail.adapter.ts';
import type { Sent } from '../delivery/send.ts';
import type { Authority } from '../settings/authority.ts';
import type { OwnMail } from './settled.ts';

/** A mail of ours that belongs to no conversation. What SES refuses for good is not tried again: the page says the same. */
export const ownMailer =
  (send: (mail: Mail) => Promise<Sent>, authority: () => Promise<Authority>) =>
  async ({ about, id, ...mail }: OwnMail): Promise<void> => {
    const { name, mail: ours, contact } = await authority();
    await send({
      ...mail,
      ...{ from: { name, address: ours.from }, replyTo: contact.email, reference: about, messageId: id },
      ...{ automatic: 'replied', headers: [], availableOn: undefined },
    });
  };
