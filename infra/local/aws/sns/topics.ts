import type { Context, Provisioned, Resource } from '../../context.ts';
import type { Pattern } from '../events/pattern.ts';
import { checkPattern } from '../events/pattern-check.ts';
import { ServiceFault } from '../wire/fault.ts';

export type Subscription = {
  readonly arn: string;
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly isRaw: boolean;
  readonly filter?: Pattern;
  readonly filterScope: 'MessageAttributes' | 'MessageBody';
};
export type Topics = ReturnType<typeof openTopics>;

const PROTOCOLS = ['sqs', 'lambda', 'email', 'sms'];

/** Topics and subscriptions are those of the template: nothing of them is made at run time, so nothing is stored. */
export function openTopics({ region, accountId }: Context) {
  const topics = new Set<string>();
  const subscriptions = new Map<string, Subscription>();

  function subscribe(id: string, topicArn: string, properties: Record<string, unknown>): string {
    const protocol = String(properties.Protocol);
    if (!PROTOCOLS.includes(protocol))
      throw new Error(`SNS subscription ${id}: protocol ${protocol} is not served locally`);
    const arn = `${topicArn}:${id.replace(/[^A-Za-z0-9-]/g, '-')}`;
    subscriptions.set(arn, {
      arn,
      topicArn,
      protocol,
      endpoint: String(properties.Endpoint),
      isRaw: properties.RawMessageDelivery === true || properties.RawMessageDelivery === 'true',
      filter: asFilter(properties.FilterPolicy),
      filterScope: properties.FilterPolicyScope === 'MessageBody' ? 'MessageBody' : 'MessageAttributes',
    });
    return arn;
  }

  return {
    all: () => [...topics],
    of(topicArn: string): Subscription[] {
      if (!topics.has(topicArn)) throw new ServiceFault('NotFound', 'Topic does not exist', 404);
      return [...subscriptions.values()].filter((subscription) => subscription.topicArn === topicArn);
    },
    provision({ type, stack, logicalId, properties }: Resource): Provisioned {
      if (type === 'AWS::SNS::TopicPolicy') return { ref: logicalId };
      if (type === 'AWS::SNS::Subscription')
        return { ref: subscribe(`${stack}-${logicalId}`, String(properties.TopicArn), properties) };
      if (type !== 'AWS::SNS::Topic') throw new Error(`SNS does not provision ${type} (${logicalId})`);
      const name = String(properties.TopicName ?? `${stack}-${logicalId}`);
      const arn = `arn:aws:sns:${region}:${accountId}:${name}`;
      topics.add(arn);
      const inline = (properties.Subscription ?? []) as Record<string, unknown>[];
      for (const [index, subscription] of inline.entries())
        subscribe(`${stack}-${logicalId}-${index}`, arn, subscription);
      return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
    },
  };
}

/** Filter policies share their grammar with EventBridge patterns; what would not be matched as in AWS is refused. */
function asFilter(value: unknown): Pattern | undefined {
  if (value === undefined) return undefined;
  return checkPattern(typeof value === 'string' ? JSON.parse(value) : value);
}
