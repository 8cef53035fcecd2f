import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { ServiceFault } from '../wire/fault.ts';
import { withHeaders, withoutHeaders } from './message-headers.ts';

type Text = { Data: string };
type Attachment = {
  RawContent: string;
  FileName: string;
  ContentType?: string;
  ContentDisposition?: string;
  ContentId?: string;
  ContentDescription?: string;
};
/** The input of SendEmail, as the wire carries it (blobs in base64). */
export type SendEmailInput = {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] };
  ReplyToAddresses?: string[];
  ConfigurationSetName?: string;
  EmailTags?: { Name: string; Value: string }[];
  Content?: {
    Simple?: {
      Subject: Text;
      Body: { Text?: Text; Html?: Text };
      Headers?: { Name: string; Value: string }[];
      Attachments?: Attachment[];
    };
    Raw?: { Data: string };
    Template?: unknown;
  };
};

/** The message as it leaves: SES writes Message-ID and Date whatever was given, and shows nobody the blind copies. */
export async function compose(input: SendEmailInput, messageId: string, date: Date): Promise<Buffer> {
  const raw = input.Content?.Raw ? Buffer.from(input.Content.Raw.Data, 'base64') : await composeSimple(input);
  const replaced = new Set(['message-id', 'date', 'bcc']);
  const cleaned = withoutHeaders(raw, (name) => replaced.has(name) || name.startsWith('x-ses-'));
  return withHeaders(cleaned, [
    { name: 'Message-ID', value: `<${messageId}@eu-west-3.amazonses.com>` },
    { name: 'Date', value: date.toUTCString().replace('GMT', '+0000') },
  ]);
}

async function composeSimple(input: SendEmailInput): Promise<Buffer> {
  const simple = input.Content?.Simple;
  if (!simple)
    throw new ServiceFault(
      'NotImplementedException',
      'SES SendEmail: only Simple and Raw content is served locally',
      501,
    );
  if (!simple.Body?.Text && !simple.Body?.Html)
    throw new ServiceFault('BadRequestException', 'Body must have Text or Html');
  const composer = new MailComposer({
    from: input.FromEmailAddress,
    to: input.Destination?.ToAddresses,
    cc: input.Destination?.CcAddresses,
    replyTo: input.ReplyToAddresses,
    subject: simple.Subject.Data,
    text: simple.Body.Text?.Data,
    html: simple.Body.Html?.Data,
    headers: (simple.Headers ?? []).map(({ Name, Value }) => ({ key: Name, value: Value })),
    attachments: (simple.Attachments ?? []).map((attachment) => ({
      filename: attachment.FileName,
      content: Buffer.from(attachment.RawContent, 'base64'),
      contentType: attachment.ContentType,
      contentDisposition:
        attachment.ContentDisposition === 'INLINE' ? ('inline' as const) : ('attachment' as const),
      cid: attachment.ContentId,
    })),
    // What is attached is in the input: a path or an address in it must never be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
