import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { AccountMail } from './mail.ts';

const refusals = ['MessageRejected', 'BadRequestException'];
const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** Sends what an account is told. False when the address takes no mail: whoever asked is not told the difference. */
export const accountMailer =
  (ses: SESv2Client, ConfigurationSetName: string) =>
  async (
    mail: AccountMail,
    from: { display: string; address: string; replyTo: string },
  ): Promise<boolean> => {
    try {
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: `${from.display} <${from.address}>`,
          ReplyToAddresses: [from.replyTo],
          Destination: { ToAddresses: [mail.to] },
          ConfigurationSetName,
          Content: {
            Simple: {
              Subject: utf8(mail.subject),
              Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
              // Nobody's answering machine answers it (RFC 3834).
              Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
            },
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof Error && refusals.includes(error.name)) return false;
      throw error;
    }
  };
