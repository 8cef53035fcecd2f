import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { impatient } from '../shared/aws.adapter.ts';
import type { Moving } from './move-requests.ts';

/** Pages of requests that wait to be moved to another revision. */
export const moveQueue = (QueueUrl: string) => {
  const sqs = new SQSClient(impatient);
  return (moving: Moving): Promise<unknown> =>
    sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(moving) }));
};
