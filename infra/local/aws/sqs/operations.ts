import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { ServiceFault } from '../wire/fault.ts';
import type { JsonInput, JsonOperation } from '../wire/json-protocol.ts';
import type { Messages } from './messages.ts';
import { type Queue, type Queues, redriveOf } from './queues.ts';
import { receiveMessage } from './receive.ts';
import { sendMessage } from './send.ts';
import type { Wakers } from './wakers.ts';

/** The operations of SQS that the product and its operators use, by name. */
export function sqsOperations(
  ctx: Context,
  queues: Queues,
  messages: Messages,
  wakers: Wakers,
): Record<string, JsonOperation> {
  const send = (queue: Queue, input: JsonInput) => sendMessage(ctx, messages, wakers, queue, input);
  const remove = (queue: Queue, input: JsonInput) => {
    messages.remove(queue, String(input.ReceiptHandle));
    return {};
  };
  const changeVisibility = (queue: Queue, input: JsonInput) => {
    const seconds = Number(input.VisibilityTimeout);
    if (seconds > 0) messages.extend(queue, String(input.ReceiptHandle), seconds * 1000);
    else messages.release(queue, String(input.ReceiptHandle), 0);
    wakers.changed(queue);
    return {};
  };
  const on =
    (operation: string, serve: (queue: Queue, input: JsonInput) => unknown) => (input: JsonInput) => {
      ctx.meter.count('sqs', operation);
      return serve(queues.byUrl(input.QueueUrl), input);
    };

  return {
    SendMessage: on('SendMessage', send),
    SendMessageBatch: on('SendMessageBatch', batchOf(send)),
    ReceiveMessage: on('ReceiveMessage', (queue, input) => receiveMessage(messages, wakers, queue, input)),
    DeleteMessage: on('DeleteMessage', remove),
    DeleteMessageBatch: on('DeleteMessageBatch', batchOf(remove)),
    ChangeMessageVisibility: on('ChangeMessageVisibility', changeVisibility),
    ChangeMessageVisibilityBatch: on('ChangeMessageVisibilityBatch', batchOf(changeVisibility)),
    PurgeQueue: on('PurgeQueue', (queue) => messages.purge(queue)),
    GetQueueAttributes: on('GetQueueAttributes', (queue, input) => ({
      Attributes: pick(attributesOf(queue, messages), (input.AttributeNames ?? []) as string[]),
    })),
    SetQueueAttributes: on('SetQueueAttributes', (queue, input) => {
      const { CreatedTimestamp: _, ...kept } = queue.attributes;
      queues.put(queue.name, { ...kept, ...(input.Attributes as Record<string, string>) });
    }),
    GetQueueUrl: (input) => ({ QueueUrl: queues.get(String(input.QueueName)).url }),
    ListQueues: (input) => {
      const prefix = String(input.QueueNamePrefix ?? '');
      const found = queues.all().filter((queue) => queue.name.startsWith(prefix));
      return { QueueUrls: found.map((queue) => queue.url) };
    },
    ListDeadLetterSourceQueues: on('ListDeadLetterSourceQueues', (queue) => {
      const sources = queues.all().filter((source) => redriveOf(source)?.target === queue.arn);
      return { queueUrls: sources.map((source) => source.url) };
    }),
    StartMessageMoveTask: (input) => {
      const target =
        input.DestinationArn === undefined ? undefined : queues.byArn(String(input.DestinationArn));
      messages.move(queues.byArn(String(input.SourceArn)), target);
      ctx.meter.count('sqs', 'StartMessageMoveTask');
      return { TaskHandle: randomUUID() };
    },
  };
}

/** A batch answers each entry apart; the whole fails only when it is empty, too long or names an entry twice. */
function batchOf(serve: (queue: Queue, entry: JsonInput) => unknown) {
  return (queue: Queue, input: JsonInput) => {
    const entries = (input.Entries ?? []) as JsonInput[];
    if (entries.length === 0)
      throw new ServiceFault('com.amazonaws.sqs#EmptyBatchRequest', 'The batch is empty.');
    if (entries.length > 10)
      throw new ServiceFault(
        'com.amazonaws.sqs#TooManyEntriesInBatchRequest',
        'Maximum number of entries per request are 10.',
      );
    if (new Set(entries.map((entry) => entry.Id)).size < entries.length)
      throw new ServiceFault('com.amazonaws.sqs#BatchEntryIdsNotDistinct', 'Entry ids must be distinct.');
    const Successful: unknown[] = [];
    const Failed: unknown[] = [];
    for (const entry of entries) {
      try {
        Successful.push({ Id: entry.Id, ...(serve(queue, entry) as object) });
      } catch (error) {
        if (!(error instanceof ServiceFault)) throw error;
        Failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
      }
    }
    return { Successful, Failed };
  };
}

function attributesOf(queue: Queue, messages: Messages): Record<string, string> {
  const { visible, held, delayed } = messages.counts(queue);
  return {
    ...queue.attributes,
    QueueArn: queue.arn,
    LastModifiedTimestamp: queue.attributes.CreatedTimestamp ?? '0',
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(held),
    ApproximateNumberOfMessagesDelayed: String(delayed),
  };
}

function pick(attributes: Record<string, string>, names: string[]): Record<string, string> {
  if (names.includes('All')) return attributes;
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));
}
