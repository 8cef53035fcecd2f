import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { impatient } from '../shared/aws.adapter.ts';

/** Safes that wait to be made into one file: ids only. */
export const archiveQueue = (QueueUrl: string) => {
  const sqs = new SQSClient(impatient);
  return (wanted: { account: string; key: string }): Promise<unknown> =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(wanted) }));
};
