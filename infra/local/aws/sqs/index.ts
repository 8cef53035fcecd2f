import type { Context, Provisioned, Resource, Runtime, Service } from '../../context.ts';
import { jsonHandler } from '../wire/json-protocol.ts';
import { md5 } from './digest.ts';
import { type Held, openMessages } from './messages.ts';
import { sqsOperations } from './operations.ts';
import type { SqsPort, SqsRecord } from './port.ts';
import { openQueues, type Queue } from './queues.ts';
import { openWakers } from './wakers.ts';

/**
 * The queues. Messages are never expired by age: what nobody handled stays until somebody does. Visible messages of a queue
 * that has a consumer are work; dead letters and queues without a consumer are not.
 */
export function createSqs(ctx: Context): Service & { runtime: Partial<Runtime>; port: SqsPort } {
  const queues = openQueues(ctx);
  const messages = openMessages(ctx, queues, (queue) => wakers.changed(queue));
  const wakers = openWakers(ctx, queues, messages);
  const handle = jsonHandler(
    {
      service: 'SQS',
      version: '1.0',
      queryCode: (code) =>
        code.endsWith('QueueDoesNotExist') ? 'AWS.SimpleQueueService.NonExistentQueue' : code,
    },
    sqsOperations(ctx, queues, messages, wakers),
  );

  const port: SqsPort = {
    receive(queueArn, max, visibilityMs) {
      const queue = queues.byArn(queueArn);
      const held = messages.receive(queue, max, visibilityMs);
      // The mapping is woken where AWS polls: only what a poll would have brought is counted.
      if (held.length > 0) ctx.meter.count('sqs', 'ReceiveMessage');
      wakers.arm(queue);
      return held.map(asRecord);
    },
    delete(queueArn, receiptHandle) {
      ctx.meter.count('sqs', 'DeleteMessage');
      messages.remove(queues.byArn(queueArn), receiptHandle);
    },
    release(queueArn, receiptHandle, afterMs = 0) {
      const queue = queues.byArn(queueArn);
      messages.release(queue, receiptHandle, afterMs);
      wakers.changed(queue);
    },
    onMessage: (queueArn, wake) => wakers.consume(queues.byArn(queueArn), wake),
    visibilityMs: (queueArn) => Number(queues.byArn(queueArn).attributes.VisibilityTimeout) * 1000,
  };

  return {
    name: 'sqs',
    handle,
    port,
    resource: async (resource) => provision(queues.put, resource),
    async start() {
      messages.releaseAll();
      for (const queue of queues.all()) wakers.changed(queue);
    },
    async stop() {
      wakers.close();
    },
    runtime: {
      sqs: {
        send(queueArn, body, { MessageGroupId = 'runtime', ...attributes } = {}) {
          const queue = queues.byArn(queueArn);
          const strings = Object.entries(attributes).map(([name, StringValue]) => [
            name,
            { DataType: 'String', StringValue },
          ]);
          const fifo = queue.isFifo ? { groupId: MessageGroupId, dedupId: md5(body) } : {};
          messages.send(queue, { body, attributes: Object.fromEntries(strings), ...fifo });
          ctx.meter.count('sqs', 'SendMessage', Math.ceil(Buffer.byteLength(body) / 65_536) || 1);
          wakers.changed(queue);
        },
      },
    },
  };
}

function provision(
  put: (name: string, attributes: Record<string, string>) => Queue,
  resource: Resource,
): Provisioned {
  if (resource.type === 'AWS::SQS::QueuePolicy') return { ref: resource.logicalId };
  if (resource.type !== 'AWS::SQS::Queue')
    throw new Error(`SQS does not provision ${resource.type} (${resource.logicalId})`);
  const { QueueName, Tags: _, ...properties } = resource.properties;
  const suffix = properties.FifoQueue ? '.fifo' : '';
  const name = String(QueueName ?? `${resource.stack}-${resource.logicalId}${suffix}`);
  const attributes = Object.entries(properties).map(([key, value]) => [
    key,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
  const queue = put(name, Object.fromEntries(attributes));
  return { ref: queue.url, attributes: { Arn: queue.arn, QueueName: queue.name, QueueUrl: queue.url } };
}

function asRecord(held: Held): SqsRecord {
  const messageAttributes = Object.entries(held.attributes).map(([name, attribute]) => [
    name,
    {
      dataType: attribute.DataType,
      ...(attribute.StringValue === undefined ? {} : { stringValue: attribute.StringValue }),
      ...(attribute.BinaryValue === undefined ? {} : { binaryValue: attribute.BinaryValue }),
      stringListValues: [],
      binaryListValues: [],
    },
  ]);
  return {
    messageId: held.id,
    receiptHandle: held.handle,
    body: held.body,
    attributes: held.system,
    messageAttributes: Object.fromEntries(messageAttributes),
    md5OfBody: md5(held.body),
  };
}
