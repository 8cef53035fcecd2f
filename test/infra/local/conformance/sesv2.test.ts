import {
  DeleteSuppressedDestinationCommand,
  GetSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  PutSuppressedDestinationCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSes } from '../../../../infra/local/aws/ses/index.ts';
import { attachment, outbox, rawMessage } from '../../../../infra/local/aws/ses/outbox.ts';
import { type LocalContext, openLocalContext } from '../../../support/local-context.ts';

let ctx: LocalContext;
let client: SESv2Client;

beforeEach(async () => {
  ctx = await openLocalContext();
  const ses = createSes(ctx);
  ctx.mount(ses);
  const properties = {
    ConfigurationSetName: 'parvis',
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: ['send', 'delivery', 'bounce', 'complaint'],
      EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-west-3:000000000000:event-bus/default' },
    },
  };
  const type = 'AWS::SES::ConfigurationSetEventDestination';
  await ses.resource?.({ logicalId: 'Told', stack: 'app', type, properties });
  client = new SESv2Client({
    region: 'eu-west-3',
    endpoint: `${ctx.origin}/_aws/ses`,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterEach(async () => {
  client.destroy();
  await ctx.close();
});

const send = (ToAddresses: string[], more: Partial<SendEmailCommandInput> = {}) =>
  client.send(
    new SendEmailCommand({
      FromEmailAddress: 'Mairie de Val-Clair <ne-pas-repondre@val-clair.example>',
      Destination: { ToAddresses },
      ConfigurationSetName: 'parvis',
      Content: {
        Simple: {
          Subject: { Data: 'Votre demande VC-2026-000123-W est enregistrée' },
          Body: { Text: { Data: 'Bonjour Zoé,\nà bientôt.' }, Html: { Data: '<p>Bonjour Zoé</p>' } },
          Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
          Attachments: [
            {
              FileName: 'accusé de réception.pdf',
              ContentType: 'application/pdf',
              RawContent: Buffer.from('%PDF'),
            },
          ],
        },
      },
      ...more,
    }),
  );
/** Until every mail server has answered. */
const settled = async () => {
  while (ctx.busy.reasons().length) await new Promise((resolve) => setImmediate(resolve));
};
const detailTypes = () => ctx.events.map(({ detailType }) => detailType);

it('shows in the outbox what a citizen receives, with what is attached', async () => {
  const { MessageId = '' } = await send(['zoe@example.org']);
  const [sent] = outbox(ctx);
  expect(sent).toMatchObject({
    id: MessageId,
    kind: 'email',
    to: 'zoe@example.org',
    subject: 'Votre demande VC-2026-000123-W est enregistrée',
    text: 'Bonjour Zoé,\nà bientôt.\n',
    attachments: [{ name: 'accusé de réception.pdf', contentType: 'application/pdf', size: 4 }],
    requestReference: 'VC-2026-000123-W',
  });
  expect(sent?.html).toContain('<p>Bonjour Zoé</p>');
  expect((await attachment(ctx, MessageId, 0))?.body.toString()).toBe('%PDF');
  const raw = rawMessage(ctx, MessageId)?.toString() ?? '';
  expect(raw).toContain(`Message-ID: <${MessageId}@eu-west-3.amazonses.com>`);
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(detailTypes()).toEqual(['Email Sent']);
  await settled();
  expect(detailTypes()).toEqual(['Email Sent', 'Email Delivered']);
});

it('gives a raw message its own Message-ID and Date, and hides the blind copies', async () => {
  const lines = [
    'From: a@val-clair.example',
    'To: =?utf-8?q?Zo=C3=A9?= <zoe@example.org>',
    'Bcc: secret@example.org',
    'Message-ID: <mine@here>',
    'Date: Thu, 01 Jan 1970 00:00:00 +0000',
    'X-Parvis-Reference: VC-2026-000001-P',
    'Subject: Bonjour',
    '',
    'Texte',
  ];
  const { MessageId = '' } = await send([], {
    FromEmailAddress: undefined,
    Destination: undefined,
    Content: { Raw: { Data: Buffer.from(lines.join('\r\n')) } },
  });
  const raw = rawMessage(ctx, MessageId)?.toString() ?? '';
  expect(raw).not.toMatch(/mine@here|1970|secret@/);
  expect(outbox(ctx)).toMatchObject([{ to: 'zoe@example.org', requestReference: 'VC-2026-000001-P' }]);
});

it('tells of a bounce, and writes to that address no more', async () => {
  await send(['parti@bounce.example']);
  await settled();
  expect(ctx.events.at(-1)).toMatchObject({
    source: 'aws.ses',
    detailType: 'Email Bounced',
    detail: {
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'parti@bounce.example' }] },
      mail: { destination: ['parti@bounce.example'], tags: { 'ses:configuration-set': ['parvis'] } },
    },
  });
  await send(['parti@bounce.example']);
  await settled();
  expect(ctx.events.at(-1)?.detail).toMatchObject({ bounce: { bounceSubType: 'OnAccountSuppressionList' } });
  await send(['complaint@simulator.amazonses.com']);
  await settled();
  expect(detailTypes().slice(-2)).toEqual(['Email Delivered', 'Email Complaint Received']);
});

it('lets the product read and keep the list of addresses not to write to', async () => {
  const EmailAddress = 'a+b@example.org';
  await client.send(new PutSuppressedDestinationCommand({ EmailAddress, Reason: 'COMPLAINT' }));
  const found = await client.send(new GetSuppressedDestinationCommand({ EmailAddress }));
  expect(found.SuppressedDestination?.Reason).toBe('COMPLAINT');
  const listed = await client.send(new ListSuppressedDestinationsCommand({ PageSize: 10 }));
  expect(listed.SuppressedDestinationSummaries?.map((summary) => summary.EmailAddress)).toEqual([
    EmailAddress,
  ]);
  await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress }));
  const gone = client.send(new GetSuppressedDestinationCommand({ EmailAddress }));
  await expect(gone).rejects.toMatchObject({ name: 'NotFoundException' });
});

it('says why it does not send', async () => {
  await expect(send([])).rejects.toMatchObject({ name: 'BadRequestException' });
  await expect(send(['no address'])).rejects.toMatchObject({ name: 'BadRequestException' });
  const Content = { Template: { TemplateName: 't', TemplateData: '{}' } };
  await expect(send(['a@example.org'], { Content })).rejects.toThrow('only Simple and Raw');
  expect(outbox(ctx)).toEqual([]);
});
