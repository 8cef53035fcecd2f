import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import sample from '../../events/ses-receipt.json' with { type: 'json' };
import type { World } from './harness.ts';

/** Address of the queue whose name matches. */
export const queueUrl = async ({ store }: World, named: RegExp): Promise<string> => {
  const { QueueUrls = [] } = await store.sqs.send(new ListQueuesCommand({}));
  const found = QueueUrls.find((url) => named.test(url));
  if (!found) throw new Error(`no queue ${named}`);
  return found;
};
export const mails = /IntakeMails(?!DeadLetters)[0-9A-F]{8}$/;

/** Keeps a mail where SES would, and answers the message that the topic would put into the queue. */
export const keptMail = async ({ store }: World, id: string, raw: string): Promise<string> => {
  const s3 = new S3Client({ ...store.to('s3'), forcePathStyle: true });
  const Bucket = store.bucket(/evidence/);
  await s3.send(
    new PutObjectCommand({ Bucket, Key: `mail/${id}`, Body: raw, ContentType: 'message/rfc822' }),
  );
  const source = /^From: .*<(.+)>$/m.exec(raw)?.[1] ?? 'quelquun@courriel.example';
  return JSON.stringify({ ...sample, mail: { ...sample.mail, messageId: id, source } });
};
