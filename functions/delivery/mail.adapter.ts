import type { SESv2Client } from '@aws-sdk/client-sesv2';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { sesMessageId } from '../threading/mail-id.ts';
import type { Sent } from './send.ts';

export type Mail = {
  from: { name: string; address: string };
  replyTo: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  reference: string;
  messageId: string;
  attachments: { name: string; contentType: string; bytes: Uint8Array }[];
  /** What answering machines look at: none of them answers what we send (RFC 3834). */
  automatic: 'replied' | 'generated';
  /** Puts it under what it answers in the reader's mailbox. */
  headers: { name: string; value: string }[];
  /** Only word of a message that is in the portal since this day. */
  availableOn: string | undefined;
};

const refusals = ['MessageRejected', 'BadRequestException'];
const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
const printable = (name: string) => name.replace(/[^\p{L}\p{N} ._()-]/gu, '_').slice(0, 120);

/** A name as a header may hold it: quoted when plain, else in encoded words of at most 75 characters (RFC 2047). */
export const headerName = (name: string): string => {
  if (/^[\x20-\x7e]*$/.test(name)) return `"${name.replace(/["\\]/g, '')}"`;
  const words: string[] = [];
  let bytes = Buffer.alloc(0);
  for (const character of name.replace(/\p{Cc}/gu, ' ')) {
    const next = Buffer.concat([bytes, Buffer.from(character)]);
    if (next.length > 42) words.push(bytes.toString('base64'));
    bytes = next.length > 42 ? Buffer.from(character) : next;
  }
  return [...words, bytes.toString('base64')].map((word) => `=?UTF-8?B?${word}?=`).join(' ');
};

/** One mail by SES. Tags come back with a bounce; `Auto-Submitted` keeps answering machines from answering (RFC 3834). */
export const mailer =
  (ses: SESv2Client, ConfigurationSetName: string, region: string) =>
  async (mail: Mail): Promise<Sent> => {
    try {
      const { MessageId } = await ses.send(
        new SendEmailCommand({
          FromEmailAddress: `${headerName(mail.from.name)} <${mail.from.address}>`,
          ReplyToAddresses: [mail.replyTo],
          Destination: { ToAddresses: [mail.to] },
          ConfigurationSetName,
          EmailTags: [
            { Name: 'reference', Value: mail.reference },
            { Name: 'message', Value: mail.messageId },
            ...(mail.availableOn ? [{ Name: 'available', Value: mail.availableOn }] : []),
          ],
          Content: {
            Simple: {
              Subject: utf8(mail.subject),
              Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
              Headers: [
                { Name: 'X-Parvis-Reference', Value: mail.reference },
                { Name: 'Auto-Submitted', Value: `auto-${mail.automatic}` },
                ...mail.headers.map(({ name, value }) => ({ Name: name, Value: value })),
              ],
              Attachments: mail.attachments.map(({ name, contentType, bytes }) => ({
                FileName: printable(name),
                ContentType: contentType,
                ContentDisposition: 'ATTACHMENT' as const,
                RawContent: bytes,
              })),
            },
          },
        }),
      );
      const providerId = MessageId ?? '';
      return { providerId, mailId: sesMessageId(providerId, region) };
    } catch (error) {
      if (error instanceof Error && refusals.includes(error.name)) return { refused: error.name };
      throw error;
    }
  };
