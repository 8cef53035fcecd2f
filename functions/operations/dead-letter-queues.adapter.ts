import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { impatient } from '../shared/aws.adapter.ts';
import type { Message } from './dead-letter.ts';

/** Longer than any call here lasts: what a crashed call held is seen again after it. */
const heldForSeconds = 60;
const atOnce = 10;

/** The queues themselves. */
export const deadLetterQueues = () => {
  const sqs = new SQSClient(impatient);
  return {
    async waiting(QueueUrl: string): Promise<number> {
      const AttributeNames = ['ApproximateNumberOfMessages' as const];
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    },
    async take(QueueUrl: string): Promise<Message[]> {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: atOnce,
          VisibilityTimeout: heldForSeconds,
          MessageSystemAttributeNames: ['SentTimestamp'],
          MessageAttributeNames: ['All'],
        }),
      );
      return Messages.map(({ MessageId, ReceiptHandle, Body, Attributes, MessageAttributes = {} }) => ({
        id: MessageId ?? '',
        handle: ReceiptHandle ?? '',
        body: Body ?? '',
        sentAt: Attributes?.SentTimestamp ?? '0',
        attributes: Object.fromEntries(
          Object.entries(MessageAttributes).flatMap(([name, { StringValue }]) =>
            StringValue ? [[name, StringValue]] : [],
          ),
        ),
      }));
    },
    async putBack(QueueUrl: string, messages: readonly Message[]): Promise<void> {
      for (let from = 0; from < messages.length; from += atOnce) {
        const Entries = messages
          .slice(from, from + atOnce)
          .map(({ handle }, at) => ({ Id: String(at), ReceiptHandle: handle, VisibilityTimeout: 0 }));
        await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries }));
      }
    },
    async remove(QueueUrl: string, { handle }: Message): Promise<void> {
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: handle }));
    },
  };
};
