import { randomUUID } from 'node:crypto';
import PostalMime, { addressParser, type Email } from 'postal-mime';
import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import { compose, type SendEmailInput } from './compose.ts';
import { headerOf, headersOf } from './message-headers.ts';
import { record, referenceIn } from './outbox-store.ts';
import type { Outcomes } from './outcomes.ts';
import type { MailEvent, SendingEvents } from './sending-events.ts';

const MOST_RECIPIENTS = 50;
const LARGEST_MESSAGE = 40 * 1024 * 1024;
const REFERENCE_HEADER = 'X-Parvis-Reference';

/** SendEmail: into the outbox, then told as delivered, bounced or complained of. Answers the MessageId. */
export async function sendEmail(
  ctx: Context,
  events: SendingEvents,
  outcomes: Outcomes,
  input: SendEmailInput,
) {
  const messageId = newMessageId(ctx.clock.now());
  const raw = await compose(input, messageId, ctx.clock.now());
  if (raw.length > LARGEST_MESSAGE)
    throw new ServiceFault('BadRequestException', 'Message length is more than 41943040 bytes long');
  const parsed = await PostalMime.parse(raw);
  const recipients = recipientsOf(input, parsed);
  const source = input.FromEmailAddress ?? parsed.from?.address;
  if (!source) throw new ServiceFault('BadRequestException', 'Missing required header From');
  const requestReference = referenceOf(raw, parsed);
  const mail = asMailEvent(input, messageId, source, recipients, raw, parsed);
  inOneUnit(ctx.db, () => {
    record(ctx, {
      id: messageId,
      kind: 'email',
      to: recipients.join(', '),
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      html: parsed.html,
      files: parsed.attachments.map(({ filename, mimeType, content }) => ({
        name: filename ?? 'attachment',
        contentType: mimeType,
        size: (content as ArrayBuffer).byteLength,
      })),
      requestReference,
      raw,
    });
    events.sent(input.ConfigurationSetName, mail);
    outcomes.add({ set: input.ConfigurationSetName, mail, recipients });
  });
  ctx.meter.count('ses', 'SendEmail', recipients.length, requestReference);
  return { MessageId: messageId };
}

function recipientsOf({ Destination, Content }: SendEmailInput, parsed: Email): string[] {
  const given = [
    ...(Destination?.ToAddresses ?? []),
    ...(Destination?.CcAddresses ?? []),
    ...(Destination?.BccAddresses ?? []),
  ];
  const written = [...(parsed.to ?? []), ...(parsed.cc ?? []), ...(parsed.bcc ?? [])];
  const addresses =
    given.length || !Content?.Raw ? given.flatMap((text) => addressParser(text, { flatten: true })) : written;
  const recipients = addresses.map(({ address }) => address ?? '');
  if (recipients.length === 0 || recipients.some((address) => !/^[^\s@]+@[^\s@]+$/.test(address)))
    throw new ServiceFault('BadRequestException', 'Missing or invalid recipient address');
  if (recipients.length > MOST_RECIPIENTS)
    throw new ServiceFault('BadRequestException', 'Recipient count exceeds 50');
  return recipients;
}

function referenceOf(raw: Buffer, parsed: Email): string | undefined {
  return headerOf(headersOf(raw), REFERENCE_HEADER) ?? referenceIn(parsed.subject ?? '');
}

function asMailEvent(
  input: SendEmailInput,
  messageId: string,
  source: string,
  destination: string[],
  raw: Buffer,
  parsed: Email,
): MailEvent {
  const tags = Object.fromEntries((input.EmailTags ?? []).map(({ Name, Value }) => [Name, [Value]]));
  return {
    messageId,
    source: addressParser(source, { flatten: true })[0]?.address ?? source,
    destination,
    headers: headersOf(raw),
    commonHeaders: {
      from: [source],
      to: destination,
      subject: parsed.subject ?? '',
      date: headerOf(headersOf(raw), 'Date'),
    },
    tags: {
      ...(input.ConfigurationSetName ? { 'ses:configuration-set': [input.ConfigurationSetName] } : {}),
      ...tags,
    },
  };
}

/** As SES makes them: the milliseconds in hexadecimal, a unique part, a counter. */
const newMessageId = (now: Date): string =>
  `01${now.getTime().toString(16).padStart(14, '0')}-${randomUUID()}-000000`;
