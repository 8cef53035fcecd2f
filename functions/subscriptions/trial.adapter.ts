import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Authority } from '../settings/authority.ts';
import { impatient } from '../shared/aws.adapter.ts';
import type { Alert } from './alert.ts';
import { trialLetter } from './compose.ts';
import type { Sign } from './link.ts';

type World = { authority(): Promise<Authority>; sign(): Promise<Sign>; publicUrl: string };
const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** One alert, as people will read it, to the agent who writes it. */
export const trialMailer = ({ authority, sign, publicUrl }: World, ConfigurationSetName: string) => {
  const ses = new SESv2Client(impatient);
  return async (alert: Alert, theme: string, address: string): Promise<void> => {
    const world = { authority: await authority(), sign: await sign(), publicUrl };
    const { subject, text, html, from, replyTo } = trialLetter(world, address, alert, theme);
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: `=?UTF-8?B?${Buffer.from(from.name.slice(0, 30)).toString('base64')}?= <${from.address}>`,
        ReplyToAddresses: [replyTo],
        Destination: { ToAddresses: [address] },
        ConfigurationSetName,
        EmailTags: [{ Name: 'notice', Value: 'alert-trial' }],
        Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } } },
      }),
    );
  };
};
