import { createServer } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createS3 } from '../../../../infra/local/aws/s3/index.ts';
import { createSes } from '../../../../infra/local/aws/ses/index.ts';
import { createSmtp } from '../../../../infra/local/smtp.ts';
import { type LocalContext, openLocalContext } from '../../../support/local-context.ts';

let ctx: LocalContext;
let smtp: ReturnType<typeof createSmtp>;

beforeEach(async () => {
  ctx = await openLocalContext();
  const [s3, ses] = [createS3(ctx), createSes(ctx)];
  smtp = createSmtp(ctx);
  for (const part of [s3, ses, smtp]) ctx.mount(part);
  await s3.resource?.({
    logicalId: 'B',
    stack: 's',
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'evidence' },
  });
  const rule = (logicalId: string, After: string | undefined, Recipients: string[], Actions: unknown[]) =>
    ses.resource?.({
      logicalId,
      stack: 's',
      type: 'AWS::SES::ReceiptRule',
      properties: { RuleSetName: 'in', After, Rule: { Name: logicalId, Enabled: true, Recipients, Actions } },
    });
  await rule(
    'Notified',
    'Kept',
    ['Val-Clair.example'],
    [
      { S3Action: { BucketName: 'evidence', ObjectKeyPrefix: 'mail/' } },
      { LambdaAction: { FunctionArn: 'arn:receiver', InvocationType: 'Event' } },
    ],
  );
  await rule(
    'Told',
    undefined,
    ['told.example'],
    [{ S3Action: { BucketName: 'evidence', ObjectKeyPrefix: 'mail/', TopicArn: 'arn:topic' } }],
  );
  await rule(
    'Kept',
    undefined,
    ['archive@val-clair.example'],
    [
      { S3Action: { BucketName: 'evidence', ObjectKeyPrefix: 'archive/' } },
      { StopAction: { Scope: 'RuleSet' } },
    ],
  );
  await smtp.start?.();
});
afterEach(() => ctx.close());

const send = (message: Record<string, unknown>) =>
  createTransport({ host: '127.0.0.1', port: smtp.port(), ignoreTLS: true }).sendMail({
    from: '"Zoé Martin" <zoe@example.org>',
    to: 'contact+vc12@val-clair.example',
    subject: 'Lampadaire cassé',
    text: 'Bonjour',
    ...message,
  });
const kept = () => ctx.runtime.s3.list('evidence', '');

it('keeps a message as evidence and hands it to its receiver before it says 250', async () => {
  const sent = await send({ attachments: [{ filename: 'été.txt', content: 'x' }] });
  expect(sent.response).toMatch(/^250/);
  const payload = ctx.invocations[0]?.payload as {
    Records: { ses: Record<string, Record<string, unknown>> }[];
  };
  const { mail, receipt } = payload.Records[0]?.ses ?? {};
  expect(kept().map(({ key }) => key)).toEqual([`mail/${mail?.messageId}`]);
  expect(mail).toMatchObject({
    source: 'zoe@example.org',
    destination: ['contact+vc12@val-clair.example'],
    commonHeaders: {
      subject: 'Lampadaire cassé',
      from: ['Zoé Martin <zoe@example.org>'],
      messageId: sent.messageId,
    },
  });
  expect(receipt).toMatchObject({
    recipients: ['contact+vc12@val-clair.example'],
    spamVerdict: { status: 'PASS' },
    dmarcVerdict: { status: 'PASS' },
    action: { type: 'Lambda', functionArn: 'arn:receiver', invocationType: 'Event' },
  });
  const raw = ctx.runtime.s3.get('evidence', kept()[0]?.key ?? '')?.body.toString() ?? '';
  expect(raw).toContain('X-SES-Spam-Verdict: PASS');
  expect(raw).toMatch(/\r\n\r\n/);
});

it('takes the verdicts from the headers that stand for SES, and the sender cannot keep them', async () => {
  await send({
    headers: {
      'X-SES-Spam-Verdict': 'FAIL',
      'X-SES-Virus-Verdict': 'GRAY',
      'Authentication-Results':
        'amazonses.com; spf=softfail (x) client-ip=1.2.3.4; dkim=fail header.i=@x; dmarc=none',
    },
  });
  const receipt = JSON.stringify(ctx.invocations[0]?.payload);
  expect(JSON.parse(receipt).Records[0].ses.receipt).toMatchObject({
    spamVerdict: { status: 'FAIL' },
    virusVerdict: { status: 'GRAY' },
    spfVerdict: { status: 'GRAY' },
    dkimVerdict: { status: 'FAIL' },
    dmarcVerdict: { status: 'GRAY' },
  });
  const raw = ctx.runtime.s3.get('evidence', kept()[0]?.key ?? '')?.body.toString() ?? '';
  expect(raw.match(/X-SES-Spam-Verdict/g)).toHaveLength(1);
  expect(raw).not.toContain('1.2.3.4');
});

it('tells a topic of a message it kept, in few words however long its headers', async () => {
  const told: { topicArn: string; notice: { mail: { headersTruncated: boolean; headers: object[] } } }[] = [];
  Object.assign(ctx.runtime, {
    publish: (topicArn: string, message: string) => told.push({ topicArn, notice: JSON.parse(message) }),
  });
  await send({ to: 'maire@told.example', headers: { 'X-Long': 'x'.repeat(20_000) } });
  const [{ topicArn, notice } = { topicArn: '', notice: undefined }] = told;
  expect(topicArn).toBe('arn:topic');
  expect(notice).toMatchObject({
    notificationType: 'Received',
    mail: { source: 'zoe@example.org', headersTruncated: true },
    receipt: { recipients: ['maire@told.example'], action: { type: 'S3', objectKeyPrefix: 'mail/' } },
  });
  expect(kept().map(({ key }) => key)).toEqual([
    (notice as unknown as { receipt: { action: { objectKey: string } } }).receipt.action.objectKey,
  ]);
});

it('takes a hundred recipients of one message, as SES does', async () => {
  const crowd = Array.from({ length: 130 }, (_, at) => `u${at}@val-clair.example`);
  const { accepted, rejected } = await send({ to: crowd });
  expect([accepted.length, rejected.length]).toEqual([100, 30]);
});

it('follows the order of the rules and stops where one says so', async () => {
  await send({ to: 'archive@val-clair.example' });
  expect(kept().map(({ key }) => key.split('/')[0])).toEqual(['archive']);
  expect(ctx.invocations).toEqual([]);
});

it('refuses a recipient that nobody reads', async () => {
  await expect(send({ to: 'maire@ailleurs.example' })).rejects.toMatchObject({ responseCode: 550 });
  expect(kept()).toEqual([]);
});

it('counts an open session as work', async () => {
  const transport = createTransport({ host: '127.0.0.1', port: smtp.port(), ignoreTLS: true, pool: true });
  await transport.sendMail({ from: 'a@example.org', to: 'b@val-clair.example', text: 'x' });
  expect(ctx.busy.reasons()).toEqual(['smtp session']);
  transport.close();
  while (ctx.busy.reasons().length) await new Promise((resolve) => setImmediate(resolve));
});

it('says which setting to change when its port is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const second = createSmtp({ ...ctx, smtpPort: (other.address() as { port: number }).port });
  await expect(second.start?.()).rejects.toThrow('SMTP_PORT');
  other.close();
});
