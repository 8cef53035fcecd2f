import type { Mail } from '../delivery/mail.adapter.ts';
import type { Sent } from '../delivery/send.ts';
import { type Letter, mailPrefix } from './compose.ts';

type About = { alert: string; subscriber: string };
/** A letter to a subscriber as SES takes it; its tags say whom a bounce is of, without naming anybody. */
export const mailOf = (letter: Letter, { alert, subscriber }: About): Mail => ({
  ...letter,
  ...{ reference: `${mailPrefix}${alert}`, messageId: subscriber, attachments: [] },
  ...{ automatic: 'generated', availableOn: undefined },
});
export const letters =
  (mail: (mail: Mail) => Promise<Sent>) =>
  (letter: Letter, about: About): Promise<Sent> =>
    mail(mailOf(letter, about));
