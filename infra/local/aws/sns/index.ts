import type { Context, Runtime, Service } from '../../context.ts';
import { openOutbox } from '../ses/outbox-store.ts';
import { ServiceFault } from '../wire/fault.ts';
import type { XmlTree } from '../wire/xml.ts';
import { type Attribute, type Notice, publish, publishSms } from './publish.ts';
import { members, type QueryInput, queryHandler } from './query-protocol.ts';
import { openTopics, type Topics } from './topics.ts';

/** What `runtime.deliver` hands to a topic; beside the contract, which has no topics. */
type Publishes = { publish(topicArn: string, message: string): void };

/** Topics, and text messages to phones (into the outbox). */
export function createSns(ctx: Context): Service & { runtime: Partial<Runtime> & Publishes } {
  openOutbox(ctx);
  const topics = openTopics(ctx);
  return {
    name: 'sns',
    handle: queryHandler({
      Publish: (input) => publishOne(ctx, topics, input),
      PublishBatch: (input) => publishBatch(ctx, topics, input),
      ListTopics: () => ({ Topics: { member: topics.all().map((TopicArn) => ({ TopicArn })) } }),
      ListSubscriptionsByTopic: (input) => ({
        Subscriptions: {
          member: topics.of(input.get('TopicArn') ?? '').map(({ arn, topicArn, protocol, endpoint }) => ({
            SubscriptionArn: arn,
            Owner: ctx.accountId,
            Protocol: protocol,
            Endpoint: endpoint,
            TopicArn: topicArn,
          })),
        },
      }),
    }),
    resource: async (resource) => topics.provision(resource),
    runtime: { publish: (topicArn, message) => void publish(ctx, topics, topicArn, { message }) },
  };
}

function publishOne(ctx: Context, topics: Topics, input: QueryInput): XmlTree {
  const phoneNumber = input.get('PhoneNumber');
  const topicArn = input.get('TopicArn') ?? input.get('TargetArn') ?? '';
  const notice = noticeOf(input);
  return {
    MessageId: phoneNumber ? publishSms(ctx, phoneNumber, notice) : publish(ctx, topics, topicArn, notice),
  };
}

function publishBatch(ctx: Context, topics: Topics, input: QueryInput): XmlTree {
  const Successful: XmlTree[] = [];
  const Failed: XmlTree[] = [];
  for (const entry of members(input, 'PublishBatchRequestEntries.member')) {
    const Id = entry.get('Id') ?? '';
    try {
      Successful.push({ Id, MessageId: publish(ctx, topics, input.get('TopicArn') ?? '', noticeOf(entry)) });
    } catch (error) {
      if (!(error instanceof ServiceFault) || error.code === 'NotFound') throw error;
      Failed.push({ Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful: { member: Successful }, Failed: { member: Failed } };
}

function noticeOf(input: QueryInput): Notice {
  const attributes = members(input, 'MessageAttributes.entry').map((entry): [string, Attribute] => [
    entry.get('Name') ?? '',
    {
      Type: entry.get('Value.DataType') ?? 'String',
      Value: entry.get('Value.StringValue') ?? entry.get('Value.BinaryValue') ?? '',
    },
  ]);
  return {
    message: input.get('Message') ?? '',
    subject: input.get('Subject') ?? undefined,
    isPerProtocol: input.get('MessageStructure') === 'json',
    attributes: Object.fromEntries(attributes),
  };
}
