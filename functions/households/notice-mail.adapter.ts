import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { impatient } from '../shared/aws.adapter.ts';

export type NoticeMail = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  /** What the mail is about, for the tags that come back with a bounce; no id of anybody. */
  about: string;
};
const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
/** Encoded whole (RFC 2047): names of authorities are short. */
const named = (name: string) => `=?UTF-8?B?${Buffer.from(name.slice(0, 30)).toString('base64')}?=`;
const refusals = ['MessageRejected', 'BadRequestException'];

/** Mails of the citizen's own space, which no request stands behind. A refused one is no fault: the page says the same. */
export const noticeMailer = (ConfigurationSetName: string) => {
  const ses = new SESv2Client(impatient);
  return async ({ from, to, subject, text, html, about }: NoticeMail): Promise<void> => {
    await ses
      .send(
        new SendEmailCommand({
          FromEmailAddress: `${named(from.name)} <${from.address}>`,
          Destination: { ToAddresses: [to] },
          ConfigurationSetName,
          EmailTags: [{ Name: 'notice', Value: about }],
          Content: {
            Simple: {
              Subject: utf8(subject),
              Body: { Text: utf8(text), Html: utf8(html) },
              Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
            },
          },
        }),
      )
      .catch((error: Error) => {
        if (!refusals.includes(error.name)) throw error;
      });
  };
};
