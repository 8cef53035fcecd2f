import type { Authority } from '../settings/authority.ts';
import { titleOf, slips as words } from './messages/register-fr.ts';
import type { Slip } from './slip.ts';

type Deps = { authority(): Promise<Authority>; publicUrl: string; configurationSet: string };
const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/**
 * Writes to the department (of which the head decides) and to the archives where the authority says where: how many requests,
 * and where the slip is read. No name, no reference. SES is fetched with the first of them.
 */
export const noticeBy =
  ({ authority, publicUrl, configurationSet }: Deps) =>
  async (slip: Slip): Promise<void> => {
    const place = await authority();
    const department = place.departments.find(({ code }) => code === slip.department);
    const to = [department?.email ?? place.contact.email, ...(place.archives ? [place.archives.email] : [])];
    const told = {
      ...{ count: slip.references.length, title: titleOf(slip), of: slip.of },
      ...{ before: slip.cutoff.slice(0, 10), address: `${publicUrl}/agents/conservation` },
    };
    const { SESv2Client, SendEmailCommand } = await import('@aws-sdk/client-sesv2');
    const ses = new SESv2Client({});
    for (const address of to)
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: place.mail.from,
          ReplyToAddresses: [place.contact.email],
          Destination: { ToAddresses: [address] },
          ConfigurationSetName: configurationSet,
          Content: {
            Simple: {
              Subject: utf8(words.subject(told.count, slip.of)),
              Body: { Text: utf8(words.text(told)) },
              Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
            },
          },
        }),
      );
  };
