/** A process of its own that serves objects, queues and mail from the folder in its argument, to be killed by tests. */
import { createS3 } from '../../infra/local/aws/s3/index.ts';
import { createSes } from '../../infra/local/aws/ses/index.ts';
import { createSqs } from '../../infra/local/aws/sqs/index.ts';
import { createSmtp } from '../../infra/local/smtp.ts';
import { openLocalContext } from './local-context.ts';

const ctx = await openLocalContext({ dataDir: process.argv[2] });
const [s3, sqs, ses, smtp] = [createS3(ctx), createSqs(ctx), createSes(ctx), createSmtp(ctx)];
const parts = [s3, sqs, ses, smtp];
for (const part of parts) ctx.mount(part);
const versioned = { VersioningConfiguration: { Status: 'Enabled' } };
await s3.resource?.({
  logicalId: 'B',
  stack: 's',
  type: 'AWS::S3::Bucket',
  properties: { BucketName: 'evidence', ...versioned },
});
await sqs.resource?.({ logicalId: 'Q', stack: 's', type: 'AWS::SQS::Queue', properties: {} });
const Actions = [{ S3Action: { BucketName: 'evidence', ObjectKeyPrefix: 'mail/' } }];
await ses.resource?.({
  logicalId: 'R',
  stack: 's',
  type: 'AWS::SES::ReceiptRule',
  properties: { Rule: { Enabled: true, Actions } },
});
for (const part of parts) await part.start?.();
process.stdout.write(`${JSON.stringify({ origin: ctx.origin, smtpPort: smtp.port() })}\n`);
